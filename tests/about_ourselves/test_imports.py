"""Imports point one way, type-only ones included."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

MAY_IMPORT: dict[str, set[str]] = {
    "practice_models.vocabulary": set(),
    "practice_models.reading": {"practice_models.vocabulary", "practice_models"},
    "practice_models.checking": {"practice_models.vocabulary", "practice_models.reading", "practice_models"},
    "practice_models.evaluation": {"practice_models"},
    "practice_models.examples": {
        "practice_models.evaluation",
        "practice_models.checking",
        "practice_models.vocabulary",
        "practice_models.reading",
        "practice_models",
    },
    "practice_models": {"practice_models.vocabulary", "practice_models.reading"},
    "build_tools.pictures": {"practice_models.examples", "practice_models.vocabulary", "practice_models"},
    "build_tools.sheets": {"build_tools.exports", "build_tools.pictures", "practice_models.vocabulary", "practice_models"},
    "build_tools.exports": {"practice_models.vocabulary", "practice_models"},
    "build_tools.pages": {
        "build_tools.exports",
        "build_tools.pictures",
        "build_tools.sheets",
        "practice_models.examples",
        "practice_models.evaluation",
        "practice_models.vocabulary",
        "practice_models.reading",
        "practice_models.checking",
        "practice_models",
    },
    "build_tools.site": {
        "build_tools.pages",
        "practice_models.examples",
        "practice_models.vocabulary",
        "practice_models.reading",
        "practice_models.checking",
        "practice_models",
        "build_tools",
    },
    "build_tools.theme": set(),
    "build_tools": {
        "practice_models.evaluation",
        "build_tools.site",
        "build_tools.pages",
        "practice_models.examples",
        "practice_models.vocabulary",
        "practice_models.reading",
        "practice_models.checking",
        "practice_models",
    },
}


def layer_of(module: str) -> str:
    """The layer that a module belongs to, or nothing where it is not ours."""
    top, _, rest = module.partition(".")
    if top not in ("practice_models", "build_tools"):
        return ""
    inner = f"{top}.{rest.partition('.')[0]}"
    return inner if inner in MAY_IMPORT else top


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the whole name of what is imported"
            yield node.module or ""


def modules() -> Iterator[tuple[Path, str]]:
    for top in ("practice_models", "build_tools"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield path, ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_imports_point_one_way() -> None:
    wrong: list[str] = []
    for path, module in modules():
        here = layer_of(module)
        strangers = {layer_of(name) for name in imports_of(path)} - {"", here} - MAY_IMPORT[here]
        wrong.extend(f"{path.relative_to(ROOT)}: {here} must not import {there}" for there in sorted(strangers))
    assert wrong == []


def test_only_the_site_and_the_theme_know_mkdocs() -> None:
    knowing = {
        layer_of(module) for path, module in modules() if any(name.split(".")[0] in ("mkdocs", "material") for name in imports_of(path))
    }
    assert knowing <= {"build_tools.site"}


def test_rooms_are_small() -> None:
    large = {str(path.relative_to(ROOT)): lines for path, _ in modules() if (lines := path.read_text(encoding="utf-8").count("\n")) > 400}
    assert large == {}

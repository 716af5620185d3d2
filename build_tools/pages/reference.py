"""The reference: one page a public module, written by mkdocstrings from its docstrings."""

import ast
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from build_tools.pages.page import NavItem, Page, Volume

PREFIX = "reference/python"


def make_reference_volume(packages: Iterable[tuple[str, str]]) -> Volume:
    """The volume of the reference.

    Args:
        packages: Each package's dotted name with its folder.
    """
    pages = tuple(page for name, folder in packages for page in _pages(name, Path(folder)))
    nav = (NavItem("Python", None, tuple(NavItem(page.title, page.uri) for page in pages)),)
    return Volume("reference", PREFIX, pages, nav)


def _pages(name: str, folder: Path) -> Iterator[Page]:
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        if any(part.startswith("_") and part != "__init__" for part in parts):
            continue
        summary = first_line(path)
        if summary is None:
            continue
        module = ".".join((name, *(parts[:-1] if parts[-1] == "__init__" else parts)))
        if parts[-1] == "__init__" and not _defines_anything(path):
            continue
        tour = list(_tour(path, name, folder)) if parts[-1] == "__init__" else []
        yield _page(module, summary, "\n".join(tour) or _documented(module))


def _documented(module: str) -> str:
    return f"::: {module}\n    options:\n      show_root_heading: false\n      show_root_toc_entry: false\n      heading_level: 2\n"


def _page(module: str, summary: str, body: str) -> Page:
    uri = f"{PREFIX}/{module.replace('.', '/')}.md"
    crumbs = [{"title": "Home", "url": ""}]
    details = {"kind": "reference", "kind_title": "Reference", "crumbs": crumbs, "search": {"kind": "Reference", "standing": "In force"}}
    return Page(uri, module, body, {"title": module, "description": summary, "pg": details})


def first_line(path: Path) -> str | None:
    """The first line of a module's docstring, or None where it has none."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    return text.splitlines()[0] if text else None


def _defines_anything(path: Path) -> bool:
    """Whether a package's own file gives more than its docstring."""
    return len(ast.parse(path.read_text(encoding="utf-8")).body) > 1


def _tour(path: Path, package: str, folder: Path) -> Iterator[str]:
    """What a package that only passes names on gives, module by module; nothing where it defines something itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = _public_names(tree)
    if not public or any(isinstance(node, (ast.FunctionDef, ast.ClassDef)) for node in tree.body):
        return
    yield f"{ast.get_docstring(tree)}"
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}."):
            names = [each.name for each in node.names if each.name in public]
            yield from _leads(node.module, names, _file_of(node.module, package, folder)) if names else ()


def _leads(module: str, names: Iterable[str], home: Path) -> Iterator[str]:
    """A module's own line, and a line for each of its names that leads to it."""
    summaries = _summaries(home)
    yield f"\n## `{module}`\n\n{first_line(home)}\n"
    for name in names:
        yield f"- [`{name}`][{module}.{name}]{f': {summaries[name]}' if name in summaries else ''}"


def _public_names(tree: ast.Module) -> frozenset[str]:
    """The names in a module's `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets):
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def _file_of(module: str, package: str, folder: Path) -> Path:
    place = folder.joinpath(*module.removeprefix(f"{package}.").split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _summaries(path: Path) -> dict[str, str]:
    """The first lines of what a module says about its functions, classes and values."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found = {each.name: ast.get_docstring(each) or "" for each in body if isinstance(each, (ast.FunctionDef, ast.ClassDef))}
    for node, after in pairwise(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(after, ast.Expr):
            found[node.target.id] = str(ast.literal_eval(after.value)) if isinstance(after.value, ast.Constant) else ""
    return {name: text.splitlines()[0] for name, text in found.items() if text}

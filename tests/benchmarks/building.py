"""Building this site cold, unchanged and with one word changed, against plain MkDocs on the same pages, in one run."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from build_tools.pages.page import NavItem
from build_tools.project import Project, read_project
from build_tools.site.guidance import plan_site

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
ROUNDS = 3
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, our own modules would be compiled each time, but not those of MkDocs, which pip has compiled."""
_TO_REFERENCE = re.compile(r"\]\([./]*reference/python/[^)]*\)")
"""A link to the reference, which is left out here; in its place stands one that both sides have."""


def run() -> Iterator[str]:
    """The benchmark's lines: seconds of wall time, best of some rounds, and each as a share of plain MkDocs."""
    with tempfile.TemporaryDirectory() as folder:
        own, plain = Path(folder) / "own", Path(folder) / "plain"
        _copy_project(own)
        pages = _write_plain_project(own, plain)
        yield f"Building {pages} pages (wall seconds, best of {ROUNDS}, rounds taken in turn)"
        times: dict[str, list[float]] = {"plain mkdocs build": [], "cold": [], "no change": [], "one word": [], "another word": []}
        for number in range(ROUNDS):
            times["plain mkdocs build"].append(_time([BIN / "mkdocs", "build", "--quiet"], plain))
            shutil.rmtree(own / ".cache", ignore_errors=True)
            shutil.rmtree(own / "site", ignore_errors=True)
            times["cold"].append(_time([BIN / "practice", "build"], own))
            times["no change"].append(_time([BIN / "practice", "build"], own))
            for word, name in enumerate(("one word", "another word")):  # from the second on, the site before lies by
                _change_one_word(own, 2 * number + word)
                times[name].append(_time([BIN / "practice", "build"], own))
        base = min(times["plain mkdocs build"])
        for name, taken in times.items():
            yield f"{name:>20} {min(taken):>8.2f} s {min(taken) / base:>8.2f} of plain"


def _copy_project(own: Path) -> None:
    ignore = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "tests", "__pycache__", "*.egg-info")
    shutil.copytree(ROOT, own, ignore=ignore)
    config = own / "mkdocs.yml"  # the reference is left out on both sides: plain MkDocs would need mkdocstrings for it
    kept = [line for line in config.read_text(encoding="utf-8").splitlines() if not line.strip().startswith("reference:")]
    config.write_text("\n".join(kept) + "\n", encoding="utf-8")
    for page in (own / "docs").rglob("*.md"):
        page.write_text(_TO_REFERENCE.sub("](../../glossary/)", page.read_text(encoding="utf-8")), encoding="utf-8")


def _write_plain_project(own: Path, plain: Path) -> int:
    """The same pages as Markdown files with the same theme, for MkDocs without our plug-in."""
    project = read_project(own, os.environ)
    plan = plan_site(project)
    nav: list[Any] = []
    count = 0
    for volume in (each.make() for each in plan.volumes):
        for page in volume.pages:
            path = plain / "docs" / page.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            head = yaml.safe_dump(dict(page.meta), allow_unicode=True)
            path.write_text(f"---\n{head}---\n# {page.title}\n\n{page.body}", encoding="utf-8")
            count += 1
        nav.append({volume.name: [_entry(item) for item in volume.nav]})
    count += _copy_docs(project, plain)
    config = yaml.safe_load((own / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"nav": nav, "plugins": ["search"], "theme": {**config["theme"], "custom_dir": str(project.theme)}}
    config["theme"].setdefault("features", []).append("navigation.prune")
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return count


def _copy_docs(project: Project, plain: Path) -> int:
    shutil.copytree(project.docs, plain / "docs", dirs_exist_ok=True)
    return sum(1 for _ in project.docs.rglob("*.md"))


def _entry(item: NavItem) -> dict[str, Any]:
    return {item.title: [_entry(child) for child in item.children] if item.children else item.uri}


def _change_one_word(own: Path, number: int) -> None:
    path = own / "practice_models/definitions/guides/interchange/3.0.0/practices/first-appointment.yaml"
    text = path.read_text(encoding="utf-8")
    before = "tomorrow" if number == 0 else f"tomorrow{number - 1}"
    path.write_text(text.replace(before, f"tomorrow{number}", 1), encoding="utf-8")


def _time(command: list[str | Path], folder: Path) -> float:
    start = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise AssertionError(f"{command} failed:\n{done.stdout}{done.stderr}")
    return seconds

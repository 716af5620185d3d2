"""An invented project of any size: definitions that are plain texts, and the plan that makes pages of them.

It stands in for the real definitions, so that the engine is tried by itself: a file `guides/<guide>/<version>/<id>.yaml`
is a page with its title and its body. Files beside the guides are pages of the front.
"""

import json
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from build_tools.pages.page import NavItem, Page, Redirect, Volume
from build_tools.project import Project
from build_tools.site.digests import digest_tree
from build_tools.site.plan import FRONT, REFERENCE, SitePlan, Tab, VolumePlan
from practice_models.problems import DefinitionError, Place, Problem
from practice_models.reading.documents import Origin

CONFIG = """site_name: Invented guidance
site_url: https://example.org/guidance/
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.prune]
plugins:
  - practice
markdown_extensions:
  - attr_list
  - md_in_html
  - toc: {permalink: true}
"""
WORDS = [
    "plan",
    "meet",
    "ask",
    "listen",
    "write",
    "record",
    "agree",
    "review",
    "risk",
    "strength",
    "goal",
    "support",
    "court",
    "order",
    "person",
    "family",
    "work",
    "home",
    "health",
]


def write_project(root: Path, guides: int = 2, editions: int = 2, practices: int = 3) -> Path:
    """A new project folder with definitions, hand-written pages and an mkdocs.yml."""
    docs = root / "docs"
    docs.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG)
    (docs / "help.md").write_text("# How to use this site\n\nSee [the words](glossary.md#plan) and ![a mark](mark.png).\n")
    (docs / "mark.png").write_bytes(b"\x89PNG")
    shared = root / "definitions"
    shared.mkdir()
    write_page(shared / "glossary.yaml", "Glossary", "<p id='plan'>Plan: what was agreed.</p>\n")
    for guide in range(1, guides + 1):
        for version in range(1, editions + 1):
            folder = shared / "guides" / f"guide-{guide}" / f"{version}.0.0"
            folder.mkdir(parents=True)
            for number in range(1, practices + 1):
                write_page(folder / f"practice-{number:03}.yaml", f"Practice {number}", practice_body(f"{guide} {version} {number}"))
    return root


def write_page(path: Path, title: str, body: str) -> None:
    """Write a definition."""
    path.write_text(f"title: {json.dumps(title)}\nbody: |\n" + "".join(f"  {line}\n" if line else "\n" for line in body.splitlines()))


def practice_body(seed: str) -> str:
    """A page of the size and make of a real practice: facts, steps, words to say, a table."""
    chance = random.Random(seed)

    def say(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()

    steps = "\n".join(
        f'<li class="pg-step" id="steps/step-{step}"><div class="pg-step__do"><p>{say(14, 30)}.</p></div>'
        f'<p class="pg-step__why">{say(10, 20)}.</p><div class="pg-say"><p class="pg-label">Words to say</p>'
        f"<ul><li>“{say(8, 16)}?”</li></ul></div></li>"
        for step in range(1, 8)
    )
    rows = "".join(f"<tr><td>{say(2, 4)}</td><td>{say(8, 20)}</td></tr>" for _ in range(6))
    sections = "\n\n".join(
        f"## {say(2, 5)} {{#part-{part}}}\n\n{say(30, 60)}. {say(20, 40)}.\n\n- {say(5, 9)}\n- {say(5, 9)}" for part in range(1, 4)
    )
    return (
        f'<p class="pg-lead">{say(12, 20)}.</p>\n\n<ol class="pg-steps">\n{steps}\n</ol>\n\n{sections}\n\n'
        f'<div class="pg-table" role="region" tabindex="0" aria-label="What to write down"><table>{rows}</table></div>\n\n'
        f"Read [the words](../../../glossary.md#plan) and [the guide](../index.md).\n"
    )


def plan_site(project: Project) -> SitePlan:
    """The plan of an invented project's site."""
    editions = sorted(path for path in (project.definitions / "guides").glob("*/*") if path.is_dir())
    guides = sorted({path.parent.name for path in editions})
    volumes = [
        VolumePlan(
            f"{path.parent.name}@{path.name}",
            f"{path.parent.name}/{path.name}",
            digest_tree(path),
            partial(make_edition, project.root, path),
        )
        for path in editions
    ]
    listing = "\n".join(str(path.relative_to(project.root)) for path in editions)
    front = VolumePlan(
        FRONT, "", digest_tree(project.definitions) + listing, partial(make_front, project.root, project.definitions, tuple(editions))
    )
    tabs = [Tab("Home", "index.md"), *(_tab(guide, editions) for guide in guides), Tab("Help", "help.md", (REFERENCE,))]
    reference = (
        [VolumePlan(REFERENCE, "reference", "1", partial(make_reference, project.options.reference))] if project.options.reference else []
    )
    return SitePlan(tuple(tabs), (*volumes, front, *reference))


def _tab(guide: str, editions: list[Path]) -> Tab:
    return Tab(
        _title(guide), f"{guide}/index.md", tuple(f"{guide}@{path.name}" for path in editions if path.parent.name == guide), "All editions"
    )


def make_edition(root: Path, folder: Path) -> Volume:
    """The volume of one edition: a page that lists the others, and a page a file."""
    guide, version = folder.parts[-2:]
    prefix = f"{guide}/{version}"
    pages = [
        _page(root, path, f"{prefix}/{path.stem}.md", {"kind": "practice", "guide": {"title": _title(guide)}})
        for path in sorted(folder.glob("*.yaml"))
    ]
    listed = "\n".join(f"- [{_plain(page.title)}]({page.uri.rpartition('/')[2]})" for page in pages)
    first = Page(f"{prefix}/index.md", f"{_title(guide)} {version}", f"{listed}\n", {"description": f"All of {guide}"})
    nav = (NavItem("Overview", first.uri), NavItem("Practices", None, tuple(NavItem(page.title, page.uri) for page in pages)))
    moved = (Redirect(f"{prefix}/practices/", f"{prefix}/"),)
    return Volume(f"{guide}@{version}", prefix, (first, *pages), nav, moved)


def make_front(root: Path, definitions: Path, editions: tuple[Path, ...]) -> Volume:
    """The volume of the front: home, a page a guide, and the files beside the guides."""
    guides = sorted({path.parent.name for path in editions})
    pages = [Page("index.md", "What do you need to do?", "\n".join(f"- [{guide}]({guide}/index.md)" for guide in guides) + "\n")]
    for guide in guides:
        listed = "\n".join(f"- [{path.name}]({path.name}/index.md)" for path in editions if path.parent.name == guide)
        pages.append(Page(f"{guide}/index.md", _title(guide), listed + "\n"))
    pages += [_page(root, path, f"{path.stem}.md", {"kind": "glossary"}) for path in sorted(definitions.glob("*.yaml"))]
    nav = (
        NavItem("Home", "index.md"),
        *(NavItem(_title(guide), f"{guide}/index.md") for guide in guides),
        NavItem("Help", None, (NavItem("How to", "help.md"), NavItem("Glossary", "glossary.md"))),
    )
    return Volume(FRONT, "", tuple(pages), nav, tuple(_latest(guides, editions)))


def make_reference(packages: tuple[str, ...]) -> Volume:
    """The volume of the reference: a page a package, written from docstrings."""
    pages = tuple(Page(f"reference/{name}.md", name, f"::: {name}\n") for name in packages)
    return Volume(REFERENCE, "reference", pages, tuple(NavItem(page.title, page.uri) for page in pages))


def _latest(guides: list[str], editions: tuple[Path, ...]) -> Iterator[Redirect]:
    for guide in guides:
        newest = [path for path in editions if path.parent.name == guide][-1]
        for path in sorted(newest.glob("*.yaml")):
            yield Redirect(f"{guide}/latest/{path.stem}/", f"{guide}/{newest.name}/{path.stem}/")


def _page(root: Path, path: Path, uri: str, details: dict[str, object]) -> Page:
    data = yaml.load(path.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if set(data) != {"title", "body"}:
        raise DefinitionError([Problem(Place(path.relative_to(root).as_posix(), 1, 1), "PG108", "the file does not say what it holds")])
    meta = {"description": f"About {data['title']}", "pg": details}
    return Page(uri, data["title"], data["body"], meta, Origin(path.relative_to(root).as_posix(), ("body",)))


def _title(guide: str) -> str:
    return guide.replace("-", " ").capitalize()


def _plain(title: str) -> str:
    return "".join(letter for letter in title if letter.isalnum() or letter == " ")

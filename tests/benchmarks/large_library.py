"""A large library of definitions, made up but shaped like real ones: 100 editions, 20,000 elements, 10 MB."""

from collections.abc import Iterator
from pathlib import Path

_SENTENCE = "Ask what helps before you ask what hurts, and write the answer down in the words that the person used. "


def write_large_library(folder: Path, editions: int = 100, practices: int = 110) -> int:
    """Write a sound library into a folder.

    Args:
        folder: The definitions folder, which is made.
        editions: How many editions to write, ten to a guide.
        practices: How many practices each edition has; roles, events and records come on top.

    Returns:
        The size of what was written, in bytes.
    """
    files = dict(_project_files())
    for number in range(editions):
        guide, version = f"guide-{number // 10}", f"{number % 10 + 1}.0.0"
        files.setdefault(f"guides/{guide}/guide.yaml", _guide(guide, number // 10))
        for name, text in _edition_files(version, number % 10 == 9, practices):
            files[f"guides/{guide}/{version}/{name}"] = text
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return sum(len(text.encode()) for text in files.values())


def _project_files() -> Iterator[tuple[str, str]]:
    entries = "".join(f"  - {{id: source-{n}, type: report, title: Source {n}, read: whole, standing: evaluation}}\n" for n in range(20))
    yield "sources.yaml", f"sources:\n{entries}"


def _guide(guide: str, order: int) -> str:
    return f"guide: {guide}\ntitle: Guide {order}\nkind: practice-guide\norder: {order}\nsummary: It helps.\nabout: It is about help.\n"


def _edition_files(version: str, last: bool, practices: int) -> Iterator[tuple[str, str]]:
    yield (
        "edition.yaml",
        (
            f"edition: {version}\ntitle: Edition {version}\nstatus: superseded\nreleased: 2026-11-23\n"
            f'describes: {{since: "2015"}}\nsummary: "{_SENTENCE}"\naudience: [Practitioners]\n'
        ),
    )
    yield "roles.yaml", "roles:\n" + "".join(_role(n) for n in range(30))
    yield "records.yaml", "records:\n" + "".join(_record(n) for n in range(30))
    yield "principles.yaml", "principles:\n" + "".join(_principle(n) for n in range(30))
    yield (
        "stages.yaml",
        (
            "stages:\n  - id: work\n    title: Work\n    basis: interpretation\n    purpose: Work.\n    begins: true\n    ends: true\n"
            "    enter_when: Now.\n    leave_when: Done.\n    who: [role-0]\n    practices:\n"
            + "".join(f"      - practice-{n}\n" for n in range(practices))
        ),
    )
    for n in range(practices):
        yield f"practices/practice-{n}.yaml", _practice(n, practices)


def _role(n: int) -> str:
    return (
        f"  - id: role-{n}\n    title: Role {n}\n    basis: published\n    sources: [{{ref: source-{n % 20}, where: section {n}}}]\n"
        f"    summary: {_SENTENCE}\n    responsibilities:\n      - {_SENTENCE}\n"
    )


def _record(n: int) -> str:
    return (
        f"  - id: record-{n}\n    title: Record {n}\n    basis: illustrative\n    purpose: {_SENTENCE}\n"
        f"    seen_by: The person.\n    kept_for: As long as needed.\n    written_by: [role-{n}]\n"
    )


def _principle(n: int) -> str:
    return (
        f"  - id: principle-{n}\n    title: Principle {n}\n    basis: interpretation\n    statement: {_SENTENCE}\n"
        f"    why: See [a practice](practice:practice-{n}).\n    looks_like:\n      - {_SENTENCE}\n"
    )


def _practice(n: int, practices: int) -> str:
    steps = "".join(f"  - id: step-{step}\n    do: {_SENTENCE}\n    say: [What would help you today?]\n" for step in range(3))
    return (
        f"practice: practice-{n}\ntitle: Practice {n}\nsummary: It helps.\nbasis: interpretation\n"
        f"sources: [{{ref: source-{n % 20}, where: findings}}]\nwho: [role-{n % 30}]\nuse_when: {_SENTENCE}\n"
        f"do_not_use_when: Follow [the other](practice:practice-{(n + 1) % practices}) then.\nwho_decides: You both decide.\n"
        f"steps:\n{steps}record: [record-{n % 30}]\nrecord_what: What was said.\n"
        f"safety_stops:\n  - id: harm\n    when: You learn of harm.\n    then: Stop now.\n    tell: [role-1]\n"
    )

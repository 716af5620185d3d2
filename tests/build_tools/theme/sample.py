"""Front matter and text such as the engine gives, for pages of a small guide."""

from typing import Any

BODY = """\
# Listen first {#top}

<div class="pg-lead"><p>They say more than you ask.</p><p>It takes ten minutes.</p></div>

## What to do {#steps}

<ol class="pg-steps"><li class="pg-step" id="steps/ask"><div class="pg-step__do"><p>Ask one open question.</p></div></li></ol>

## Write down {#record}

Their words.

## Stop if {#safety}

<div class="pg-safety"><p class="pg-label">Safety stop</p></div>

<div class="pg-evidence"><p class="pg-label">Where this comes from</p></div>
"""


def details(**changed: Any) -> dict[str, Any]:
    """What `page.meta` holds for a practice of an edition in force, with whatever is changed under `pg`."""
    pg = {
        "guide": {"id": "listening", "title": "Listening", "url": "listening/"},
        "edition": edition("2.0.0", "current", "In force"),
        "kind": "practice",
        "kind_title": "Practice",
        "minutes": 4,
        "basis": {"published": 0, "interpretation": 3, "illustrative": 1},
        "permanent": "listening/2.0.0/practices/listen-first/",
        "editions": [
            {"version": "2.0.0", "status": "current", "url": "listening/2.0.0/practices/listen-first/", "same": True, "here": True},
            {"version": "1.1.0", "status": "superseded", "url": "listening/1.1.0/practices/listen-first/", "same": True, "here": False},
            {"version": "1.0.0", "status": "superseded", "url": "listening/1.0.0/practices/", "same": False, "here": False},
            {"version": "0.1.0", "status": "withdrawn", "url": "listening/0.1.0/", "same": False, "here": False},
        ],
        "in_force": None,
        "crumbs": [{"title": "Home", "url": ""}, {"title": "Listening", "url": "listening/"}],
        "search": {"guide": "Listening", "edition": "Listening 2.0.0", "kind": "Practice", "standing": "In force"},
    }
    return {"title": "Listen first", "description": "Ten minutes in which they speak.", "pg": {**pg, **changed}}


def edition(version: str, status: str, standing: str, overdue: bool | None = None) -> dict[str, Any]:
    """An edition as a page's data names it."""
    return {
        "version": version,
        "title": "An edition",
        "status": status,
        "standing": standing,
        "released": "2026-11-23",
        "released_text": "23 November 2026",
        "review_by": "2027-11-23",
        "review_by_text": "23 November 2027",
        "overdue": overdue,
        "url": f"listening/{version}/",
    }


def older(status: str, standing: str, in_force: dict[str, Any] | None) -> dict[str, Any]:
    """What `page.meta` holds for a page of an edition that is not in force."""
    return details(edition=edition("1.0.0", status, standing), in_force=in_force)


IN_FORCE = {"version": "2.0.0", "url": "listening/2.0.0/practices/listen-first/", "same": True}
PAGES: dict[str, tuple[dict[str, Any], str]] = {
    "index.md": (
        {
            "title": "What do you need to do?",
            "hide": ["navigation", "toc", "here"],
            "pg": {"kind": "home", "search": {"standing": "In force"}},
        },
        '# What do you need to do?\n\n<div class="pg-home"><div class="pg-home-search" data-pg-search></div></div>\n',
    ),
    "listening/2.0.0/index.md": (details(kind="overview", kind_title="Guide"), "# Listening 2.0.0\n\nText.\n"),
    "listening/2.0.0/practices/index.md": (details(kind="practices"), "# Practices\n\nText.\n"),
    "listening/2.0.0/practices/listen-first.md": (details(), BODY),
    "listening/2.0.0/records/note.md": (details(), "# Note\n\nText.\n"),
    "overdue.md": (details(edition=edition("2.0.0", "current", "In force", overdue=True)), BODY),
    "in-time.md": (details(edition=edition("2.0.0", "current", "In force", overdue=False)), BODY),
    "superseded.md": (older("superseded", "Superseded", IN_FORCE), BODY),
    "nearest.md": (older("superseded", "Superseded", {**IN_FORCE, "same": False}), BODY),
    "draft.md": (older("draft", "Draft", IN_FORCE), BODY),
    "withdrawn.md": (older("withdrawn", "Withdrawn", None), BODY),
    "help.md": ({}, "# Help\n\nA page written by hand.\n"),
}
NAV = [
    {"Home": "index.md"},
    {
        "Listening": [
            {"Overview": "listening/2.0.0/index.md"},
            {
                "Practices": [
                    {"All practices": "listening/2.0.0/practices/index.md"},
                    {"Listen first": "listening/2.0.0/practices/listen-first.md"},
                ]
            },
            {"Records": [{"Note": "listening/2.0.0/records/note.md"}]},
        ]
    },
    {"Help": "help.md"},
]
GUIDANCE = {
    "about": "Guidance about listening.",
    "not_official": "This is not an official publication.",
    "tasks": "help/",
    "basis": "help/",
    "links": [{"title": "Accessibility statement", "url": "help/"}],
    "fault": {"text": "Something wrong?", "title": "Tell us", "url": "help/"},
    "licences": [{"covers": "Guidance", "title": "CC BY 4.0", "url": "help/"}],
}

"""Values that Hypothesis makes up: pathways, theories, scales, funds and editions with labels of every kind."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from practice_models.library import Edition
from practice_models.vocabulary.evidence import Finding
from practice_models.vocabulary.instrument import Band, Instrument, Item, Reading, Scale, ScalePoint, Section, View
from practice_models.vocabulary.pathway import Stage
from practice_models.vocabulary.plan import Approval, Caps, Fund
from practice_models.vocabulary.publication import EditionHead, Period, Status
from practice_models.vocabulary.theory import Activity, Input, LogicLink, Mechanism, Outcome
from tests.build_tools.pictures.samples import FUND, INSTRUMENT, PUBLICATION, READING, Direction, link, stage

HOSTILE = (
    "</svg><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><!-- & &amp; &#60;script>",
    "</title></desc></text>",
    "'; DROP TABLE practices; --",
    "ab\x00c\x1bd\ufffe",
    "A" * 200,
    "\u202egnirts desrever",
    "日本語の長い題名は分かち書きをしない",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "👩🏽‍🤝‍👨🏿 go together",
    "é" * 80,
    "a-b/c–d—e" * 12,
)
STATUSES: tuple[Status, ...] = ("draft", "current", "superseded", "withdrawn")
DIRECTIONS: tuple[Direction, ...] = ("favourable", "null", "critical", "context")
VIEWS: tuple[tuple[View, ...], ...] = (("person",), ("person", "practitioner", "agreed"))
labels = st.one_of(
    st.sampled_from(HOSTILE),
    st.sampled_from(("Start", "Understand the person", "Work and connect with people and places")),
    st.text(min_size=1, max_size=70).map(lambda text: " ".join(text.split())).filter(bool),
)
prose = st.one_of(
    labels, st.sampled_from(("**Bold** and [a link](practice:x).", "- one\n- two", "<b>raw</b> text", "| a | b |\n|---|---|\n| c | d |"))
)


def _stages(titles: list[str], ways: list[list[int]], ends: list[bool], stops: list[int]) -> tuple[Stage, ...]:
    many = len(titles)
    return tuple(
        stage(
            f"stage-{number}",
            title,
            title,
            tuple(dict.fromkeys(f"stage-{way % many}" for way in ways[number])),
            stops[number],
            begins=number == 0,
            ends=ends[number],
        )
        for number, title in enumerate(titles)
    )


@st.composite
def pathways(draw: st.DrawFn) -> tuple[Stage, ...]:
    """Stages with ways to any stages, themselves included."""
    titles = draw(st.lists(labels, min_size=1, max_size=8))
    many = len(titles)
    ways = draw(st.lists(st.lists(st.integers(0, many - 1), max_size=4), min_size=many, max_size=many))
    ends = draw(st.lists(st.booleans(), min_size=many, max_size=many))
    stops = draw(st.lists(st.integers(0, 3), min_size=many, max_size=many))
    return _stages(titles, ways, ends, stops)


@st.composite
def theories(draw: st.DrawFn) -> Edition:
    """An edition whose logic links join anything with anything, circles and strangers included."""
    counts = draw(st.tuples(*[st.integers(0, 5)] * 4).filter(any))
    titles = iter(draw(st.lists(labels, min_size=sum(counts), max_size=sum(counts))))
    common: dict[str, Any] = {"basis": "illustrative", "says": "It."}
    inputs = tuple(Input.model_construct(id=f"n-{number}", title=next(titles), **common) for number in range(counts[0]))
    activities = tuple(Activity.model_construct(id=f"n-{number}", title=next(titles), **common) for number in range(counts[1]))
    mechanisms = tuple(Mechanism.model_construct(id=f"n-{number}", title=next(titles), **common) for number in range(counts[2]))
    outcomes = tuple(
        Outcome.model_construct(
            id=f"n-{number}", title=next(titles), term=draw(st.sampled_from(("early", "later", "long"))), measures=(), **common
        )
        for number in range(counts[3])
    )
    names = [
        f"{kind}:{node.id}"
        for kind, nodes in (("input", inputs), ("activity", activities), ("mechanism", mechanisms), ("outcome", outcomes))
        for node in nodes
    ]
    ends = st.sampled_from([*names, "activity:stranger"])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30))
    links: tuple[LogicLink, ...] = tuple(link(number, cause, effect) for number, (cause, effect) in enumerate(pairs))
    return Edition(
        publication=PUBLICATION,
        head=head("1.0.0", "A theory", "draft", "2026"),
        inputs=inputs,
        activities=activities,
        mechanisms=mechanisms,
        outcomes=outcomes,
        logic_links=links,
    )


def head(version: str, title: str, status: Status, since: str, until: str | None = None) -> EditionHead:
    """The head of an edition, its title unchecked."""
    return EditionHead.model_construct(
        version=version,
        title=title,
        status=status,
        released=date(2026, 11, 23),
        describes=Period(since=since, until=until),
        summary="It.",
        audience=(),
    )


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A scale of two to nine answers."""
    values = sorted(draw(st.sets(st.integers(-100, 100), min_size=2, max_size=9)))
    points = tuple(ScalePoint.model_construct(id=f"point-{value}", value=value, label=draw(labels), means="It.") for value in values)
    return Scale.model_construct(id="scale", title="A scale", points=points)


@st.composite
def sections(draw: st.DrawFn, scale: Scale, name: str = "section") -> Section:
    """A section that is answered on a scale, with up to six bands."""
    limits = sorted(draw(st.sets(st.floats(-100, 100).map(lambda value: round(value, 1)), min_size=1, max_size=6)))
    bands = tuple(
        Band.model_construct(id=f"band-{number}", title=draw(labels), up_to=limit, means="It.", then="It.")
        for number, limit in enumerate(limits)
    )
    top = bands[-1].model_copy(update={"up_to": 10_000.0})
    reading = Reading.model_construct(
        view="agreed",
        aggregate=draw(st.sampled_from(("mean", "sum", "lowest"))),
        answered_at_least=1,
        bands=(*bands[:-1], top),
        views_differ=READING.views_differ,
    )
    views = draw(st.sampled_from(VIEWS))
    items = tuple(
        Item.model_construct(id=f"item-{number}", label="It", ask="It?", statement="It.", scale=scale.id, listen_for=(), views=views)
        for number in range(draw(st.integers(1, 5)))
    )
    return Section.model_construct(
        id=name, title=draw(labels), about="It.", why="It.", open_with=("It?",), items=items, read=reading, practice="it"
    )


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """An instrument with up to four sections on up to two scales."""
    used = [draw(scales()).model_copy(update={"id": f"scale-{number}"}) for number in range(draw(st.integers(1, 2)))]
    rows = tuple(draw(sections(draw(st.sampled_from(used)), f"section-{number}")) for number in range(draw(st.integers(1, 4))))
    return INSTRUMENT.model_copy(update={"scales": tuple(used), "sections": rows})


@st.composite
def funds(draw: st.DrawFn) -> Fund:
    """A fund with up to four levels of approval."""
    amounts = sorted(draw(st.sets(st.decimals(0, 5000, places=2), min_size=1, max_size=4)))
    levels = tuple(
        Approval(
            id=f"level-{number}",
            up_to=amount,
            by=tuple(f"role-{role}" for role in range(draw(st.integers(1, 5)))),
            within_working_days=draw(st.integers(0, 20)),
        )
        for number, amount in enumerate(amounts)
    )
    caps = Caps(per_request=draw(st.decimals(0, 5000, places=2)), per_person=Decimal(draw(st.integers(0, 9000))))
    return FUND.model_copy(update={"approvals": levels, "caps": caps, "currency": draw(st.sampled_from(("GBP", "EUR", "XAF")))})


moments = st.one_of(
    st.integers(0, 9999).map(lambda year: f"{year:04}"),
    st.tuples(st.integers(1990, 2040), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
)


@st.composite
def publications(draw: st.DrawFn) -> tuple[Edition, ...]:
    """Editions with periods in any order, even ones that end before they begin."""
    statuses = st.sampled_from(STATUSES)
    return tuple(
        Edition(publication=PUBLICATION, head=head(f"{number}.0.0", draw(labels), draw(statuses), draw(moments), draw(st.none() | moments)))
        for number in range(draw(st.integers(1, 6)))
    )


@st.composite
def finding_lists(draw: st.DrawFn) -> tuple[Finding, ...]:
    """Up to forty findings."""
    directions = draw(st.lists(st.sampled_from(DIRECTIONS), min_size=1, max_size=40))
    title = draw(labels)
    return tuple(
        Finding.model_construct(id=f"finding-{number}", title=title, basis="illustrative", sources=(), says="It.", direction=direction)
        for number, direction in enumerate(directions)
    )

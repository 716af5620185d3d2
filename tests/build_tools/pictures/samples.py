"""Values to draw: an edition as full as the real ones, whose facts are made up."""

from datetime import date
from decimal import Decimal
from typing import Literal

from practice_models.library import Edition
from practice_models.vocabulary.base import Citation, SafetyStop
from practice_models.vocabulary.evidence import Finding
from practice_models.vocabulary.instrument import Band, Instrument, Item, Reading, Scale, ScalePoint, Section, ViewsDiffer
from practice_models.vocabulary.pathway import Stage
from practice_models.vocabulary.plan import Approval, Caps, Fund, FundTest, Purchase
from practice_models.vocabulary.publication import EditionHead, Period, Publication, Status
from practice_models.vocabulary.theory import Activity, Input, LogicLink, Mechanism, Outcome

Direction = Literal["favourable", "null", "critical", "context"]
Term = Literal["early", "later", "long"]

STOP = SafetyStop(id="immediate-harm", when="You learn of a threat to a child or a partner.", then="Stop. Follow your service's route now.")


def stage(
    name: str,
    title: str,
    purpose: str = "Find out.",
    following: tuple[str, ...] = (),
    stops: int = 0,
    *,
    begins: bool = False,
    ends: bool = False,
) -> Stage:
    """A stage with what a picture shows of it."""
    return Stage(
        id=name,
        title=title,
        basis="illustrative",
        purpose=purpose,
        begins=begins,
        ends=ends,
        enter_when="It is time.",
        leave_when="It is done.",
        who=("practitioner",),
        next=following,
        safety_stops=tuple(STOP.model_copy(update={"id": f"stop-{number}"}) for number in range(stops)),
    )


STAGES = (
    stage("end-well", "End well", "Close the work so that the person leaves with their own plan and people who know them.", ends=True),
    stage(
        "get-ready",
        "Get ready",
        "Know what is already known, and whose safety is at stake, before you meet.",
        ("start",),
        2,
        begins=True,
    ),
    stage("plan", "Plan", "Agree a few goals that the person wants and the sentence allows.", ("work-and-connect",), 1),
    stage(
        "review",
        "Review",
        "Look back together: what moved, what got in the way, what is next.",
        ("work-and-connect", "understand", "plan", "end-well"),
        2,
        ends=True,
    ),
    stage("start", "Start", "Meet as two people, and be plain about what is fixed and what is open.", ("understand",), 3),
    stage(
        "understand",
        "Understand the person, the strengths and the risks",
        "Hear their account, see the strengths, and look at risk with the person rather than about them.",
        ("plan", "end-well"),
        4,
    ),
    stage(
        "work-and-connect", "Work and connect", "Do what the plan says, and tie the person into places that outlast you.", ("review",), 3
    ),
)

_INPUTS = (
    ("trained-staff", "Practitioners trained in strengths-based work"),
    ("protected-time", "Protected time for each appointment"),
    ("reflective-supervision", "Reflective supervision every month"),
    ("partners", "Local partners who take people on"),
    ("shared-records", "Records that both can read"),
)
_ACTIVITIES = (
    ("ask-first", "Ask for their account before reading yours aloud"),
    ("assess-together", "Assess strengths and risks together"),
    ("write-plan", "Write the plan in the person’s words"),
    ("connect", "Go along to the first meeting with a community group"),
    ("review-often", "Review every twelve weeks"),
    ("safety-in-flow", "Check safety at every stage"),
)
_MECHANISMS = (
    ("feels-heard", "Feels heard and taken seriously"),
    ("owns-plan", "Sees the plan as their own"),
    ("hope", "Begins to see a different future as possible"),
    ("belongs", "Belongs somewhere outside the service"),
    ("trust", "Trusts the practitioner enough to speak of risk"),
)
_OUTCOMES: tuple[tuple[str, str, Term], ...] = (
    ("keeps-coming", "Keeps coming to appointments", "early"),
    ("says-risk", "Tells the practitioner about trouble early", "early"),
    ("goals-met", "Reaches goals of the plan", "later"),
    ("ties", "Has people and places to turn to", "later"),
    ("completes", "Completes the order", "later"),
    ("desists", "Lives without offending", "long"),
    ("victims-safe", "People at risk of harm are safer", "long"),
)
_LINKS = (
    ("input:trained-staff", "activity:ask-first"),
    ("input:trained-staff", "activity:assess-together"),
    ("input:protected-time", "activity:ask-first"),
    ("input:protected-time", "activity:write-plan"),
    ("input:reflective-supervision", "activity:safety-in-flow"),
    ("input:reflective-supervision", "activity:assess-together"),
    ("input:partners", "activity:connect"),
    ("input:shared-records", "activity:review-often"),
    ("input:shared-records", "activity:write-plan"),
    ("activity:ask-first", "mechanism:feels-heard"),
    ("activity:ask-first", "activity:assess-together"),
    ("activity:assess-together", "mechanism:trust"),
    ("activity:assess-together", "mechanism:hope"),
    ("activity:write-plan", "mechanism:owns-plan"),
    ("activity:connect", "mechanism:belongs"),
    ("activity:connect", "outcome:ties"),
    ("activity:review-often", "mechanism:hope"),
    ("activity:review-often", "outcome:goals-met"),
    ("activity:safety-in-flow", "outcome:victims-safe"),
    ("activity:safety-in-flow", "mechanism:trust"),
    ("mechanism:feels-heard", "outcome:keeps-coming"),
    ("mechanism:feels-heard", "mechanism:trust"),
    ("mechanism:trust", "outcome:says-risk"),
    ("mechanism:owns-plan", "outcome:goals-met"),
    ("mechanism:hope", "outcome:keeps-coming"),
    ("mechanism:hope", "outcome:goals-met"),
    ("mechanism:belongs", "outcome:ties"),
    ("outcome:keeps-coming", "outcome:completes"),
    ("outcome:says-risk", "outcome:victims-safe"),
    ("outcome:goals-met", "outcome:desists"),
    ("outcome:ties", "outcome:desists"),
)


def link(number: int, cause: str, effect: str) -> LogicLink:
    """A link of a theory of change."""
    return LogicLink(id=f"link-{number}", cause=cause, effect=effect, because="People act on what they **own**.")


SCALE = Scale(
    id="how-true",
    title="How true this is now",
    points=tuple(
        ScalePoint(id=name, value=value, label=label, means="Both would tick it.")
        for value, (name, label) in enumerate(
            (
                ("not-at-all", "Not at all like me at the moment"),
                ("a-little", "A little like me"),
                ("mostly", "Mostly like me"),
                ("fully", "Just like me"),
            ),
            start=1,
        )
    ),
)
_SECTIONS = (
    ("a-place-to-live", "A place to live"),
    ("money-and-daily-costs", "Money and daily costs"),
    ("work-and-learning", "Work and learning"),
    ("family-and-close-people", "Family and close people"),
    ("friends-and-community", "Friends and community"),
    ("health-and-wellbeing", "Health and wellbeing"),
    ("alcohol-and-drugs", "Alcohol and drugs"),
    ("thinking-and-choices", "Thinking and choices"),
    ("hope-and-identity", "Hope and identity"),
    ("harm-and-safety", "Harm and safety"),
)
READING = Reading(
    aggregate="mean",
    answered_at_least=2,
    bands=tuple(
        Band(id=name, title=title, up_to=up_to, means="So it is.", then="Talk about it.")
        for name, title, up_to in (
            ("building", "Still building", 2.0),
            ("steady", "Steady", 3.0),
            ("strength", "A strength to lean on", 4.0),
        )
    ),
    views_differ=ViewsDiffer(id="talk", by_at_least=2, then="Talk about the difference."),
)


def section(name: str, title: str, reading: Reading = READING, items: int = 4) -> Section:
    """A section of an instrument."""
    questions = tuple(
        Item(id=f"{name}-{number}", label="Settled now", ask="Where do you stay?", statement="I am settled.", scale="how-true")
        for number in range(items)
    )
    return Section(
        id=name, title=title, about="It.", why="It matters.", open_with=("How are things?",), items=questions, read=reading, practice="talk"
    )


INSTRUMENT = Instrument(
    id="enablers-profile",
    title="Enablers profile",
    basis="illustrative",
    purpose="To see the whole picture.",
    scales=(SCALE,),
    sections=tuple(section(name, title) for name, title in _SECTIONS),
    limits="Not known.",
)
_TESTS = (
    (
        "serves-a-goal",
        "Serves a goal in the plan",
        "Which goal does it serve, and how?",
        "It does not serve a goal you set yet. Shall we look at the plan first?",
    ),
    (
        "paid-to-supplier",
        "Is paid to a supplier",
        "Is there a shop or a body that can be paid directly?",
        "The fund pays shops and providers, not people.",
    ),
    (
        "no-other-source",
        "Nobody else should pay",
        "Has the usual source been asked?",
        "Another body has the duty to pay for this; we can ask them together.",
    ),
    (
        "safe",
        "Adds no risk to anyone",
        "Could it be used to find, watch or reach a person at risk?",
        "It could put somebody at risk, so the answer is no.",
    ),
)
FUND = Fund(
    id="enabling-fund",
    title="Enabling fund",
    basis="illustrative",
    purpose="Small sums that serve a goal.",
    currency="GBP",
    caps=Caps(per_request=Decimal(150), per_person=Decimal(300)),
    approvals=(
        Approval(id="small", up_to=Decimal(50), by=("practitioner",), within_working_days=2),
        Approval(id="middle", up_to=Decimal(100), by=("practitioner", "manager"), within_working_days=5),
        Approval(id="large", up_to=Decimal(150), by=("practitioner", "manager", "fund-holder"), within_working_days=10),
    ),
    must=tuple(FundTest(id=name, title=title, ask=ask, refusal=refusal) for name, title, ask, refusal in _TESTS),
    may_buy=(Purchase(id="tools", title="Tools of a trade"),),
    may_not_buy=(Purchase(id="cash", title="Cash"),),
    appeal="Ask the manager.",
)
ROLES = {"practitioner": "Practitioner", "manager": "Practitioner’s manager", "fund-holder": "Fund holder"}
PUBLICATION = Publication(
    id="interchange", title="Interchange", kind="practice-guide", order=10, summary="Case management by strengths.", about="About it."
)


def head(version: str, title: str, status: Status, since: str, until: str | None = None) -> EditionHead:
    """The head of an edition."""
    described = Period(since=since, until=until)
    return EditionHead(
        version=version, title=title, status=status, released=date(2026, 11, 23), describes=described, summary="It is.", audience=("Staff",)
    )


EDITION = Edition(
    publication=PUBLICATION,
    head=head("3.0.0", "Strengths with safety in the flow", "current", "2026-11"),
    stages=STAGES,
    instruments=(INSTRUMENT,),
    funds=(FUND,),
    inputs=tuple(Input(id=name, title=title, basis="illustrative", says="It.") for name, title in _INPUTS),
    activities=tuple(Activity(id=name, title=title, basis="illustrative", says="It.") for name, title in _ACTIVITIES),
    mechanisms=tuple(Mechanism(id=name, title=title, basis="illustrative", says="It.") for name, title in _MECHANISMS),
    outcomes=tuple(
        Outcome(id=name, title=title, basis="illustrative", says="It.", term=term, measures=("count",)) for name, title, term in _OUTCOMES
    ),
    logic_links=tuple(link(number, cause, effect) for number, (cause, effect) in enumerate(_LINKS)),
)
EDITIONS = (
    Edition(publication=PUBLICATION, head=head("1.0.0", "Four steps, three strands", "superseded", "2015", "2018-10")),
    Edition(publication=PUBLICATION, head=head("2.0.0", "Assessment with Enablers of Change", "superseded", "2018-11", "2021-06")),
    EDITION,
    Edition(publication=PUBLICATION, head=head("4.0.0", "Trial text", "draft", "2026-12")),
    Edition(publication=PUBLICATION, head=head("2.1.0", "Wrong dates", "withdrawn", "2019-03", "2019-08")),
)


def finding(name: str, title: str, direction: Direction) -> Finding:
    """A finding."""
    return Finding(
        id=name, title=title, basis="published", sources=(Citation(ref="a-source", where="page 1"),), says=f"{title}.", direction=direction
    )


FINDINGS = (
    finding("heard", "People felt listened to", "favourable"),
    finding("no-difference", "No difference in reoffending was found", "null"),
    finding("risk-of-harm", "Inspectors found risk of harm work too weak", "critical"),
    finding("pride", "People were proud of their plan", "favourable"),
    finding("small-numbers", "Few people took part", "context"),
    finding("staff-liked", "Staff liked the plan", "favourable"),
    finding("caseloads", "Caseloads were high", "critical"),
    finding("reform", "The service was reorganised twice", "context"),
)

"""A little edition with a pathway of every sort, written as an author would, for tests of cases in time."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from practice_models.library import Edition
from practice_models.reading.folders import read_folder

_GUIDE = "guide: crossing\ntitle: Crossing\nkind: practice-guide\norder: 1\nsummary: Gets across.\nabout: Made up.\n"
_HEAD = """\
edition: 1.0.0
title: First
status: draft
released: 2026-11-23
describes: {since: "2026"}
summary: A pathway.
audience: [Testers]
"""
_PEOPLE = """\
roles:
  - {id: worker, title: Worker, basis: illustrative, summary: Works., responsibilities: [Works.]}
  - {id: manager, title: Manager, basis: illustrative, summary: Manages., responsibilities: [Manages.]}
events:
  - {id: opened, title: Opened, basis: illustrative, meaning: The day it opened.}
  - {id: met, title: Met, basis: illustrative, meaning: The day they met.}
  - {id: crossed, title: Crossed, basis: illustrative, meaning: The day of crossing.}
  - {id: called, title: Called, basis: illustrative, meaning: The day a review was called.}
  - {id: visited, title: Visited, basis: illustrative, meaning: The day of a visit.}
  - {id: alarmed, title: Alarmed, basis: illustrative, meaning: The moment of an alarm.}
  - {id: answered, title: Answered, basis: illustrative, meaning: The moment of an answer.}
  - {id: reviewed, title: Reviewed, basis: illustrative, meaning: The day of a review.}
  - {id: closing, title: Closing, basis: illustrative, meaning: The day the end began.}
  - {id: cut-off, title: Cut off, basis: illustrative, meaning: The day of a sudden end., stops_clocks: true}
  - {id: closed, title: Closed, basis: illustrative, meaning: The day it closed.}
records:
  - {id: note, title: Note, basis: illustrative, purpose: Holds., seen_by: All., kept_for: A year.}
"""
_STAGES = """\
stages:
  - id: begin
    title: Begin
    basis: illustrative
    purpose: To begin.
    begins: true
    enter_when: It opens.
    leave_when: They have met.
    entered_by: opened
    left_by: met
    who: [worker]
    records: [note]
    next: [between]
    timescales:
      - {id: meet, what: Meet., event: met, within: {working_days: 5, since: opened}}
    safety_stops:
      - {id: danger, when: Danger shows., then: Stop., tell: [manager]}
  - id: between
    title: Between
    basis: illustrative
    purpose: None.
    enter_when: After.
    leave_when: Before.
    left_by: crossed
    who: [worker]
    next: [go-on]
  - id: go-on
    title: Go on
    basis: illustrative
    purpose: To go on.
    enter_when: They have met again.
    leave_when: The end is near.
    entered_by: visited
    also_entered_by: [reviewed]
    left_by: closing
    who: [worker]
    records: [note]
    next: [look, end]
    timescales:
      - {id: answer, what: Answer., event: answered, recurs: true, within: {duration: PT24H, since: alarmed}}
      - {id: review, what: Review., event: reviewed, repeats: true, within: {duration: P1M, since: visited}}
      - {id: calm, what: Calm., event: reviewed, recurs: true, once: visited, within: {working_days: 3, since: met}}
  - id: look
    title: Look
    basis: illustrative
    purpose: To look.
    enter_when: It is time.
    leave_when: Seen.
    entered_by: called
    left_by: reviewed
    who: [worker]
    next: [go-on]
  - id: end
    title: End
    basis: illustrative
    purpose: To end.
    ends: true
    enter_when: The end is near.
    leave_when: It closed.
    entered_by: closing
    also_entered_by: [cut-off]
    from_any_stage: true
    left_by: closed
    who: [worker]
"""


@cache
def edition() -> Edition:
    """The edition, read from its files."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        inner = root / "guides" / "crossing" / "1.0.0"
        inner.mkdir(parents=True)
        (inner.parent / "guide.yaml").write_text(_GUIDE, encoding="utf-8")
        for name, text in (("edition", _HEAD), ("people", _PEOPLE), ("stages", _STAGES)):
            (inner / f"{name}.yaml").write_text(text, encoding="utf-8")
        result = read_folder(root, root)
    assert result.problems == []
    return result.library.editions[0]

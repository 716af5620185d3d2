"""The pathway holds together: one way in, every stage reached and left, every practice in use."""

from collections.abc import Iterable, Iterator, Mapping

from practice_models.checking.walking import marked_texts
from practice_models.library import Edition
from practice_models.reading.documents import Report
from practice_models.vocabulary.base import Names


def check_pathway(edition: Edition) -> Iterator[Report]:
    """Yield PG501 to PG503 for a pathway without one beginning, and for stages that cannot be reached or left."""
    if not edition.stages:
        return
    begins = [stage.id for stage in edition.stages if stage.begins]
    if len(begins) != 1:
        found = ", ".join(begins) if begins else "none"
        message = f"the pathway begins in {found}; exactly one stage must say 'begins: true'"
        place = begins[1] if begins else edition.stages[0].id
        yield Report(edition.origins["stage", place], "PG503", message)
        return
    forward = {stage.id: stage.next for stage in edition.stages}
    backward = {stage.id: [other.id for other in edition.stages if stage.id in other.next] for stage in edition.stages}
    reached = _reach(begins, forward)
    leads_out = _reach((stage.id for stage in edition.stages if stage.ends), backward)
    for stage in edition.stages:
        origin = edition.origins["stage", stage.id]
        if stage.id not in reached:
            yield Report(origin, "PG501", f"the stage '{stage.id}' cannot be reached from '{begins[0]}'; name it under 'next' of a stage that can")
        if stage.id not in leads_out:
            yield Report(origin, "PG502", f"the stage '{stage.id}' cannot be left: no way leads from it to a stage with 'ends: true'")


def check_use(edition: Edition) -> Iterator[Report]:
    """Yield PG504 for practices outside every stage and section, and PG505 for roles, events and records nobody uses."""
    used = _uses(edition)
    for practice in edition.practices:
        if practice.id not in used["practice"]:
            message = f"the practice '{practice.id}' belongs to no stage and no section; name it under 'practices' of a stage"
            yield Report(edition.origins["practice", practice.id], "PG504", message)
    for kind, words in (("role", edition.roles), ("event", edition.events), ("record", edition.records), ("measure", edition.measures)):
        for word in words:
            if word.id not in used[kind]:
                message = f"nothing in {edition.name} uses the {kind} '{word.id}'; name it where it belongs, or take it out"
                yield Report(edition.origins[kind, word.id], "PG505", message)


def _uses(edition: Edition) -> Mapping[str, set[str]]:
    used: dict[str, set[str]] = {kind: set() for kind in ("role", "event", "record", "practice", "measure")}
    for kind, word in edition.elements():
        for text in marked_texts(word):
            if isinstance(text.mark, Names) and text.mark.kind in used and not (kind == "practice" and text.field == "related"):
                used[text.mark.kind].add(text.text)
    used["practice"] &= {name for stage in edition.stages for name in stage.practices} | {
        section.practice for instrument in edition.instruments for section in instrument.sections
    }
    return used


def _reach(starts: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that can be reached from some starts."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(ways.get(here, ()))
    return reached

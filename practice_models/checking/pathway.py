"""The pathway holds together: one way in, every stage reached and left, every practice in use."""

from collections.abc import Iterable, Iterator, Mapping

from practice_models.checking.walking import Marked
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
            yield Report(
                origin, "PG501", f"the stage '{stage.id}' cannot be reached from '{begins[0]}'; name it under 'next' of a stage that can"
            )
        if stage.id not in leads_out:
            yield Report(origin, "PG502", f"the stage '{stage.id}' cannot be left: no way leads from it to a stage with 'ends: true'")


def check_use(edition: Edition, used: Mapping[str, set[str]]) -> Iterator[Report]:
    """Yield PG504 for practices outside every stage and section, and PG505 for roles, events, records and measures nobody uses.

    A measure that names its chapter is in use: the chapter explains it.

    Args:
        edition: The edition to look at.
        used: What `uses_of` gathered over all of its elements: the ids named anywhere, by kind.
    """
    in_place = {name for stage in edition.stages for name in stage.practices}
    in_place |= {section.practice for instrument in edition.instruments for section in instrument.sections}
    for practice in edition.practices:
        if practice.id not in in_place:
            message = f"the practice '{practice.id}' belongs to no stage and no section; name it under 'practices' of a stage"
            yield Report(edition.origins["practice", practice.id], "PG504", message)
    in_use = {**used, "measure": used.get("measure", set()) | {measure.id for measure in edition.measures if measure.chapter}}
    for kind, words in (("role", edition.roles), ("event", edition.events), ("record", edition.records), ("measure", edition.measures)):
        for word in words:
            if word.id not in in_use.get(kind, ()):
                message = f"nothing in {edition.name} uses the {kind} '{word.id}'; name it where it belongs, or take it out"
                yield Report(edition.origins[kind, word.id], "PG505", message)


def uses_of(texts: Iterable[Marked]) -> Iterator[tuple[str, str]]:
    """Kind and id of every element that some texts name."""
    return ((text.mark.kind, text.text) for text in texts if isinstance(text.mark, Names))


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

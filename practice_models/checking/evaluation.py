"""Editions say how they are evaluated, and what they work out for it are calculations."""

from collections.abc import Iterator

from practice_models.library import Edition
from practice_models.reading.documents import Report
from practice_models.vocabulary.evaluation import Evaluation


def check_evaluation(edition: Edition) -> Iterator[Report]:
    """Yield PG706 for a guide in force that does not say how it is evaluated, and PG707 for examples that calculate nothing."""
    yield from _check_there(edition)
    for evaluation in edition.evaluations:
        yield from _check_calculations(edition, evaluation)


def _check_there(edition: Edition) -> Iterator[Report]:
    if not edition.in_force or edition.publication.kind != "practice-guide":
        return
    if not edition.evaluations:
        message = f"{edition.name} is in force but does not say how it is evaluated; write an evaluation, 'evaluation: the-model'"
        yield Report(edition.origins["edition", edition.head.version], "PG706", message)
    for evaluation in edition.evaluations:
        if not evaluation.calculations:
            message = f"'{evaluation.id}' of an edition in force works nothing out; name a worked example under 'calculations'"
            yield Report(edition.origins["evaluation", evaluation.id], "PG706", message)


def _check_calculations(edition: Edition, evaluation: Evaluation) -> Iterator[Report]:
    kinds = {example.id: example.case_field for example in edition.examples}
    for position, calculation in enumerate(evaluation.calculations):
        kind = kinds.get(calculation.example, "calculation")
        if kind != "calculation":
            origin = edition.origins["evaluation", evaluation.id].at("calculations", position, "example")
            yield Report(origin, "PG707", f"the example '{calculation.example}' is of the kind '{kind}'; allowed: calculation")

"""Decisions as flows: the tests that a request must pass, and whether a practice is the one to follow."""

from collections.abc import Iterable

from build_tools.pictures.flow import Question, draw_flow
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.plain_text import first_sentence, plain_text
from build_tools.pictures.words import count_of
from practice_models.vocabulary.practice import Practice


def draw_decision(
    tests: Iterable[tuple[str, str, str]],
    *,
    key: str,
    title: str,
    refusal: str = "Refuse, and say why:",
    end: str = "It passes every test",
    end_href: str | None = None,
) -> Picture:
    """The tests in order: what passes goes on to the next one, what fails leads to the refusal.

    The picture shows the first sentence of each refusal, the words show it whole.

    Args:
        tests: Each with its title, the question to ask, and the refusal as prose.
        key: What the picture's ids begin with.
        title: The picture's name.
        refusal: What to do where a test fails, before the words of the refusal.
        end: What it means that every test is passed.
        end_href: Where to go from there.
    """
    questions = [Question(name, ask, "Passes", "Fails", refusal, first_sentence(no), plain_text(no)) for name, ask, no in tests]
    return draw_flow(questions, key=key, title=title, end=end, end_href=end_href)


def draw_practice_decision(practice: Practice, *, key: str, link_of: LinkOf = link_nowhere, title: str | None = None) -> Picture:
    """Whether a practice is the one to follow, and what stops it on the way.

    Args:
        practice: When to use it, when not, and its safety stops are drawn.
        key: What the picture's ids begin with.
        link_of: Where the practice leads, called with `("practice", id)`.
        title: The picture's name; made from the practice's title if left out.
    """
    questions = [
        Question("Is it time for this?", plain_text(practice.use_when), "Yes", "No", "Wait, or use another page.", ""),
        Question("Is there a reason not to?", plain_text(practice.do_not_use_when), "No", "Yes", "Do not use this page.", ""),
    ]
    questions += [
        Question("Stop for safety?", plain_text(stop.when), "No", "Yes", "Safety stop", plain_text(stop.then), is_safety=True)
        for stop in practice.safety_stops
    ]
    end = f"Go on: {practice.title} ({count_of(len(practice.steps), 'step')})"
    name = title or f"Before and during: {practice.title}"
    return draw_flow(questions, key=key, title=name, end=end, end_href=link_of("practice", practice.id))

"""Figures in the chapters of a handbook: each is worked out by an example on its page, or is given to its source."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from practice_models.chapters import pieces_of
from practice_models.examples.running import ExampleRun
from practice_models.library import Edition
from practice_models.prose import prose_features
from practice_models.reading.documents import Report
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.example import CalculationCase, ComparisonCase
from practice_models.vocabulary.results import CalculationResult, ComparisonResult

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    "a hundred": 100,
    "hundred": 100,
    **{f"{ten}-{one}": 10 * tens + ones for tens, ten in enumerate(_TENS, 2) for ones, one in enumerate(_ONES[:9], 1)},
    **{ten: 10 * tens for tens, ten in enumerate(_TENS, 2)},
    **{one: ones for ones, one in enumerate(_ONES, 1)},
}
_WORD = f"(?ai:{'|'.join(sorted(_WORDS, key=lambda word: -len(word)))})"
"""In letters of the English alphabet alone: in Unicode, a long s is an s in capitals too."""
_DIGITS = r"\d+(?:,\d{3}){0,9}"
_WHOLE = rf"(?:{_DIGITS}|{_WORD})"
_NUMBER = rf"(?:{_DIGITS}(?:\.\d+)?|{_WORD})"
_ANY_NUMBER = re.compile(rf"(?<![\w.-]){_NUMBER}(?![\w-])", re.IGNORECASE)
_PERCENTAGE = re.compile(
    rf"(?<![\w.-])(?:(?P<low>{_NUMBER})\s+(?:to|or|and)\s+)?(?P<high>{_NUMBER})\s*(?:%|per\s+cent\b|percentage\s+points?\b|(?<=\d)\s+points?\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<![\w.-])(?P<part>{_WHOLE})\s+(?P<how>in|of|out\s+of)\s+(?P<whole>{_WHOLE})(?![\w-])"
    r"(?!\s+(?:hour|day|week|month|year))",
    re.IGNORECASE,
)
_FEW = 5
"""With fewer than so many, 'one of three' is a way of speaking; 'one in three' never is."""
_SOURCED = frozenset({"source", "finding"})


def check_figures(edition: Edition, runs: Sequence[ExampleRun]) -> Iterator[Report]:
    """Yield PG859 for each share or percentage in the chapters of an edition that nobody can check; a draft may still have some.

    Args:
        edition: The edition.
        runs: Its examples, run.
    """
    if edition.head.status == "draft":
        return
    by_id = {run.example.id: run for run in runs}
    for chapter in edition.chapters:
        named = [piece.text for section in chapter.sections for piece in pieces_of(section.text) if piece.kind == "example"]
        known = {number for name in named for number in _numbers_of(by_id[name])}
        origin = edition.origins["chapter", chapter.id]
        texts = list(_texts(chapter))
        in_text = known | {number for _, text in texts for number in _sourced_numbers(text)}  # a heading has no room for a link
        for path, text, enough in [*((path, text, known) for path, text in texts), *((*each, in_text) for each in _headings(chapter))]:
            for figure in bare_figures(text, enough):
                message = (
                    f"no example on the page works out '{' '.join(figure.split())}', and no link beside it leads to a source or a finding"
                )
                yield Report(origin.at(*path), "PG859", message, words=figure)


def bare_figures(text: str, known: set[Decimal]) -> Iterator[str]:
    """The shares and percentages in a piece of prose that are neither known nor stand beside a link to where they come from.

    Args:
        text: Markdown.
        known: The numbers that examples on the page take in, give out or tell of.
    """
    for block in _blocks(text):
        if any(_is_source(feature.text) for feature in prose_features(block) if feature.kind == "link"):
            continue
        for figure, ways in _figures(block):
            if not any(numbers <= known for numbers in ways):
                yield figure


def _texts(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    yield from ((("question",), chapter.question), (("answer",), chapter.answer))
    for place, section in enumerate(chapter.sections):
        yield from ((("sections", place, "text"), piece.text) for piece in pieces_of(section.text) if piece.kind == "prose")
    yield from ((("do_next", place), text) for place, text in enumerate(chapter.do_next))


def _headings(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    yield ("title",), chapter.title
    yield from ((("sections", place, "title"), section.title) for place, section in enumerate(chapter.sections))


def _sourced_numbers(text: str) -> Iterator[Decimal]:
    """The numbers of figures that stand beside a link to where they come from."""
    for block in _blocks(text):
        if any(_is_source(feature.text) for feature in prose_features(block) if feature.kind == "link"):
            yield from (number for _, ways in _figures(block) for numbers in ways for number in numbers)


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs of a text, and each item of its lists and row of its tables."""
    yield from (block for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+[.)])\s)", text) if block.strip())


def _is_source(target: str) -> bool:
    address = parse_address(target)
    return address.kind in _SOURCED if address else target.startswith(("https://", "http://"))


def _figures(block: str) -> Iterator[tuple[str, tuple[set[Decimal], ...]]]:
    """Each figure, with the sets of numbers of which any one would account for it."""
    for found in _PERCENTAGE.finditer(block):
        yield found.group(), ({_value(number) for number in found.group("low", "high") if number},)
    for found in _SHARE.finditer(block):
        part, whole = _value(found["part"]), _value(found["whole"])
        if whole == _WORDS["hundred"]:
            yield found.group(), ({part},)
        elif whole >= _FEW or found["how"].lower() != "of":
            yield found.group(), ({part, whole}, {whole - part, whole})  # who did, or who did not


def _value(number: str) -> Decimal:
    word = _WORDS.get(" ".join(number.lower().split()))
    return Decimal(number.replace(",", "")) if word is None else Decimal(word)


def _numbers_of(run: ExampleRun) -> Iterator[Decimal]:
    """Every number that an example takes in, gives out, rounded too, or tells of."""
    example = run.example
    if isinstance(example.case, CalculationCase):
        yield from (given.value for given in example.case.inputs)
    if isinstance(example.case, ComparisonCase):
        yield from (Decimal(len(example.case.service)), Decimal(len(example.case.others)))
    if run.run and isinstance(run.run.result, ComparisonResult):
        yield from (Decimal(run.run.result.pairs), Decimal(run.run.result.unmatched))
    if run.run and isinstance(run.run.result, (CalculationResult, ComparisonResult)):
        yield from _and_rounded(
            each for number in run.run.result.numbers for each in (number.value, number.low, number.high) if each is not None
        )
    said = [line.words for happening in example.story for line in happening.said]
    for text in (example.title, example.summary, *(happening.happens for happening in example.story), *said):
        yield from (_value(found.group()) for found in _ANY_NUMBER.finditer(text))


def _and_rounded(numbers: Iterable[Decimal]) -> Iterator[Decimal]:
    for number in numbers:
        yield abs(number)
        yield from (abs(number).quantize(Decimal(1), rounding) for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP))

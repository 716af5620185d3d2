"""What came out is written into the file, and nothing else of the file is touched."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from practice_models.examples import run_example
from practice_models.examples.accepting import accept
from practice_models.reading.documents import Origin
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.example import WorkedExample
from tests.cases.story import SOUND
from tests.practice_models.examples.sound import edition, read

_EXPECT = """\
  expect:   # worked out on paper first
    # the sofa
    sections:
      - {section: home, answered: 2, figure: 3.00, band: strength}   # both alike
    rules:
      - {rule: instrument:profile/sections/home/read, says: "the mean of the agreed answers, 1 of 2 at least"}
      - {rule: instrument:profile/sections/home/bands/strength, says: "above 2, up to 4"}
      - {rule: instrument:profile/sections/home/views_differ/differ, says: 2 points apart or more on one item}
      - {rule: instrument:profile/alerts/unsafe, says: "0 or less on safe by person or practitioner; tell manager"}
"""


def _file(answers: str, expect: str = _EXPECT) -> str:
    return f"""\
# A café’s sofa – with letters beyond ASCII, so that places are counted in letters
example: a-safe-sofa
title: A safe sofa
summary: Home holds.
shows: [instrument:profile/sections/home]
people: [{{id: sam, name: Sam, about: "Sleeps on a friend’s sofa."}}]
story: [{{id: asks, happens: The practitioner asks.}}]
assessment:
  instrument: profile
  answers:
{answers}{expect}good_practice: [Both views were taken.]   # stays
discuss:
  - What would you ask next?
"""


_ALIKE = "    - {item: settled, person: 4, practitioner: 4, agreed: 4}\n    - {item: safe, person: 2, practitioner: 2, agreed: 2}\n"
_APART = "    - {item: settled, person: 4, practitioner: 0, agreed: 2}\n    - {item: safe, person: 0, practitioner: 0, agreed: blank}\n"


def _accepted(text: str) -> str:
    example = read(WorkedExample, text.replace("example: a-safe-sofa", "id: a-safe-sofa"))
    edition().origins["example", example.id]  # the sound library has one of this name
    run = run_example(example, edition()).run
    assert run is not None
    return accept(text, ("assessment",), example.case.expect, run.result)


def test_a_file_that_is_right_stays_as_it_is() -> None:
    assert _accepted(_file(_ALIKE)) == _file(_ALIKE)


def test_only_what_differs_is_written_anew() -> None:
    text = _accepted(_file(_APART))
    assert text == _file(
        _APART,
        """\
  expect:   # worked out on paper first
    # the sofa
    sections:
      - {section: home, answered: 1, figure: 2.00, band: building, differ: [settled]}   # both alike
    rules:
      - {rule: instrument:profile/sections/home/read, says: "the mean of the agreed answers, 1 of 2 at least"}
      - {rule: instrument:profile/sections/home/bands/building, says: up to 2}
      - {rule: instrument:profile/sections/home/views_differ/differ, says: 2 points apart or more on one item}
      - {rule: instrument:profile/alerts/unsafe, says: "0 or less on safe by person or practitioner; tell manager"}
    alerts:
      - {alert: unsafe, by: [person, practitioner]}
""",
    )


def test_a_result_is_added_where_nothing_was_expected() -> None:
    text = _accepted(_file(_APART, ""))
    assert "  expect:\n    sections:\n      - {section: home, answered: 1, figure: 2.00, band: building, differ: [settled]}\n" in text
    assert _accepted(text) == text


def test_what_no_longer_comes_out_is_taken_out() -> None:
    text = _file(_ALIKE, _EXPECT + "    alerts:\n      - {alert: unsafe, by: [person]}\n")
    assert _accepted(text) == _file(_ALIKE, _EXPECT + "    alerts: []\n")


def test_block_and_flow_entries_are_both_kept_as_they_are_written() -> None:
    block = _EXPECT.replace(
        "      - {section: home, answered: 2, figure: 3.00, band: strength}   # both alike\n",
        "      - section: home\n        answered: 1   # wrong\n        figure: 3.00\n        band: building\n",
    )
    right = block.replace("answered: 1   # wrong", "answered: 2   # wrong").replace("band: building", "band: strength")
    assert _accepted(_file(_ALIKE, block)) == _file(_ALIKE, right)


_VALUES = st.sampled_from([0, 2, 4, "blank"])


@given(st.lists(_VALUES, min_size=6, max_size=6), st.lists(_VALUES, min_size=6, max_size=6))
def test_accepting_any_change_gives_a_file_that_is_right(before: list[int | str], after: list[int | str]) -> None:
    first = _accepted(_file(_answers(before), ""))
    second = _accepted(first.replace(_answers(before), _answers(after)))
    assert _accepted(second) == second
    example = read(WorkedExample, second.replace("example: a-safe-sofa", "id: a-safe-sofa"))
    assert run_example(example, edition()).reports == ()
    assert second.startswith("# A café’s sofa")
    assert "# stays\n" in second


def _answers(values: list[int | str]) -> str:
    lines = zip(("settled", "safe"), (values[:3], values[3:]), strict=True)
    return "".join(f"    - {{item: {item}, person: {one}, practitioner: {two}, agreed: {three}}}\n" for item, (one, two, three) in lines)


def test_every_example_of_the_sound_library_survives_losing_what_it_expects(tmp_path: Path) -> None:
    library = read_folder(SOUND, SOUND).library
    sound = library.in_force("listening")
    assert sound is not None
    for example in sound.examples:
        origin: Origin = sound.origins["example", example.id]
        run = run_example(example, sound).run
        assert run is not None
        text = (SOUND / origin.file).read_text(encoding="utf-8")
        assert accept(text, (*origin.path, example.case_field), example.case.expect, run.result) == text

"""What stands in prose is found in good time, whatever stands there."""

from time import process_time

import pytest

from practice_models.prose import Feature, prose_features


@pytest.mark.parametrize("line", ["===", "---", "  ---  "])
def test_a_line_below_words_makes_them_a_heading(line: str) -> None:
    assert list(prose_features(f"Words\n{line}\n\nMore")) == [Feature("heading", "")]


def test_a_text_full_of_blank_lines_takes_no_time() -> None:
    begun = process_time()
    assert list(prose_features(" \n" * 10_000 + "x")) == []
    assert process_time() - begun < 1

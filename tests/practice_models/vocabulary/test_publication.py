"""The head of an edition: the time that it describes has months that there are."""

from pathlib import Path

import pytest

from tests.cases.story import Case, break_sound_library, problems_of


@pytest.mark.parametrize("month", ["00", "13", "99"])
def test_a_month_that_no_year_has_is_told(tmp_path: Path, month: str) -> None:
    case = Case("PG205", "", "guides/listening/2.0.0/edition.yaml", 'since: "2025"', f'since: "2025-{month}"', ())
    (told,) = map(str, problems_of(break_sound_library(case, tmp_path)))
    assert told.endswith(f"PG205 'since' is '2025-{month}'; expected a year or a month, such as '2018' or '2018-11'")

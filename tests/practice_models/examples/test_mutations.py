"""A change of one number of a rule is noticed by exactly the examples that use the rule, and they say the new number."""

import pytest

from practice_models.examples import rules_of
from practice_models.library import Edition
from tests.practice_models.examples.mutating import editions_in_force, mutants, notice, uses_of

LEAST = 0.95
"""The share of changes that examples must notice."""


@pytest.fixture(scope="module", params=editions_in_force(), ids=lambda edition: edition.name)
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each of our editions in force."""
    found: Edition = request.param
    return found


def test_a_changed_rule_is_noticed_by_exactly_the_examples_that_use_it(edition: Edition) -> None:
    uses = uses_of(edition)
    found = [notice(mutant, uses) for mutant in mutants(edition)]
    wrong = [
        (each.mutant.rule.address, each.mutant.what, each.failing ^ each.depending) for each in found if each.failing != each.depending
    ]
    assert wrong == []
    assert sum(bool(each.failing) for each in found) >= LEAST * len(found)


def test_a_changed_rule_is_told_with_what_it_says_now(edition: Edition) -> None:
    uses = uses_of(edition)
    for mutant in mutants(edition):
        now = [rule.says for rule in rules_of(mutant.edition) if rule.address in mutant.changed]
        noticed = notice(mutant, uses)
        if noticed.failing and now:
            told = any(says in message for says in now for message in noticed.messages)
            assert told, (mutant.rule.address, mutant.what, noticed.messages)


def test_most_changes_change_what_comes_out_as_well(edition: Edition) -> None:
    uses = uses_of(edition)
    found = [notice(mutant, uses) for mutant in mutants(edition)]
    assert sum(bool(each.by_outcome) for each in found) >= 0.5 * len(found)

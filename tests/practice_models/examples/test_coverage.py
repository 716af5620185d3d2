"""Which rules examples show: every branch counts, and an edition in force must show them all."""

from dataclasses import replace

from practice_models.examples import check_coverage, cover, rules_of, run_edition
from practice_models.examples.coverage import home_of
from tests.practice_models.examples.mutating import editions_in_force
from tests.practice_models.examples.sound import edition


def test_the_sound_library_shows_every_rule() -> None:
    covered = cover(edition(), run_edition(edition()))
    assert [each.rule.address for each in covered] == [rule.address for rule in rules_of(edition())]
    assert [each.rule.address for each in covered if each.missing] == []


def test_both_branches_of_views_that_differ_are_wanted() -> None:
    alone = replace(edition(), examples=edition().examples[:1])
    covered = {each.rule.address: each for each in cover(alone, run_edition(alone))}
    differ = covered["instrument:profile/sections/home/views_differ/differ"]
    assert [branch.outcomes for branch in differ.missing] == [("differ",)]
    assert differ.branches[1].shown_by == ("a-safe-sofa",)


def test_an_edition_that_is_not_in_force_may_leave_rules_unshown() -> None:
    head = edition().head.model_copy(update={"status": "superseded"})
    alone = replace(edition(), head=head, examples=())
    assert list(check_coverage(alone, ())) == []


def test_without_examples_every_rule_and_every_page_is_told() -> None:
    alone = replace(edition(), examples=())
    codes = [report.code for report in check_coverage(alone, ())]
    branches = sum(len(rule.needs) for rule in rules_of(alone))
    assert codes.count("PG857") == branches
    assert codes.count("PG858") == 5  # two stages, a section, a plan and a fund


def test_a_piece_is_told_on_the_page_of_what_it_belongs_to() -> None:
    homes = {
        "stage:start/timescales/meet-first": "stage:start",
        "instrument:profile/sections/home/bands/steady": "instrument:profile/sections/home",
        "instrument:profile/alerts/unsafe": "instrument:profile",
        "fund:fund/caps/per_request": "fund:fund",
    }
    assert {address: home_of(address) for address in homes} == homes


def test_our_own_editions_in_force_have_eight_examples_each_and_show_every_rule() -> None:
    for each in editions_in_force():
        runs = run_edition(each)
        assert [report.message for run in runs for report in run.reports] == []
        assert [report.message for report in check_coverage(each, runs)] == []
        assert len(each.examples) >= 8

from pathlib import Path

import pytest

from build_tools.pages.page import Page, Redirect, Volume
from build_tools.site.engine import FRONT, SitePlan, Tab, VolumePlan
from practice_models.problems import CODES, DefinitionError
from tests.build_tools.site.story import Story, bytes_of


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story.begin(tmp_path_factory.mktemp("built") / "project")
    story.build()
    return story


def problems_of(story: Story, *changes: tuple[Path, str]) -> list[str]:
    """What is told where lines are added to files, which are then put back."""
    before = {path: path.read_text() for path, _ in changes}
    site = bytes_of(story.site)
    for path, line in changes:
        story.add(path, line)
    with pytest.raises(DefinitionError) as raised:
        story.build()
    for path, text in before.items():
        path.write_text(text)
    assert bytes_of(story.site) == site
    return [str(problem) for problem in raised.value.problems]


PLACE = "definitions/guides/guide-1/1.0.0/practice-002.yaml:2:7"
PAGE = "the page 'guide-1/1.0.0/practice-002/' links to"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "  [x](practice-01.md)",
            (
                f"{PLACE}: PG901 {PAGE} 'guide-1/1.0.0/practice-01/' as '../practice-01/', which is not on the site;"
                " did you mean 'guide-1/1.0.0/practice-001/'?"
            ),
        ),
        (
            "  <p><a href='../../3.0.0/practice-001/'>x</a></p>",
            (
                f"{PLACE}: PG901 {PAGE} 'guide-1/3.0.0/practice-001/' as '../../3.0.0/practice-001/', which is not on the site;"
                " did you mean 'guide-1/2.0.0/practice-001/'?"
            ),
        ),
        (
            "  [x](../2.0.0/practice-001.md#steps/step-11)",
            (
                f"{PLACE}: PG902 {PAGE} 'guide-1/2.0.0/practice-001/' as '../../2.0.0/practice-001/#steps/step-11', but that page"
                " has no place '#steps/step-11'; allowed: steps/step-1, steps/step-6, steps/step-7; did you mean 'steps/step-1'?"
            ),
        ),
        ("  [x](#nowhere-at-all)", f"{PLACE}: PG902 {PAGE} 'guide-1/1.0.0/practice-002/' as '#nowhere-at-all', but that page has no place"),
        ("  ![x](../../missing.png)", f"{PLACE}: PG901 {PAGE} 'missing.png' as '../../../missing.png', which is not on the site"),
        ("  [x](../../../../outside.md)", f"{PLACE}: PG901 {PAGE} 'outside/' as '../../../outside/', which is not on the site"),
    ],
)
def test_a_broken_link_is_blamed_on_the_definition(built: Story, line: str, told: str) -> None:
    (problem,) = problems_of(built, (built.definition("1/1.0.0/practice-002"), line))
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "A [word](glossry.md).",
            "docs/help.md:4:10: PG901 the page 'help/' links to 'glossry/' as '../glossry/', which is not on the site; did you mean",
        ),
        (
            "A [word](glossary.md#goal).",
            "docs/help.md:4:10: PG902 the page 'help/' links to 'glossary/' as '../glossary/#goal', but that page has no place '#goal'",
        ),
        (
            "A ![mark](mork.png).",
            "docs/help.md:4:10: PG901 the page 'help/' links to 'mork.png' as '../mork.png', which is not on the site",
        ),
        ("An <a href='../x/'>x</a>.", "docs/help.md:4:13: PG901 the page 'help/' links to 'x/' as '../x/', which is not on the site"),
    ],
)
def test_a_broken_link_in_a_hand_written_page_is_found_in_its_line(built: Story, line: str, told: str) -> None:
    (problem,) = problems_of(built, (built.root / "docs" / "help.md", line))
    assert problem.startswith(told)


def test_all_broken_links_come_at_once(built: Story) -> None:
    told = problems_of(
        built,
        (built.root / "docs" / "help.md", "[x](no.md) [y](nope.md)"),
        (built.definition("1/1.0.0/practice-001"), "  [x](no.md)"),
        (built.definition("1/2.0.0/practice-003"), "  [x](#no)"),
    )
    assert [problem.split(":")[0] for problem in told] == [
        "definitions/guides/guide-1/1.0.0/practice-001.yaml",
        "definitions/guides/guide-1/2.0.0/practice-003.yaml",
        "docs/help.md",
        "docs/help.md",
    ]


def test_what_one_page_loses_is_told_for_every_page_that_leads_there(built: Story) -> None:
    gone = built.definition("1/2.0.0/practice-001")
    text = gone.read_text()
    built.add(built.definition("1/1.0.0/practice-002"), "  [x](../2.0.0/practice-001.md)").build()
    gone.unlink()
    with pytest.raises(DefinitionError) as raised:
        built.build()
    gone.write_text(text)
    assert str(raised.value).startswith(f"{PLACE}: PG901 {PAGE} 'guide-1/2.0.0/practice-001/'")


def test_a_link_that_stands_on_every_page_is_told_three_times(built: Story) -> None:
    config = built.root / "mkdocs.yml"
    text = config.read_text()
    built.change(config, "site_name", "extra_css: [own.css]\nsite_name")
    with pytest.raises(DefinitionError) as raised:
        built.build()
    config.write_text(text)
    first = [str(problem) for problem in raised.value.problems if "'guide-1@1.0.0'" in str(problem)]
    assert len(first) == 3
    assert first[1].startswith("definitions/guides/guide-1/1.0.0/practice-001.yaml:2:7: PG901")
    assert first[1].endswith(
        "links to 'own.css' as '../../../own.css', which is not on the site (and so do 1 more pages of 'guide-1@1.0.0')"
    )


def plan_with(*redirects: Redirect, pages: tuple[Page, ...] = ()) -> SitePlan:
    home = Page("index.md", "Home", "Hello\n")
    return SitePlan(
        (Tab("Home", "index.md"),), (VolumePlan(FRONT, "", repr(redirects), lambda: Volume(FRONT, "", (home, *pages), (), redirects)),)
    )


@pytest.fixture
def small(tmp_path: Path) -> Story:
    story = Story.begin(tmp_path / "project")
    (story.root / "docs" / "help.md").unlink()
    return story


@pytest.mark.parametrize(
    ("redirects", "told"),
    [
        ([Redirect("old/", "nowhere/")], "definitions:1:1: PG901 the redirect at 'old/' leads to 'nowhere/', which is not on the site"),
        (
            [Redirect("old/", "#place")],
            "definitions:1:1: PG902 the redirect at 'old/' leads to '#place', but that page has no place '#place'",
        ),
        (
            [Redirect("old/", "older/"), Redirect("older/", "")],
            "definitions:1:1: PG901 the redirect at 'old/' leads to 'older/', which only leads on to another page",
        ),
        (
            [Redirect("", "")],
            "definitions:1:1: PG903 a redirect to '' would stand at 'index.html', where 'index.md' of the volume 'front' stands already",
        ),
    ],
)
def test_a_redirect_has_to_lead_to_a_page(small: Story, redirects: list[Redirect], told: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        small.build(lambda _: plan_with(*redirects))
    (problem,) = raised.value.problems
    assert str(problem).startswith(told)


def test_a_link_may_lead_to_a_redirect(small: Story) -> None:
    small.build(lambda _: plan_with(Redirect("old/", ""), pages=(Page("a.md", "A", "[old](old.md)\n"),)))
    assert 'href="../old/"' in small.page("a")


def test_a_link_may_lead_into_the_search_index(small: Story) -> None:
    small.build(lambda _: plan_with(pages=(Page("a.md", "A", "[search](pagefind/pagefind.js)\n"),)))
    (small.site / "index.html").unlink()  # so that the site is not taken for current
    with pytest.raises(DefinitionError, match=r"PG901 the page 'a/' links to 'pagefind/none\.js' as '\.\./pagefind/none\.js'"):
        small.build(lambda _: plan_with(Redirect("b/", "a/"), pages=(Page("a.md", "A", "[search](pagefind/none.js)\n"),)))


def test_a_made_page_does_not_hide_one_that_was_written_by_hand(small: Story) -> None:
    (small.root / "docs" / "index.md").write_text("# By hand\n")
    with pytest.raises(DefinitionError) as raised:
        small.build(lambda _: plan_with())
    assert (
        str(raised.value)
        == "docs/index.md:1:1: PG903 a page of this name, 'index.md', is made from definitions; give this one another name"
    )


def test_two_pages_at_one_address_are_told(small: Story) -> None:
    pages = (Page("a.md", "A", "x\n"), Page("a/index.md", "A", "x\n"))
    with pytest.raises(
        DefinitionError, match=r"PG903 'a/index\.md' of the volume 'front' would stand at 'a/index\.html', where 'a\.md' of"
    ):
        small.build(lambda _: plan_with(pages=pages))


def test_every_code_has_its_meaning() -> None:
    assert {"PG901", "PG902", "PG903"} <= CODES.keys()

"""Prose becomes plain text for labels."""

import pytest

from practice_models.plain_text import first_sentence, plain_text


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ("**Ask** [first](practice:ask), then `look`.", "Ask first, then look."),
        ("Two\nlines.\n\nTwo paragraphs", "Two lines. Two paragraphs"),
        ("- one\n- two\n- three.", "one; two; three."),
        ("a <script>alert(1)</script> b", "a alert(1) b"),
        ("<div>\nraw\n</div>", ""),
        ("AT&amp;T &lt;b>", "AT&T <b>"),
    ],
)
def test_markdown_leaves_its_words(prose: str, text: str) -> None:
    assert plain_text(prose) == text


def test_the_first_sentence_ends_at_its_full_stop() -> None:
    assert first_sentence("Wait 2.5 days, e.g. in a cell. Then go. “Now.”") == "Wait 2.5 days, e.g. in a cell."
    assert first_sentence("No stop") == "No stop"

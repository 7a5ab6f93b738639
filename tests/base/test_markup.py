"""What is shown as Markdown reads as the text it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.base.markup import harmless, markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.sampled_from([*"\\`*_{}[]()#+-.!|<>&~=:\"' \n\r12aعـ", "http://a", "&lt;", "](", "**"])


def text_of(page: str) -> str:
    """The text of a paragraph that holds nothing but text."""
    (_, inline, _) = READER.parse(page)
    assert {one.type for one in inline.children} <= {"text", "text_special"}
    return "".join(one.content for one in inline.children)


@given(st.lists(SIGNS, min_size=1).map("".join).filter(str.strip))
def test_a_reader_of_markdown_reads_the_text(text):
    assert text_of(markdown(text)) == " ".join(harmless(text).split())


@pytest.mark.parametrize("text", ["span_ids", "3.5", "a-b", "1 (of 2)", "50%: k = 3", "«قال»"])
def test_text_without_marks_stays_as_it_is(text):
    assert markdown(text) == text

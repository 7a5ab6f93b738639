"""A reader's own parser or tagger, asked instead of the rules of word order."""

import pandas as pd
import pytest

import framing as fr
from framing.base.errors import ParseError
from framing.text.parsing import Parse, Parser, Token
from framing.text.tokens import read_words


def parser_of(text: str, *words: tuple[str, str, int, str]):
    """A parser that knows one text: each token's form, tag, head and relation."""
    tokens, at = [], 0
    for form, tag, head, relation in words:
        at = text.index(form, at)
        tokens.append(Token(at, at + len(form), tag, head, relation))

    def parse(asked: str) -> list[Token]:
        return tokens if asked == text else []

    return parse


def news(text: str) -> pd.DataFrame:
    return fr.read_corpus(pd.DataFrame({"doc_id": ["1"], "outlet": ["x"], "text": [text]}))


def parsed(text: str, parser: Parser) -> fr.AnnotatedCorpus:
    return fr.annotate(news(text), parser=parser)


OBJECT_FIRST = "أعلن استقالته من المنصب الوزير"
PARSED = (
    ("أعلن", "VERB", -1, "root"),
    ("استقالت", "NOUN", 0, "obj"),
    ("ه", "PRON", 1, "nmod"),
    ("من", "ADP", 4, "case"),
    ("المنصب", "NOUN", 1, "nmod"),
    ("الوزير", "NOUN", 0, "nsubj"),
)


def test_the_parsers_subject_is_the_source_and_its_object_the_content() -> None:
    said = fr.attributions(parsed(OBJECT_FIRST, parser_of(OBJECT_FIRST, *PARSED))).iloc[0]
    assert said["source"] == "الوزير"
    assert OBJECT_FIRST[said["content_start"] : said["content_end"]] == "استقالته من المنصب"


def test_without_a_parser_the_rules_read_as_before() -> None:
    before = fr.attributions(news(OBJECT_FIRST))
    within = fr.attributions(parsed(OBJECT_FIRST, parser_of(OBJECT_FIRST, *PARSED)))
    assert not within.equals(before)
    assert fr.attributions(news(OBJECT_FIRST)).equals(before)


def test_a_noun_for_the_tagger_is_no_cue() -> None:
    text = "نقل الوزير عن المصدر أن الهدنة صامدة"
    assert len(fr.attributions(news(text))) == 1
    for tag, cues in (("NOUN", 0), ("VERB", 1)):
        tagger = parser_of(text, ("نقل", tag, -1, ""))
        assert len(fr.attributions(parsed(text, tagger))) == cues


def test_what_the_parser_does_not_say_the_rules_decide() -> None:
    text = "قال الوزير إن الهدنة صامدة"
    ruled = fr.attributions(news(text))
    assert fr.attributions(parsed(text, lambda asked: [])).equals(ruled)


def test_the_source_of_a_preposition_is_the_noun_it_stands_with() -> None:
    text = "الهدنة صامدة بحسب مسؤول في الجيش"
    parser = parser_of(
        text,
        ("الهدنة", "NOUN", 1, "nsubj"),
        ("صامدة", "ADJ", -1, "root"),
        ("بحسب", "ADP", 3, "case"),
        ("مسؤول", "NOUN", 1, "obl"),
        ("في", "ADP", 5, "case"),
        ("الجيش", "NOUN", 3, "nmod"),
    )
    assert fr.attributions(parsed(text, parser)).iloc[0]["source"] == "مسؤول في الجيش"


def test_the_parser_speaks_for_labels_too() -> None:
    text = "قال الوزير إن الإرهابيين فروا"
    parser = parser_of(
        text,
        ("قال", "VERB", -1, "root"),
        ("الوزير", "NOUN", 0, "nsubj"),
        ("إن", "PART", 4, "mark"),
        ("الإرهابيين", "NOUN", 4, "nsubj"),
        ("فروا", "VERB", 0, "ccomp"),
    )
    label = fr.mentions(parsed(text, parser), "militancy").iloc[0]
    assert (label["voice"], label["uttered_by"]) == ("indirect", "وزير")


def test_tokens_out_of_order_are_refused() -> None:
    with pytest.raises(ParseError, match=r"Token 1 .* in the order of the text"):
        Parse((Token(4, 6), Token(0, 2)), (0, 4), (2, 6))


def test_a_head_that_is_no_token_is_refused() -> None:
    with pytest.raises(ParseError, match="hangs on token 5, but there are 1"):
        Parse((Token(0, 2, "VERB", 5, "nsubj"),), (0,), (2,))


def test_tokens_of_a_ring_are_one_phrase() -> None:
    words = read_words("قال هو ذاك")
    ring = (Token(0, 3), Token(4, 6, "", 2, "nsubj"), Token(7, 10, "", 1, "x"))
    hung = Parse((ring[0], Token(4, 6, "", 0, "nsubj"), ring[2]), words.starts, words.ends)
    assert hung.source_of(0, 0) == (1, 2)
    assert Parse(ring, words.starts, words.ends).source_of(0, 0) is None

"""Laws of who says what: whatever the words, everything found stands in the text."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.attribution.attributions import find_attributions
from framing.attribution.quotations import typed_quotes
from framing.attribution.voice import VOICES, word_voices
from framing.corpus.articles import read_corpus
from framing.counting.bases import word_counts, words_by_voice
from framing.counting.features import LEXICONS, features
from framing.layers.span_tables import attributions, leaks, mentions
from framing.text.tokens import read_words

WORDS = (
    "قال وقال أكد مضيفا بحسب وفق نقلا عن نقلت على لسان أن إن بأن الذي التي قد كان وكان "
    "الوزير وزير الخارجية الروسي سيرغي لافروف بوتين وكيري الصحيفة صحيفة الوكالة المصدر مصادر "
    "مسؤول في إلى من عن لم رفض التعليق الأول الأخير البيان بيان الإرهابيين داعش التنظيم «داعش» "
    'تسريبات وثائق مسربة كما فيما بعد حيث ، . : « » ” “ " ( ) \n لا صحة'
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@given(TEXTS)
@settings(max_examples=150)
def test_everything_found_stands_in_the_text(text: str) -> None:
    corpus = read_corpus(pd.DataFrame({"doc_id": ["1"], "outlet": ["x"], "text": [text]}))
    printed = corpus["text"].iloc[0]
    said = attributions(corpus)
    for table in (said, leaks(corpus), mentions(corpus)):
        for row in table.to_dict("records"):
            assert printed[row["start"] : row["end"]] == row["form"]
    for row in said.to_dict("records"):
        for part in ("source", "content", "rest"):
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            assert pd.isna(start) == pd.isna(end)
            assert pd.isna(start) or 0 <= start < end <= len(printed)
        assert (
            pd.isna(row["source_start"])
            or printed[row["source_start"] : row["source_end"]] == row["source"]
        )
        assert row["nested"] == (row["uttered_by"] is not None)


@given(TEXTS)
@settings(max_examples=300)
def test_a_content_holds_neither_its_cue_nor_its_source_and_leaves_no_paragraph(text: str) -> None:
    words = read_words(text)
    for said in find_attributions(words):
        own = [words.cover(said.cue.first, said.cue.last)]
        own += [words.cover(*said.source)] if said.source else []
        for part in said.stretches:
            assert all(part.end <= one.start or one.end <= part.start for one in own)
            first, last = min(part.start, own[0].start), max(part.end, own[0].end)
            assert "\n" not in text[first:last]
            assert part.form(text) == part.form(text).strip()
        if said.rest is not None:
            assert said.content is not None
            assert said.content.end <= own[0].start
            assert own[0].end <= said.rest.start


LABELS = "المسلحين تنظيم الدولة الإسلامية الإسلامية» «الدولة جبهة النصرة النظام السوري أنباء"
SPOKEN = st.lists(st.sampled_from((*WORDS, *LABELS.split(" "))), min_size=1, max_size=40)


@given(SPOKEN.map(" ".join))
@settings(max_examples=300)
def test_the_voice_of_a_word_is_that_of_what_holds_it(text: str) -> None:
    words = read_words(text)
    said = find_attributions(words)
    cues = {place for one in said for place in range(one.cue.first, one.cue.last + 1)}
    speech = [quote for quote in typed_quotes(words) if quote.kind == "speech"]
    for place, (span, voice) in enumerate(zip(words.spans, word_voices(words), strict=True)):
        is_held = any(span in part for one in said for part in one.stretches)
        if any(quote.start <= span.start and span.end <= quote.end for quote in speech):
            assert voice == "direct"
        elif place not in cues:
            assert voice == ("indirect" if is_held else "narrator")


# What a source is called stands in the midst of what it says, and is longer than that.
NAMES = ("داعش", "الإرهابي", "المتشدد", "المسلح", "التكفيري", "وجبهة النصرة")
AROUND = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(
    lambda names: f"هرب الجنود، بحسب تنظيم {' '.join(names)}، أمس."
)


@given(st.lists(SPOKEN.map(" ".join) | AROUND, min_size=1, max_size=3))
@settings(max_examples=100)
def test_what_is_counted_in_a_voice_is_never_more_than_its_words(texts: list[str]) -> None:
    ids = [str(number) for number in range(len(texts))]
    corpus = read_corpus(pd.DataFrame({"doc_id": ids, "outlet": "x", "text": texts}))
    words = words_by_voice(corpus)
    assert words[list(VOICES)].sum(axis=1).tolist() == words["all"].tolist()
    assert words["all"].tolist() == word_counts(corpus).tolist()
    for lexicon in LEXICONS:
        table = features(corpus, [lexicon])
        main = table[table["feature"].str.count("[.]") == 1]
        sums = main.groupby(["doc_id", "voice"])[["count", "base"]].agg(
            {"count": "sum", "base": "max"}
        )
        assert (sums["count"] <= sums["base"]).all()

"""Laws of who says what: whatever the words, everything found stands in the text."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.corpus.articles import read_corpus
from framing.layers.span_tables import attributions, leaks, mentions

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
        for part in ("source", "content"):
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            assert pd.isna(start) == pd.isna(end)
            assert pd.isna(start) or 0 <= start < end <= len(printed)
        assert (
            pd.isna(row["source_start"])
            or printed[row["source_start"] : row["source_end"]] == row["source"]
        )
        assert row["nested"] == (row["uttered_by"] is not None)

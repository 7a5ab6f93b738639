"""The words of a corpus as numbers: the same, however its titles and texts fall into batches."""

import numpy as np
import pandas as pd
import pytest

import framing as fr
from framing.copying.word_keys import read_wording
from framing.text import tokens

NEWS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "title": ["لقاء في موسكو", None, "انتهاء الهدنة"],
        "text": ["وصل كيري أمس. ثم غادر.", "قال المدير إن الهدنة انتهت.", "غادر الوفد موسكو."],
    }
)


@pytest.mark.parametrize("size", [1, 10, 20, 30, 40, 50, 60])
def test_a_batch_may_end_between_a_title_and_its_text(size, monkeypatch):
    whole = read_wording(fr.annotate(NEWS))
    monkeypatch.setattr(tokens, "BATCH", size)
    parts = read_wording(fr.annotate(NEWS))
    for name in ("keys", "parted", "telling", "sentences", "heads", "fields", "articles"):
        assert np.array_equal(getattr(parts, name), getattr(whole, name)), name

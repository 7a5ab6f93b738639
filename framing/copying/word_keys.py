"""The words of a whole corpus as numbers, for asking where the same words stand twice.

A word's number is the hash of its fold, so house spelling makes no difference, and is the same
in every batch. A word tells of copying unless the language or the news needs it anyway: function
words and days, actors of the gazetteer, titles and the names that follow them
(وزير الخارجية الأمريكي جون كيري، صاحب السمو الملكي الأمير خالد بن عبدالعزيز).
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from framing.attribution.actors import found_in
from framing.copying.shingles import Bounds, Flags, Keys, Numbers
from framing.corpus.articles import FIELDS
from framing.layers.annotated import AnnotatedCorpus, Progress
from framing.text.function_words import (
    FUNCTION_WORDS,
    PRONOUN_PHRASES,
    SON_OF,
    TIMES,
    folded,
)
from framing.text.kernel import ENDED, PARTED, hash_all
from framing.text.once import once
from framing.text.orthography import level_table
from framing.text.tokens import Batch, Words, read_batch

MOST_WORDS = 1_000  # of a sentence: what goes on longer has lost its full stops
TITLED_WORDS = 3  # words behind a title, and on both sides of "son of", that are a name
_OF_THE_LANGUAGE = FUNCTION_WORDS | PRONOUN_PHRASES | TIMES
# هؤلاء and the duals, which stand for people counted or named, do tell
_OF_THE_LANGUAGE |= folded("و ف أو أي غير كل بعض هذا هذه تلك", ("",))
TITLES = folded(
    "صاحب صاحبة خادم سمو سموه جلالة جلالته فخامة فخامته معالي معاليه سعادة فضيلة سماحة دولة السمو "
    "السيد السيدة الأستاذ الدكتور الدكتورة المهندس الشيخ الأمير الأميرة الملك السلطان العاهل "
    "أمير ملك شيخ اللواء العميد العقيد المقدم الرائد النقيب الملازم الفريق المشير الجنرال القائد "
    "ولي العهد نائب النائب وكيل الوكيل مدير المدير أمين الأمين محافظ المحافظ رئيس الرئيس رئيسة "
    "وزير الوزير وزيرة مستشار المستشار عضو مساعد المساعد متحدث المتحدث الناطق سفير السفير "
    "المبعوث الموفد مندوب المندوب قائد حاكم"
)
_NOTHING = (*(np.empty(0, kind) for kind in (np.uint64, bool, bool, bool, np.int64)),)


@dataclass(frozen=True, eq=False)
class Wording:
    """A corpus as numbers: the words and sentences of all titles, then of all texts.

    Per word: `keys` (its fold), `parted` (a mark other than a quotation mark stands before it),
    `telling`. `sentences` is where each sentence begins and where the last one ends, `heads`
    where each title and then each text begins; `fields` is the number of each sentence's title,
    or, the titles all counted, of its text, `articles` of its article.
    """

    doc_ids: tuple[str, ...]
    keys: Keys
    parted: Flags
    telling: Flags
    sentences: Bounds
    heads: Bounds

    @cached_property
    def fields(self) -> Numbers:
        """The number of the title or text that each sentence is of."""
        found = np.searchsorted(self.heads, self.sentences[:-1], side="right")
        return (found - 1).astype(np.int32)

    @property
    def articles(self) -> Numbers:
        """The number of the article that each sentence is of."""
        return self.fields % np.int32(max(1, len(self.doc_ids)))

    def place_of(self, sentence: int) -> tuple[str, str]:
        """The article and the field that a sentence is of."""
        field, article = divmod(int(self.fields[sentence]), len(self.doc_ids))
        return self.doc_ids[article], FIELDS[field]

    def words_of(self, sentence: int) -> range:
        """The words of a sentence."""
        return range(int(self.sentences[sentence]), int(self.sentences[sentence + 1]))


def read_wording(reading: AnnotatedCorpus, progress: Progress = iter) -> Wording:
    """Number the words of all titles, then of all texts of a corpus.

    An article whose words cannot be numbered has none, and is set aside in `reuse`.
    """
    titles, texts = [_NOTHING], [_NOTHING]
    n_read = 0  # a batch may end between a title and its text
    for batch in reading.of_batches("reuse", _numbered, progress):
        titles.append(_of_fields(batch, 0, n_read))
        texts.append(_of_fields(batch, 1, n_read))
        n_read += len(batch.heads) - 1
    parts = [list(part) for part in zip(*titles, *texts, strict=True)]
    del titles, texts  # so that each kind of numbers is let go once it is joined
    keys, parted, telling, begins, lengths = (
        np.concatenate(parts.pop(0)) for _ in range(len(parts))
    )
    sentences = _in_bounds(np.append(np.flatnonzero(begins), len(keys)))
    heads = np.concatenate(([0], np.cumsum(lengths[:-1])))
    return Wording(tuple(reading.articles["doc_id"]), keys, parted, telling, sentences, heads)


def _in_bounds(sentences: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Where sentences begin and the last one ends, those of more than `MOST_WORDS` words in parts.

    Sentences are aligned word by word, which takes the square of their words.
    """
    parts = -(-np.diff(sentences) // MOST_WORDS)
    number = np.arange(parts.sum()) - np.repeat(np.cumsum(parts) - parts, parts)
    return np.append(np.repeat(sentences[:-1], parts) + MOST_WORDS * number, sentences[-1])


def _of_fields(batch: Batch, field: int, n_before: int) -> tuple[npt.NDArray[Any], ...]:
    """Of a batch's titles (0) or texts (1): keys, parted, telling, begins, and how many words."""
    keys, telling = _of_batch(batch)
    lengths = np.diff(batch.heads)
    is_mine = (n_before + np.arange(len(lengths))) % len(FIELDS) == field
    here = np.repeat(is_mine, lengths)
    marks = batch.gaps[here]
    return keys[here], marks & PARTED > 0, telling[here], marks & ENDED > 0, lengths[is_mine]


def _numbered(batch: Batch) -> Batch:
    """A batch whose words have their numbers."""
    _of_batch(batch)
    return batch


def numbers_of(words: Words) -> tuple[Keys, Flags]:
    """The keys of a text's words, and which of them tell of copying."""
    here = slice(words.places.start, words.places.stop)
    keys, telling = _of_batch(words.batch)
    return keys[here], telling[here]


@once
def _of_batch(batch: Batch) -> tuple[Keys, Flags]:
    """The keys of a batch's words and which are telling."""
    by_form = _keys(batch)
    keys = by_form[batch.forms]
    plain = np.isin(by_form, _keys_of(_OF_THE_LANGUAGE))[batch.forms]
    titles = np.isin(by_form, _keys_of(TITLES))[batch.forms]
    sons = np.isin(by_form, _keys_of(SON_OF))[batch.forms]
    joined = batch.gaps & PARTED == 0
    names = _behind(titles, joined) | _behind(sons, joined)
    names |= _behind(sons[::-1], np.append(joined[1:], False)[::-1])[::-1]
    return keys, ~(plain | names | _named(batch))


def _keys(batch: Batch) -> Keys:
    """The hash of every word form's fold."""
    return cast(Keys, hash_all(batch.letters, batch.lows, batch.highs, level_table()))


@lru_cache
def _keys_of(folds: frozenset[str]) -> Keys:
    return _keys(read_batch((" ".join(sorted(folds)),)))


def _behind(marked: Flags, joined: Flags) -> Flags:
    """The marked words and so many behind each, up to a mark that parts them."""
    reached, found = marked, marked.copy()
    for _ in range(TITLED_WORDS):
        reached = np.append(False, reached[:-1]) & joined
        found |= reached
    return found


def _named(batch: Batch) -> Flags:
    """The words that stand in the name of an actor."""
    actors = found_in(batch)
    steps = np.zeros(len(batch.forms) + 1, np.int32)
    np.add.at(steps, actors.first, 1)
    np.add.at(steps, actors.last + 1, -1)
    return np.cumsum(steps)[:-1] > 0

"""A corpus read once: its articles, and whatever is found in them, kept as long as it lives.

Every table is a projection of one reading. A table asked for of a DataFrame reads its articles a
batch at a time and lets them go; who has a second question annotates the corpus first:

    news = fr.annotate(fr.read_corpus("seeds"))
    fr.mentions(news), fr.attributions(news)  # each text is read, and attributed, once
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.base.waiting import told_late
from framing.corpus.articles import FIELDS, printed
from framing.layers.failures import Failures
from framing.layers.reading import Article, Place, batches_of, read_each
from framing.text.resources import NOTHING, Resources
from framing.text.tokens import Batch, Words, read_words

Progress = Callable[[Iterable[Any]], Iterable[Any]]
T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True, eq=False)
class AnnotatedCorpus:
    """A corpus that every table can be taken of, without being read again.

    Attributes:
        articles: the corpus, checked.
        resources: the reader's own parser and actors, if any.
        is_kept: whether what was read and found stays for the next question.
        failures: the articles that were set aside, known to the corpus and its parts.
        whole: the corpus of which it is a part, and whose reading it shares.
        is_apart: whether tables are made of the part only, if the whole has none yet.
    """

    articles: pd.DataFrame
    resources: Resources = NOTHING
    is_kept: bool = True
    failures: Failures = field(default_factory=Failures)
    whole: "AnnotatedCorpus | None" = None
    is_apart: bool = False

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        return f"<{len(self):,} annotated articles>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process reads the articles itself: words are quicker read than sent."""
        failures = Failures(self.failures.are_fatal)
        return AnnotatedCorpus, (self.articles, self.resources, self.is_kept, failures)

    @property
    def errors(self) -> pd.DataFrame:
        """The articles that something could not be worked out of, and which table lacks them.

        Columns as in `framing.base.columns.TABLES["errors"]`.
        """
        return self.failures.table()

    def of_each(
        self, function: str, work: Callable[[Article], T], progress: Progress = iter
    ) -> Iterator[T]:
        """What is found in each article; one in which the work fails is set aside.

        What failed may have been another article of its batch, so it is tried once more, read by
        itself. `function` is what the reader asked for.

        Raises `ArticleError` where failures are fatal.
        """
        for article in self.read(progress):
            if not self._are_read(function, [(article.doc_id, name) for name in FIELDS]):
                continue
            try:
                found = work(article)
            except Exception:
                try:
                    found = work(self._article_alone(article))
                except Exception as failure:
                    name = "text" if self._can(work, article.title) else "title"
                    self.failures.note(article.doc_id, name, function, failure)
                    continue
            yield found

    def of_places(
        self, function: str, places: Iterable[Place], work: Callable[[Words], T]
    ) -> dict[Place, T]:
        """What is found in some titles and texts, as `of_each`; one where it fails is left out."""
        found: dict[Place, T] = {}
        for place, words in self.at(places).items():
            if self._are_read(function, [place]):
                found.update((place, one) for one in self._of_one(function, place, words, work))
        return found

    def of_batches(
        self, function: str, work: Callable[[Batch], T], progress: Progress = iter
    ) -> Iterator[T]:
        """What is found in all titles and texts, in order, a batch at a time.

        Where the work fails, it is done title by title and text by text; one in which it fails
        then counts as empty, and its article is set aside.
        """
        places = self._places()
        for batch in self.batches(progress):
            here = list(islice(places, len(batch.heads) - 1))
            self._are_read(function, here)
            try:
                found = [work(batch)]
            except Exception:
                found = []
                for place, words in zip(here, batch.read(), strict=True):
                    alone = self._alone_at(place, words)
                    one = self._of_one(function, place, alone, lambda words: work(words.batch))
                    found += one or [work(read_words("", self.resources).batch)]
            yield from found

    def of_pairs(
        self, function: str, pairs: Iterable[tuple[Place, A]], work: Callable[[A], T]
    ) -> Iterator[T]:
        """What is found of pairs, each given with a place it is of; one that fails is left out."""
        for place, pair in told_late(pairs):
            try:
                found = work(pair)
            except Exception as failure:
                self.failures.note(*place, function, failure)
            else:
                yield found

    def rest(self) -> "AnnotatedCorpus":
        """The corpus without the articles that were set aside."""
        missing = self.articles["doc_id"].isin(set(self.failures))
        if not missing.any():
            return self
        return self._part(self.articles[~missing].reset_index(drop=True))

    def alone(self, doc_id: str) -> "AnnotatedCorpus":
        """One article as a corpus of its own: as it was read with all, else read without them.

        Raises `UnknownNameError` where none has that id.
        """
        articles = self.articles[self.articles["doc_id"] == doc_id].reset_index(drop=True)
        if articles.empty:
            raise unknown("article", doc_id, self.articles["doc_id"])
        if "_kept" not in vars(self):
            return AnnotatedCorpus(articles, self.resources)
        return replace(self._part(articles), failures=Failures(), is_apart=True)

    def read(self, progress: Progress = iter) -> Iterator[Article]:
        """Every article in the order of the corpus; `progress` wraps their ids.

        Without one a loop that takes over two seconds says how far it is, where somebody watches.
        """
        for doc_id, title, text in self._each(self.is_kept, progress):
            yield Article(
                doc_id,
                self._alone.get((doc_id, "title"), title),
                self._alone.get((doc_id, "text"), text),
            )

    def batches(self, progress: Progress = iter) -> Iterator[Batch]:
        """Every batch: the title and the text of an article, then those of the next."""
        is_whole = self.is_kept and self.whole is None  # the batches of a part hold more than it
        last = None
        for _, *article in self._each(is_whole, progress):
            for words in article:
                if words.batch is not last:
                    last = words.batch
                    yield last

    def at(self, places: Iterable[Place]) -> dict[Place, Words]:
        """Some titles and texts, by the article's id and the field.

        Raises `FramingError` for one that the corpus does not hold.
        """
        wanted = list(dict.fromkeys(places))
        doc_ids = set(self.articles["doc_id"])
        for doc_id, name in wanted:
            if doc_id not in doc_ids or name not in FIELDS:
                raise FramingError(
                    f"The corpus holds no {name} of an article '{doc_id}'. Give the corpus that "
                    "the spans were found in, or the spans of this one."
                )
        if self.is_kept:
            return {place: self._alone.get(place, self._kept[place]) for place in wanted}
        return dict(zip(wanted, self._read(wanted), strict=True))

    def parts(self) -> Iterator["AnnotatedCorpus"]:
        """The corpus in parts of a batch each, so that what is counted of one takes little room."""
        for articles in batches_of(self.articles):
            yield self._part(articles)

    def table(
        self, name: Hashable, make: Callable[["AnnotatedCorpus"], pd.DataFrame]
    ) -> pd.DataFrame:
        """A table of what was found, made once; everyone is given a copy of their own."""
        if not self.is_kept:
            return make(self)
        if self.whole is None:
            return self._made(name, make).copy()
        if self.is_apart and name not in self.whole._tables:
            return make(self)
        table = self.whole._made(name, make)
        return table[table["doc_id"].isin(set(self.articles["doc_id"]))].reset_index(drop=True)

    def _made(
        self, name: Hashable, make: Callable[["AnnotatedCorpus"], pd.DataFrame]
    ) -> pd.DataFrame:
        if name not in self._tables:
            self._tables[name] = make(self)
        return self._tables[name]

    @cached_property
    def _tables(self) -> dict[Hashable, pd.DataFrame]:
        return {}

    def _part(self, articles: pd.DataFrame) -> "AnnotatedCorpus":
        whole = self if self.is_kept else None
        return replace(self, articles=articles, is_kept=True, whole=whole)

    def _article_alone(self, article: Article) -> Article:
        """An article of which the title and the text are read by themselves."""
        places = ((article.doc_id, name) for name in FIELDS)
        return Article(article.doc_id, *map(self._alone_at, places, article[1:]))

    def _alone_at(self, place: Place, words: Words) -> Words:
        """A title or text read by itself, and kept so for whoever reads it."""
        alone = read_words(words.text, self.resources)
        if self.is_kept:
            self._alone[place] = alone
        return alone

    @cached_property
    def _alone(self) -> dict[Place, Words]:
        """The titles and texts that were read by themselves."""
        return {} if self.whole is None else self.whole._alone

    def _of_one(
        self, function: str, place: Place, words: Words, work: Callable[[Words], T]
    ) -> list[T]:
        """What is found in a title or text; nothing if it fails even where that is read alone."""
        try:
            return [work(words)]
        except Exception:
            try:
                return [work(self._alone_at(place, words))]
            except Exception as failure:
                self.failures.note(*place, function, failure)
                return []

    def _are_read(self, function: str, places: Sequence[Place]) -> bool:
        """Whether titles and texts could be read; if not, their article is set aside."""
        lost = [place for place in places if place in self._unread]
        for place in lost:
            self.failures.note(*place, function, self._unread[place])
        return not lost

    @cached_property
    def _unread(self) -> dict[Place, Exception]:
        """The titles and texts that could not be read, and why; they count as empty."""
        return {} if self.whole is None else self.whole._unread

    def _can(self, work: Callable[[Article], Any], title: Words) -> bool:
        """Whether the work can be done of a title that has no text."""
        nothing = read_words("", self.resources)
        try:
            work(Article("", title, nothing))
        except Exception:
            return False
        return True

    @cached_property
    def _kept(self) -> dict[Place, Words]:
        if self.whole is not None:
            return {place: self.whole._kept[place] for place in self._places()}
        return dict(zip(self._places(), self._read(self._places()), strict=True))

    def _each(self, is_kept: bool, progress: Progress) -> Iterator[tuple[str, Words, Words]]:
        """The id, title and text of every article, as they are kept or read for this once."""
        fields = iter(self._kept.values() if is_kept else self._read(self._places()))
        progress = told_late if progress is iter else progress
        return zip(progress(self.articles["doc_id"].tolist()), fields, fields, strict=False)

    def _places(self) -> Iterator[Place]:
        """Where titles and texts stand: the title and the text of an article, then of the next."""
        return ((doc_id, name) for doc_id in self.articles["doc_id"] for name in FIELDS)

    def _read(self, places: Iterable[Place]) -> Iterator[Words]:
        return read_each(places, printed(self.articles), self.resources, self._unread)

"""Everything the figures and the report show of a corpus, measured once.

A survey holds, by outlet, the rates of every lexicon's categories split by voice, the
shares, and the house spelling. Articles of one outlet are added up; an article whose
outlet is not known for certain stands for itself.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from framing.base.errors import FramingError
from framing.base.results import Result
from framing.copying.coverage import Coverage, by_outlet, coverage
from framing.copying.overview import Copying, copying
from framing.copying.parallels import Parallel, parallels, wordings
from framing.copying.propositions import Propositions, load_propositions
from framing.corpus.articles import outlet_labels
from framing.counting.bases import word_counts
from framing.counting.features import FACETS, LEXICONS, feature_names, features
from framing.counting.house_spelling import house_spelling, spelling_shares
from framing.counting.pooling import pool
from framing.counting.shares import shares
from framing.counting.speaking import NARRATOR, beside
from framing.counting.zeros import shares_with_zeros, with_zeros
from framing.layers.annotated import AnnotatedCorpus
from framing.layers.corpora import Corpus, complete, reading_of
from framing.lexicon.entries import load_lexicon
from framing.questions.dispersion import dispersion
from framing.questions.keywords import keywords
from framing.questions.naming import naming
from framing.questions.sensitivity import sensitivity

WHOLE = "all texts"
MOST_KEYWORDS = 60  # of an outlet
MOST_PARALLELS = 30  # pairs of passages on a page
MOST_OUTLETS = 15  # what can be told apart: lines of a panel, columns of a page


@dataclass(frozen=True, eq=False)
class Survey:
    """A corpus measured by outlet.

    Attributes:
        reading: the articles, annotated.
        outlets: one row per outlet in the order of the corpus: `outlet` (its key in the
            other tables), `en` and `ar` (its labels), `articles`, `words` (lead and body).
        rates_by_outlet: features by outlet, each voice per words of its own, columns of
            `framing.base.columns.TABLES["features"]` with the outlet in place of doc_id; what
            does not occur has no row.
        shares_by_outlet: shares by outlet, columns of `framing.base.columns.TABLES["shares"]`
            likewise, with the share of hits in house spelling among them; what has no base has
            no row.
        rates, shares: the same of the outlets that are shown (`largest`), zeros filled in.
        whole: the same shares of the corpus as a whole, doc_id being `WHOLE`.
        propositions: what is looked for in every article, if anything is.
        features, article_shares, spelling: the same article by article, as
            `framing.features`, `framing.shares` and `framing.counting.house_spelling` give them.
    """

    reading: AnnotatedCorpus = field(repr=False)
    outlets: pd.DataFrame
    rates_by_outlet: pd.DataFrame = field(repr=False)
    shares_by_outlet: pd.DataFrame = field(repr=False)
    whole: pd.DataFrame = field(repr=False)
    features: pd.DataFrame = field(repr=False)
    article_shares: pd.DataFrame = field(repr=False)
    spelling: pd.DataFrame = field(repr=False)
    propositions: Propositions | None = field(repr=False)

    @property
    def corpus(self) -> pd.DataFrame:
        """The articles, checked."""
        return self.reading.articles

    @cached_property
    def rates(self) -> pd.DataFrame:
        """The rates of the outlets that are shown, zeros filled in."""
        shown = self.rates_by_outlet["doc_id"].isin(self.largest()["outlet"])
        return with_zeros(
            self.rates_by_outlet[shown], _looked_at(self.rates_by_outlet["feature"]), voice="split"
        )

    @cached_property
    def shares(self) -> pd.DataFrame:
        """The shares of the outlets that are shown, zeros filled in."""
        return shares_with_zeros(self.shares_by_outlet, self.largest()["outlet"])

    @cached_property
    def copying(self) -> Copying:
        """What articles share and what was changed in it."""
        return copying(self.reading)

    @cached_property
    def parallels(self) -> list[Parallel]:
        """Pairs of passages of different outlets, the most telling changes first."""
        return parallels(self.reading, self.copying.pairs, self.copying.edits, MOST_PARALLELS)

    @property
    def looked_for(self) -> Propositions:
        """The propositions; raises `FramingError` where none were named."""
        if self.propositions is None:
            raise FramingError(
                "No propositions were looked for. Name a shipped set or a file of yours: "
                "survey(corpus, propositions='moscow-2016')."
            )
        return self.propositions

    @cached_property
    def coverage(self) -> Coverage:
        """Which article holds which proposition."""
        return coverage(self.reading, self.looked_for)

    @cached_property
    def denial(self) -> Parallel | None:
        """What is said of the proposition that most outlets deny."""
        return wordings(self.reading, self.coverage)

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Coverage by outlet: `state`, `articles` that hold it so, of how many, near-misses."""
        return by_outlet(self.coverage, self.reading)

    @cached_property
    def dispersion(self) -> Result:
        """Where in each article the words of terrorism stand."""
        return dispersion(self.reading)

    @cached_property
    def naming(self) -> Result:
        """Which of its names each thing is called by, outlet by outlet."""
        return naming(self.reading, by=outlet_labels(self.reading.articles))

    @cached_property
    def sensitivity(self) -> Result:
        """How the rate of the words of terrorism moves with each choice made before it."""
        return sensitivity(self.reading)

    @cached_property
    def keywords(self) -> Result:
        """The words that are distinctive of each outlet beside the others."""
        return keywords(self.reading, most=MOST_KEYWORDS)

    def largest(self) -> pd.DataFrame:
        """The outlets with most words, as many as can be shown, in the order of the corpus."""
        most = self.outlets.nlargest(MOST_OUTLETS, "words", keep="first").index
        return self.outlets.loc[sorted(most)]


@complete
def survey(corpus: Corpus, *, propositions: str | Path | Propositions | None = None) -> Survey:
    """Measure a corpus by outlet, with every shipped lexicon.

    `propositions` is a shipped set or your own, as in `framing.coverage`; coverage is shown only of
    a set that was named, since one made for another event finds nothing, or something false.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or
    `PropositionError` for a set that cannot be used.
    """
    wanted = None if propositions is None else load_propositions(propositions)
    reading = reading_of(corpus, is_kept=True)
    groups = outlet_labels(reading.articles)
    by_article, article_shares = features(reading), shares(reading)
    spelling = house_spelling(reading)
    taken = article_shares, spelling_shares(spelling)
    together = pd.Series(WHOLE, index=groups.index)
    by_outlet, whole = (
        pd.concat([pool(table, of) for table in taken], ignore_index=True)
        for of in (groups, together)
    )
    return Survey(
        reading=reading,
        outlets=_outlets(reading, groups),
        rates_by_outlet=pool(by_article, groups),
        shares_by_outlet=by_outlet,
        whole=shares_with_zeros(whole, [WHOLE]),
        features=by_article,
        article_shares=article_shares,
        spelling=spelling,
        propositions=wanted,
    )


def _looked_at(counted: "pd.Series[str]") -> list[str]:
    """The categories of every lexicon with their facets, and the names that occur anywhere."""
    parts = [name.split(".") for name in counted.unique()]
    occurring = {(part[0], part[2]) for part in parts if len(part) == 3}
    return [
        name
        for lexicon in LEXICONS
        for name in feature_names(load_lexicon(lexicon))
        for _, *finer in [name.split(".")[1:]]
        if not finer or finer[0] in FACETS or (lexicon, finer[0]) in occurring
    ]


def sourcing_ladder(found: Survey) -> pd.DataFrame:
    """The references to each kind of source, outlet by outlet: mentions and distinct sources.

    One row per outlet and scored category of the sourcing lexicon: `doc_id` (the outlet),
    `category`, mentions in each voice (`narrator`, `indirect`, `direct`), `sources` (distinct
    ones among the narrator's), and of the narrator's mentions, per 1,000 of the narrator's words,
    `base`, `unit`, `rate_per_1000`, `ci_low`, `ci_high`.
    """
    keys = ["doc_id", "category"]
    feature = found.rates["feature"]
    rates = found.rates.assign(category=feature.str.removeprefix("sourcing."))
    rates = rates[feature.str.startswith("sourcing.")]
    distinct = found.shares[found.shares["share"] == "distinct sources"]
    own = distinct[distinct["voice"] == NARRATOR].rename(columns={"count": "sources"})
    known = rates[rates["voice"] == NARRATOR].drop(columns=["voice", "feature", "count"])
    ladder = beside(rates, keys).drop(columns=["count", "base"])
    return ladder.merge(own[[*keys, "sources"]], on=keys).merge(known, on=keys)


def _outlets(reading: AnnotatedCorpus, groups: pd.Series) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "outlet": groups,
            "en": groups,
            "ar": outlet_labels(reading.articles, lang="ar"),
            "articles": 1,
            "words": word_counts(reading),
        }
    )
    return (
        table.groupby("outlet", sort=False)
        .agg({"en": "first", "ar": "first", "articles": "sum", "words": "sum"})
        .reset_index()
    )

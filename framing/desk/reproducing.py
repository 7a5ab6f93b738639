"""The code that gives a reader what the desk shows: the same functions, the same rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.desk.asked import Question

WIDTH = 12  # words shown on each side of a span
_FINDERS = {"attribution": "fr.attributions(reading)", "sourcing": "fr.leaks(reading)"}


@dataclass(frozen=True)
class Origin:
    """How a reader's own code comes to the reading, and to each lexicon.

    Attributes:
        reading: an expression for the annotated corpus.
        lexicons: by name, the lexicon as it was given.
    """

    reading: str
    lexicons: dict[str, str]

    def finder(self, layer: str, *, is_own: bool) -> str:
        """The call that gives the table of spans of a layer."""
        name = self.lexicons.get(layer, layer) if is_own else layer
        if name == layer and layer in _FINDERS:
            return _FINDERS[layer]
        return f"fr.mentions(reading, {name!r})"


def chart_code(question: Question, origin: Origin, outlets: Sequence[str]) -> str:
    """Rates, shares or who calls whom: the table `shown`, of some outlets or of all."""
    lines = [*_chosen(question, origin, outlets), *_CHARTS[question.view](question, origin)]
    return "\n".join((*lines, "shown", ""))


def sentences_code(question: Question, origin: Origin, chart: str, layer: str) -> str:
    """The sentences of a row of `shown`."""
    if question.view == "calls":
        side, _, target = question.mark.partition("|")
        column, wanted = "side", side
        more = f' & (shown["category"] == {target!r})'
    else:
        column, wanted, more = "doc_id", question.mark, ""
    told = ""
    if question.sort != "text":
        told += f", sort={question.sort!r}"
    if question.sample:
        told += f", sample={question.sample}, seed={question.seed}"
    return (
        chart.removesuffix("shown\n")
        + f'row = shown[(shown["{column}"] == {wanted!r}){more}].iloc[0]\n'
        + f"spans = {origin.finder(layer, is_own=question.view == 'rates')}\n"
        + 'spans = spans[spans["span_id"].isin(row["span_ids"])]\n'
        + f"fr.kwic(reading, spans, width={WIDTH}{told})\n"
    )


def article_code(question: Question, origin: Origin, doc_id: str, lexicons: Sequence[str]) -> str:
    """An article, opened at a span."""
    marked = [origin.lexicons.get(name, name) for name in lexicons]
    at = f", at={question.at!r}" if question.at else ""
    return _begun(origin) + f"fr.article(reading, {doc_id!r}, lexicons={marked!r}{at})\n"


def swaps_code(question: Question, origin: Origin, outlets: Sequence[str]) -> str:
    """Which word stands for which in passages that the chosen articles share."""
    chosen = _kept_pairs() if any(question.narrowed) else []
    lines = [
        *_chosen(question, origin, outlets),
        "from framing.copying.overview import copying",
        "",
        "found = copying(reading)  # takes a while",
        *chosen,
        "shown = found.substitutions",
    ]
    return "\n".join((*lines, "shown", ""))


def _kept_pairs() -> list[str]:
    return [
        "from dataclasses import replace",
        "",
        'is_chosen = [found.pairs[f"doc_id_{side}"].isin(articles["doc_id"]) for side in "ab"]',
        "pairs = found.pairs[is_chosen[0] & is_chosen[1]]",
        'edits = found.edits[found.edits["pair_id"].isin(pairs["pair_id"])]',
        "found = replace(found, pairs=pairs, edits=edits)",
    ]


def _begun(origin: Origin) -> str:
    return f"import framing as fr\n\nreading = {origin.reading}\n"


def _chosen(question: Question, origin: Origin, outlets: Sequence[str]) -> Iterator[str]:
    """The lines that choose the articles."""
    yield _begun(origin) + "articles = reading.articles"
    if outlets:
        names = f"{list(outlets)!r}"
        yield f"articles = articles[fr.outlet_labels(articles).isin({names}).to_numpy()]"
    if question.start or question.end:
        yield 'days = articles["date"].dt.strftime("%Y-%m-%d")'
        ends = f"{question.start or '0'!r}, {question.end or '9'!r}"
        yield f"articles = articles[days.between({ends})]"
    if question.event:
        yield f'articles = articles[articles["event"] == {question.event!r}]'


def _rates(question: Question, origin: Origin) -> list[str]:
    name = question.feature.partition(".")[0]
    lexicon = origin.lexicons.get(name, name)
    split = ', voice="all"' if question.voice == "all" else ""
    return [
        f"rates = fr.features(reading, [{lexicon!r}]{split})",
        "by_outlet = fr.pool(rates, fr.outlet_labels(articles))",
        f"shown = fr.with_zeros(by_outlet, {lexicon!r}{split})",
        f'shown = shown[(shown["feature"] == {question.feature!r})'
        f' & (shown["voice"] == {question.voice!r})]',
    ]


def _shares(question: Question, _: Origin) -> list[str]:
    return [
        *_taken(question),
        "by_outlet = fr.pool(shares, fr.outlet_labels(articles))",
        f'shown = by_outlet[(by_outlet["share"] == {question.share!r})'
        f' & (by_outlet["category"] == {question.category!r})]',
        *_in_voice(question, "terror voice"),
    ]


def _calls(question: Question, _: Origin) -> list[str]:
    return [
        "import pandas as pd",
        "",
        *_taken(question),
        'together = pd.Series("all texts", index=articles["doc_id"])',
        "shown = fr.pool(shares, together)",
        'shown = shown[shown["share"] == "target by side"]',
        *_in_voice(question),
    ]


def _taken(question: Question) -> list[str]:
    split = ', voice="all"' if question.voice == "all" else ""
    return [f"shares = fr.shares(reading{split})"]


def _in_voice(question: Question, of_all: str = "") -> list[str]:
    """The rows of one voice, where the share is taken in each."""
    if question.voice == "all" or question.share == of_all:
        return []
    return [f'shown = shown[shown["voice"] == {question.voice!r}]']


_CHARTS = {"rates": _rates, "shares": _shares, "calls": _calls}

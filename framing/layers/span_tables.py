"""The tables a user asks for: mentions, attributions, leaks, quotations.

Each function takes a corpus, as `framing.corpus.articles.read_corpus` gives it or annotated
(`framing.layers.annotated`), and returns one tidy table of spans. Titles are read too; the column
`field` tells them from texts. Nothing in an agency credit line is counted.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pandas as pd

from framing.attribution.actors import group_of
from framing.attribution.attributions import Attribution, entities_of, find_attributions
from framing.attribution.certainty import Certainty, certainty_of
from framing.attribution.leaks import find_references
from framing.attribution.quotations import is_label_quoted, typed_quotes
from framing.attribution.rules import Trust
from framing.attribution.surnames import without_surnames
from framing.attribution.targets import target_of
from framing.attribution.voice import Voice, voice_of, voice_of_cue
from framing.base import columns
from framing.base.errors import unknown
from framing.corpus.zones import find_zones, zone_at
from framing.layers.annotated import Progress
from framing.layers.corpora import Corpus, reading_of
from framing.layers.reading import Article
from framing.lexicon.entries import Lexicon, load_lexicon
from framing.lexicon.evidence import CUE_THRESHOLD, THRESHOLD, score, scored_hits
from framing.lexicon.matching import facet_of
from framing.text.tokens import Span, Words, span_row

_Rows = Callable[[str, str, Words], Iterator[dict[str, Any]]]


def mentions(
    corpus: Corpus,
    lexicon: str | Path | Lexicon | Sequence[str] = "militancy",
    *,
    least_score: float = THRESHOLD,
    progress: Progress = iter,
) -> pd.DataFrame:
    """Find where a lexicon's words are used, each with its voice.

    One row per mention; columns as in `framing.base.columns.TABLES["mentions"]`. `lexicon` is
    the name of a shipped lexicon, the path of your own TOML file, or a list of words (see
    `framing.lexicon.entries.load_lexicon`). `progress` wraps the articles, as `tqdm.tqdm` does.

    A word of several readings (نقل: transmitted, transmission) counts if its context score
    is at least `least_score`; see `framing.lexicon.evidence`. 0 keeps them all, with their scores.

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` or
    `LexiconError` for a lexicon that cannot be used.
    """
    loaded = load_lexicon(lexicon)

    def rows(doc_id: str, field: str, words: Words) -> Iterator[dict[str, Any]]:
        hits = without_surnames(words, scored_hits(words, loaded, least_score))
        for hit in hits:
            span = words.cover(hit.first, hit.last)
            voice, uttered_by = voice_of(words, span)
            facet = facet_of(words, hit)
            yield span_row(loaded.name, doc_id, field, span, words.text) | {
                "lexicon": loaded.name,
                "entry": hit.entry.id,
                "lemma": hit.entry.lemma,
                "category": hit.entry.category,
                "name": hit.entry.name or None,
                "facet": facet or None,
                "target": target_of(words, hit, facet, hits),
                "spelling": hit.spelling,
                "score": score(words, hit),
                "voice": voice,
                "certainty": _certainty(words, field, span, voice),
                "label_quoted": is_label_quoted(words, span),
                "uttered_by": uttered_by,
            }

    return _table("mentions", corpus, rows, progress, (loaded, least_score))


def _certainty(words: Words, field: str, span: Span, voice: Voice) -> Certainty:
    """By which rule a span has its voice; a headline's own words are a class of their own."""
    is_headline = field == "title" or zone_at(words, span.start) == "headline"
    if voice == "narrator" and is_headline:
        return "headline"
    return certainty_of(words, span, voice)


def attributions(
    corpus: Corpus,
    *,
    least_score: float = CUE_THRESHOLD,
    rules: Trust = "trusted",
    progress: Progress = iter,
) -> pd.DataFrame:
    """Find the cues that give somebody a voice, with the stance each takes.

    One row per cue; columns as in `framing.base.columns.TABLES["attributions"]`. A verb counts
    if its context score is at least `least_score`, as in `mentions`; that is asked beside
    the rules of `framing.attribution.cue_rules`. Where a label speaks without a verb (الوزير: ...)
    the cue is the colon, in an interview the mark before an answer: their lemma has no letter. Each
    entity, side and type has the rule it is known by; those that are wrong more than once in five
    times (docs/rules.md) leave it unknown, unless `rules` is "all".

    Raises `CorpusError` for a corpus that breaks the schema, `UnknownNameError` for other `rules`.

    Limits: sources and contents are read by rules of word order, without a parser; what no
    rule and no gazetteer knows is null or unknown. `python benchmarks/accuracy.py` says how
    often that is right.
    """
    if rules not in get_args(Trust):
        raise unknown("choice of rules", rules, get_args(Trust))

    def rows(doc_id: str, field: str, words: Words) -> Iterator[dict[str, Any]]:
        for said in find_attributions(words, least_score):
            span = said.cue.span(words)
            yield (
                span_row("attribution", doc_id, field, span, words.text)
                | _said_cells(words, said)
                | _speaker_cells(words, said, rules)
            )

    return _table("attributions", corpus, rows, progress, (least_score, rules))


def _said_cells(words: Words, said: Attribution) -> dict[str, Any]:
    """How something is introduced, what is said, and in whose words."""
    cue, content, rest = said.cue, said.content, said.rest
    return {
        "lemma": cue.entry.lemma,
        "stance": cue.entry.category,
        "bleached": cue.entry.bleached,
        "score": cue.score,
        "mode": said.mode,
        "content_start": content.start if content else None,
        "content_end": content.end if content else None,
        "rest_start": rest.start if rest else None,
        "rest_end": rest.end if rest else None,
        "nested": said.is_nested,
        "voice": voice_of_cue(words, said),
        "uttered_by": said.uttered_by,
    }


def _speaker_cells(words: Words, said: Attribution, rules: Trust) -> dict[str, Any]:
    """Who says it: the phrase, and what the rules make of it, as far as they are trusted."""
    speaker = said.speaker if rules == "all" else said.speaker.trusted()
    source = words.cover(*said.source) if said.source else None
    return {
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "source": source.form(words.text) if source else None,
        "entity": speaker.entity,
        "entity_rule": speaker.rules.entity,
        "side": speaker.side,
        "side_group": group_of(words, speaker.side),
        "side_rule": speaker.rules.side,
        "source_type": speaker.source_type,
        "type_rule": speaker.rules.source_type,
    }


def leaks(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """Find references to leaks, unnamed sources and media as sources ("sourcing" in print).

    One row per reference; columns as in `framing.base.columns.TABLES["leaks"]`.

    Raises `CorpusError` for a corpus that breaks the schema.
    """

    def rows(doc_id: str, field: str, words: Words) -> Iterator[dict[str, Any]]:
        references = find_references(words)
        entities = entities_of(words) if references else []
        for reference, entity in zip(references, entities, strict=True):
            span = words.cover(reference.first, reference.last)
            voice, uttered_by = voice_of(words, span)
            yield span_row("sourcing", doc_id, field, span, words.text) | {
                "category": reference.category,
                "subtype": reference.subtype,
                "role": reference.role,
                "entity": entity,
                "voice": voice,
                "uttered_by": uttered_by,
            }

    return _table("leaks", corpus, rows, progress)


def quotations(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """Find the quotation marks, paired and typed; what has no partner is reported too.

    One row per pair or lone mark; columns as in `framing.base.columns.TABLES["quotes"]`.

    Raises `CorpusError` for a corpus that breaks the schema.
    """

    def rows(doc_id: str, field: str, words: Words) -> Iterator[dict[str, Any]]:
        for quote in typed_quotes(words):
            span = Span(quote.start, quote.end)
            yield span_row("quotes", doc_id, field, span, words.text) | {
                "kind": quote.kind,
                "balanced": quote.balanced,
            }

    return _table("quotes", corpus, rows, progress, function="quotations")


def zones(corpus: Corpus, *, progress: Progress = iter) -> pd.DataFrame:
    """List the parts of every article: headline, caption, lead, body, crosshead, credit.

    One row per part; columns as in `framing.base.columns.TABLES["zones"]`. A title of its own
    column is one headline in the field `title`.

    Raises `CorpusError` for a corpus that breaks the schema.
    """
    return columns.table(
        "zones",
        chain.from_iterable(reading_of(corpus).of_each("zones", _zone_rows, progress)),
    )


def _zone_rows(article: Article) -> list[dict[str, Any]]:
    return [
        span_row("zones", article.doc_id, field, span, words.text) | {"zone": zone}
        for field, words in article.fields()
        for span, zone in _parts(field, words)
    ]


def _parts(field: str, words: Words) -> Iterable[tuple[Span, str]]:
    if field == "text":
        return find_zones(words)
    return [(Span(0, len(words.text)), "headline")] if len(words) else []


def _table(
    name: str,
    corpus: Corpus,
    rows: _Rows,
    progress: Progress,
    asked: Hashable = None,
    *,
    function: str = "",
) -> pd.DataFrame:
    """The rows of every title and text that stand outside credit lines, as one table.

    An annotated corpus makes it once for everything `asked`. `function` is whose table it is, if
    that has another name.
    """

    def collected(article: Article) -> list[dict[str, Any]]:
        return list(_collect(rows, article))

    return reading_of(corpus).table(
        (name, asked),
        lambda whole: columns.table(
            name, chain.from_iterable(whole.of_each(function or name, collected, progress))
        ),
    )


def _collect(rows: _Rows, article: Article) -> Iterator[dict[str, Any]]:
    for field, words in article.fields():
        for row in rows(article.doc_id, field, words):
            if field != "text" or zone_at(words, row["start"]) != "credit":
                yield row

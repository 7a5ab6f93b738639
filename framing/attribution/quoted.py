"""The quotation marks of a text, typed by its cues and by the names it may quote."""

from functools import lru_cache

from framing.attribution.cues import cue_spans
from framing.attribution.quotations import find_quotes
from framing.lexicon.entries import load_lexicon
from framing.text.once import once
from framing.text.orthography import fold
from framing.text.quotation_marks import Quote
from framing.text.tokens import Span, Words

LABEL_WORDS = 4  # quotation marks round so few words may quote a label only


@once
def typed_quotes(words: Words) -> tuple[Quote, ...]:
    """The quotation marks of a text, paired, and typed by its cues and the known names."""
    return find_quotes(words, cues=tuple(cue_spans(words)), names=_known_names())


def is_label_quoted(words: Words, span: Span, quotes: tuple[Quote, ...]) -> bool:
    """Whether the span stands in quotation marks of its own: a name or a scare quote."""
    return any(
        quote.kind in ("name", "scare")
        and quote.start <= span.start
        and span.end <= quote.end
        and len(words.within(Span(quote.start, quote.end))) <= LABEL_WORDS
        for quote in quotes
    )


@lru_cache
def _known_names() -> frozenset[str]:
    """Names of organisations and outlets, folded: quotation marks round them are no scare."""
    entries = (*load_lexicon("militancy").entries, *load_lexicon("sourcing").entries)
    return frozenset(
        " ".join(fold(word) for word in entry.lemma.split())
        for entry in entries
        if entry.category in ("organisation", "media-as-source")
    )

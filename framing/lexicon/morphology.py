"""Inflect Arabic words as they are printed: without vowels.

From a lexeme's lemma, root and pattern this module derives every stem that news prose
prints, each with a slot that says which clitics it may carry. Everything happens on
skeletons, so forms that differ in vowels only (أَعلن, أُعلن) are one stem.
"""

import re
from collections.abc import Iterator

from framing.lexicon.conjugation import verb
from framing.lexicon.declension import Stem, adjective, names_persons, noun, person
from framing.lexicon.entries import Lexeme

# a hamza inside the word, after a letter that joins to the left: شيئا, يجيئون
_AFTER_JOINED = re.compile("(?<=[بتثجحخسشصضطظعغفقكلمنهي])ء(?=.)")


def stems(lexeme: Lexeme) -> frozenset[Stem]:
    """Derive every stem of a lexeme.

    Raises `LexiconError` for a verb without root and form, or with a form nobody knows.

    >>> from framing.lexicon.entries import Lexeme
    >>> say = Lexeme(lemma="قال", kind="verb", root="قول", form="I")
    >>> sorted({stem.text for stem in stems(say) if stem.slot == "indicative"})
    ['تقول', 'تقولان', 'يقول', 'يقولان', 'يقولون']
    """
    found = {
        Stem(text, stem.slot, stem.part)
        for stem in _inflect(lexeme)
        for text in _spelled(stem.text)
    }
    return frozenset(stem for stem in found if stem.text not in lexeme.exclude)


def _spelled(text: str) -> Iterator[str]:
    """Contract hamza and alif to madda, seat a hamza; before waw it has two seats."""
    text = text.replace("أا", "آ").replace("أأ", "آ").replace("اأ", "اء")
    text = _AFTER_JOINED.sub("ئ", text)
    yield text
    for unseated in ("أو", "ءو"):
        if unseated in text[1:]:
            yield text[0] + text[1:].replace(unseated, "ؤو")


def _inflect(lexeme: Lexeme) -> Iterator[Stem]:
    if lexeme.kind == "verb":
        yield from verb(lexeme)
    elif lexeme.kind == "adjective":
        yield from adjective(lexeme.lemma, "noun")
    elif lexeme.kind == "noun":
        yield from noun(lexeme.lemma, "noun")
        if names_persons(lexeme.lemma, lexeme.plurals):
            yield from person(lexeme.lemma, "noun")
    else:
        yield Stem(lexeme.lemma, "fixed", "particle" if lexeme.kind == "particle" else "noun")
    for plural in lexeme.plurals:
        yield from noun(plural, "noun", dual=False)
    for masdar in lexeme.masdars:
        yield from noun(masdar, "masdar")
    for form in lexeme.forms:
        is_verb = lexeme.kind == "verb"
        yield Stem(form, "perfect" if is_verb else "free", "verb" if is_verb else "noun")

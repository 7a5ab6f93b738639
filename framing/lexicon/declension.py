"""Nouns and adjectives as they are printed, without vowels; and what a stem is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Part = Literal["verb", "participle", "masdar", "noun", "particle"]
Slot = Literal[
    "free",  # any noun: article, prepositions and pronouns
    "sealed",  # a noun that takes no pronoun: ends in ta marbuta or in nunation's alif
    "construct",  # no article: the head of a genitive
    "bound",  # only before a pronoun: ta for ta marbuta, alif for final ya
    "fixed",  # a name or particle as printed
    "perfect",
    "indicative",  # the only slot that takes the future sa-
    "subjunctive",
    "jussive",  # only after lam, lamma or li-
    "closed",  # a present that takes no pronoun: passives, plurals in waw and alif
    "past",  # a past that takes none
]


@dataclass(frozen=True)
class Stem:
    """A printed form without clitics, the slot that governs its clitics, its part of speech."""

    text: str
    slot: Slot
    part: Part


def noun(lemma: str, part: Part, *, dual: bool = True) -> Iterator[Stem]:
    """Singular and dual of a noun; its plurals are listed by the lexicon.

    >>> sorted(stem.text for stem in noun("وثيقة", "noun"))
    ['وثيقة', 'وثيقت', 'وثيقتا', 'وثيقتان', 'وثيقتي', 'وثيقتين']
    """
    if lemma.endswith("ة"):
        base = lemma[:-1] + "ت"
        yield Stem(lemma, "sealed", part)
        yield Stem(base, "bound", part)
    else:
        base = lemma
        yield Stem(lemma, "free", part)
        if lemma.endswith("ى"):
            base = lemma[:-1] + "ي"
            yield Stem(lemma[:-1] + "ا", "bound", part)
        elif lemma.endswith("اء"):
            yield from (Stem(lemma[:-1] + seat, "bound", part) for seat in "ؤئ")
        else:
            yield Stem(lemma + "ا", "sealed", part)
            if lemma.endswith("ء"):
                yield from (Stem(lemma[:-1] + seat, "bound", part) for seat in "ؤئ")
    if dual:
        yield from (Stem(base + ending, "sealed", part) for ending in ("ان", "ين"))
        if lemma.endswith("ة"):
            yield from (Stem(base + ending, "construct", part) for ending in ("ا", "ي"))


def person(lemma: str, part: Part) -> Iterator[Stem]:
    """What a noun that names men has besides: its feminine, and its dual before a genitive.

    >>> sorted(stem.text for stem in person("وزير", "noun"))
    ['وزيرا', 'وزيرات', 'وزيرة', 'وزيرت', 'وزيرتا', 'وزيرتان', 'وزيرتي', 'وزيرتين', 'وزيري']
    """
    yield from noun(lemma + "ة", part)
    yield Stem(lemma + "ات", "free", part)
    yield from (Stem(lemma + ending, "construct", part) for ending in ("ا", "ي"))


def names_persons(lemma: str, plurals: tuple[str, ...]) -> bool:
    """Whether a plural is of a pattern that persons have: وزراء, نواب beside نائب.

    >>> names_persons("وزير", ("وزراء",)), names_persons("شارع", ("شوارع",))
    (True, False)
    """
    has_agents = len(lemma) == 4 and lemma[1] == "ا"  # فاعل
    for plural in plurals:
        if len(plural) == 5 and plural.endswith("اء") and plural[0] == lemma[0]:  # فعلاء
            return True
        if has_agents and len(plural) == 4 and plural[::3] == lemma[::3] and plural[2] == "ا":
            return True
    return False


def adjective(lemma: str, part: Part) -> Iterator[Stem]:
    """Both genders, singular, dual and sound plural, free and construct.

    >>> {"إرهابيي", "إرهابيتان", "إرهابيات"} <= {s.text for s in adjective("إرهابي", "noun")}
    True
    """
    yield Stem(lemma, "free", part)
    yield Stem(lemma + "ا", "sealed", part)
    yield Stem(lemma + "ة", "sealed", part)
    yield Stem(lemma + "ت", "bound", part)
    yield Stem(lemma + "ات", "free", part)
    for ending in ("ان", "ين", "تان", "تين", "ون"):
        yield Stem(lemma + ending, "sealed", part)
    for ending in ("و", "ي", "تا", "تي"):
        yield Stem(lemma + ending, "construct", part)

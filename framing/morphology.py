"""Inflect Arabic words as they are printed: without vowels.

From a lexeme's lemma, root and pattern this module derives every stem that news prose
prints, each with a slot that says which clitics it may carry. Everything happens on
skeletons, so forms that differ in vowels only (أَعلن, أُعلن) are one stem. First and second
persons, imperatives and the feminine plural of verbs are left out: news rarely prints
them, and their short forms collide with common nouns (نصف, نقل).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.errors import LexiconError
from framing.lexicon import Lexeme

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
    "passive",  # takes no pronoun
]

WEAK = "وي"


@dataclass(frozen=True)
class Stem:
    """A printed form without clitics, the slot that governs its clitics, its part of speech."""

    text: str
    slot: Slot
    part: Part


def stems(lexeme: Lexeme) -> frozenset[Stem]:
    """Derive every stem of a lexeme.

    Raises `LexiconError` for a verb without root and form, or with a form nobody knows.

    >>> from framing.lexicon import Lexeme
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
    """Contract hamza and alif to madda; a hamza before waw has two good seats."""
    text = text.replace("أا", "آ").replace("أأ", "آ")
    yield text
    if "أو" in text[1:]:
        yield text[0] + text[1:].replace("أو", "ؤو")


def _inflect(lexeme: Lexeme) -> Iterator[Stem]:
    if lexeme.kind == "verb":
        yield from _verb(lexeme)
    elif lexeme.kind == "adjective":
        yield from adjective(lexeme.lemma, "noun")
    elif lexeme.kind == "noun":
        yield from noun(lexeme.lemma, "noun")
    else:
        yield Stem(lexeme.lemma, "fixed", "particle" if lexeme.kind == "particle" else "noun")
    for plural in lexeme.plurals:
        yield from noun(plural, "noun", dual=False)
    for masdar in lexeme.masdars:
        yield from noun(masdar, "masdar")
    for form in lexeme.forms:
        yield Stem(form, "perfect" if lexeme.kind == "verb" else "free", _part(lexeme))


def _part(lexeme: Lexeme) -> Part:
    return "verb" if lexeme.kind == "verb" else "noun"


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
    if dual:
        yield from (Stem(base + ending, "sealed", part) for ending in ("ان", "ين"))
        if lemma.endswith("ة"):
            yield from (Stem(base + ending, "construct", part) for ending in ("ا", "ي"))


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


@dataclass(frozen=True)
class _Bases:
    """A verb's bases: past and present, active and passive, and its active participle.

    `weak` names the class of the ending: "" (strong), "hollow" or "defective". A
    defective base lacks its last radical; `past_end` and `present_end` print it.
    """

    past: str
    present: str
    short: str
    past_passive: str
    present_passive: str
    participle: str
    past_end: str = ""
    present_end: str = ""


def _verb(lexeme: Lexeme) -> Iterator[Stem]:
    if not lexeme.root or not lexeme.form:
        raise LexiconError(
            f"The verb '{lexeme.lemma}' has no root or no form. Give both, as in "
            'root = "قول", form = "I".'
        )
    bases = _bases(lexeme)
    if bases.past_end:
        yield from _defective(bases)
    else:
        yield from _sound(bases)
    yield from _participle(bases)


def _sound(bases: _Bases) -> Iterator[Stem]:
    for ending in ("", "ت", "تا", "ا", "وا"):
        yield Stem(bases.past + ending, "perfect", "verb")
        if bases.past_passive != bases.past:
            yield Stem(bases.past_passive + ending, "passive", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    for prefix in "يت":
        yield Stem(prefix + bases.present, "indicative", "verb")
        yield Stem(prefix + bases.present + "ان", "indicative", "verb")
        yield Stem(prefix + bases.present + "ا", "subjunctive", "verb")
        if bases.short != bases.present:
            yield Stem(prefix + bases.short, "jussive", "verb")
        if bases.present_passive != bases.present:
            yield Stem(prefix + bases.present_passive, "passive", "verb")
    yield Stem("ي" + bases.present + "ون", "indicative", "verb")
    yield Stem("ي" + bases.present + "وا", "subjunctive", "verb")
    yield Stem("ي" + bases.present + "و", "bound", "verb")


def _defective(bases: _Bases) -> Iterator[Stem]:
    yield Stem(bases.past + bases.past_end, "perfect", "verb")
    for ending in ("ت", "تا", "وا"):
        yield Stem(bases.past + ending, "perfect", "verb")
    yield Stem(bases.past + "ا", "bound", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    if len(bases.past_passive) > 2:
        yield Stem(bases.past_passive + "يت", "passive", "verb")
    for prefix in "يت":
        yield Stem(prefix + bases.present + bases.present_end, "indicative", "verb")
        yield Stem(prefix + bases.present, "jussive", "verb")
        if bases.present_end == "ى":
            yield Stem(prefix + bases.present + "ا", "bound", "verb")
        else:
            yield Stem(prefix + bases.present_passive + "ى", "passive", "verb")
    yield Stem("ي" + bases.present + "ون", "indicative", "verb")
    yield Stem("ي" + bases.present + "وا", "subjunctive", "verb")


def _participle(bases: _Bases) -> Iterator[Stem]:
    base = bases.participle
    if not bases.past_end:
        yield from adjective(base, "participle")
        return
    yield Stem(base, "free", "participle")
    for ending in ("ي", "يا", "ية", "ين", "ون", "يات"):
        yield Stem(base + ending, "sealed", "participle")


# How each derived form prints its past and present; {a}{b}{c}{d} are the radicals.
_PATTERNS = {
    "I": ("{a}{b}{c}", "{a}{b}{c}"),
    "II": ("{a}{b}{c}", "{a}{b}{c}"),
    "III": ("{a}ا{b}{c}", "{a}ا{b}{c}"),
    "IV": ("أ{a}{b}{c}", "{a}{b}{c}"),
    "V": ("ت{a}{b}{c}", "ت{a}{b}{c}"),
    "VI": ("ت{a}ا{b}{c}", "ت{a}ا{b}{c}"),
    "VII": ("ان{a}{b}{c}", "ن{a}{b}{c}"),
    "VIII": ("ا{a}{t}{b}{c}", "{a}{t}{b}{c}"),
    "X": ("است{a}{b}{c}", "ست{a}{b}{c}"),
    "QI": ("{a}{b}{c}{d}", "{a}{b}{c}{d}"),
    "QII": ("ت{a}{b}{c}{d}", "ت{a}{b}{c}{d}"),
}
_SHORT_MIDDLE = ("I", "IV", "VII", "VIII", "X")  # forms in which a weak middle radical turns vowel
_ASSIMILATED = {"د": ("د", ""), "ط": ("ط", ""), "ز": ("ز", "د"), "ص": ("ص", "ط"), "ض": ("ض", "ط")}


def _bases(lexeme: Lexeme) -> _Bases:
    root, form = lexeme.root, lexeme.form
    if form not in _PATTERNS or len(root) != (4 if form.startswith("Q") else 3):
        raise LexiconError(
            f"The verb '{lexeme.lemma}' has root '{root}' and form '{form}'. A form is one of "
            f"{', '.join(_PATTERNS)}; its root has three letters, four for QI and QII."
        )
    past, present = _PATTERNS[form]
    a, b, c = root[:3]
    t = "ت"
    if form == "VIII":
        a, t = ("ت", "") if a in "وت" else _ASSIMILATED.get(a, (a, "ت"))
    radicals = {"a": a, "b": b, "c": c, "d": root[3:], "t": t}
    if b in WEAK and c not in WEAK and form in _SHORT_MIDDLE:
        return _hollow(lexeme, past, present, radicals)
    if b == c and form in _SHORT_MIDDLE:
        radicals["c"] = ""
    if c in WEAK:
        return _weak_last(lexeme, past, present, radicals)
    return _strong(lexeme, past, present, radicals)


def _strong(lexeme: Lexeme, past: str, present: str, radicals: dict[str, str]) -> _Bases:
    form = lexeme.form
    fast = past.format(**radicals)
    slow = _present(present.format(**radicals), lexeme)
    if slow.endswith("أ") and form in ("II", "III", "IV", "VII", "VIII", "X"):
        slow = slow[:-1] + "ئ"
    past_passive = present_passive = ""
    if form in ("III", "VI"):
        past_passive = fast.replace("ا", "و", 1)
    if form == "I":
        past_passive = fast.replace("أ", "ئ") if radicals["b"] == "أ" else ""
        present_passive = {"و": f"و{slow}", "أ": f"ؤ{slow[1:]}"}.get(radicals["a"], "")
    participle = "{a}ا{b}{c}".format(**radicals).replace("اأ", "ائ") if form == "I" else "م" + slow
    return _Bases(fast, slow, slow, past_passive or fast, present_passive or slow, participle)


def _hollow(lexeme: Lexeme, past: str, present: str, radicals: dict[str, str]) -> _Bases:
    def fill(pattern: str, middle: str) -> str:
        return pattern.format(**{**radicals, "b": middle})

    long = {"I": lexeme.root[1], "IV": "ي", "X": "ي"}.get(lexeme.form, "ا")
    if lexeme.vowel == "a":
        long = "ا"
    active = fill(present, long)
    participle = "{a}ائ{c}".format(**radicals) if lexeme.form == "I" else "م" + active
    return _Bases(
        past=fill(past, "ا"),
        present=active,
        short=fill(present, ""),
        past_passive=fill(past, "ي"),
        present_passive=fill(present, "ا"),
        participle=participle,
    )


def _weak_last(lexeme: Lexeme, past: str, present: str, radicals: dict[str, str]) -> _Bases:
    form, cut = lexeme.form, {**radicals, "c": ""}
    past_end, present_end = "ى", "ى" if form in ("V", "VI") else "ي"
    if form == "I" and lexeme.root[2] == "و":
        past_end, present_end = "ا", "و"
    if lexeme.root == "رأي" and form == "I":
        present_end = "ى"
    elif form == "I" and lexeme.vowel == "a":
        past_end, present_end = "ي", "ى"
    active = _present(present.format(**cut), lexeme)
    fast = past.format(**cut)
    participle = "{a}ا{b}".format(**radicals).replace("اأ", "ائ") if form == "I" else "م" + active
    return _Bases(fast, active, active, fast, active, participle, past_end, present_end)


def _present(base: str, lexeme: Lexeme) -> str:
    """Print a present base's first radical: waw drops in form I, hamza takes its seat."""
    if lexeme.root == "رأي" and lexeme.form == "I":
        return "ر"  # the one common verb that drops its hamza: رأى, يرى
    if lexeme.form == "I" and base.startswith("و"):
        return base[1:]
    if lexeme.form in ("II", "III", "IV") and base.startswith("أ"):
        return "ؤ" + base[1:]
    return base

"""Verbs as they are printed, without vowels, conjugated from root and form.

First and second persons, imperatives and the feminine plural are left out: news rarely
prints them, and their short forms collide with common nouns (نصف, نقل).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.declension import Stem, adjective
from framing.errors import LexiconError
from framing.lexicon import Lexeme

WEAK = "وي"


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


def verb(lexeme: Lexeme) -> Iterator[Stem]:
    """Derive the finite forms and the active participle of a verb.

    Raises `LexiconError` for a verb without root and form, or with a form nobody knows.
    """
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
        yield Stem(bases.past + ending, "closed" if ending == "وا" else "perfect", "verb")
        if bases.past_passive != bases.past:
            yield Stem(bases.past_passive + ending, "closed", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    for prefix in "يت":
        yield Stem(prefix + bases.present, "indicative", "verb")
        yield Stem(prefix + bases.present + "ان", "indicative", "verb")
        yield Stem(prefix + bases.present + "ا", "subjunctive", "verb")
        if bases.short != bases.present:
            yield Stem(prefix + bases.short, "jussive", "verb")
        if bases.present_passive != bases.present:
            yield Stem(prefix + bases.present_passive, "closed", "verb")
    yield Stem("ي" + bases.present + "ون", "indicative", "verb")
    yield Stem("ي" + bases.present + "وا", "closed", "verb")
    yield Stem("ي" + bases.present + "و", "bound", "verb")


def _defective(bases: _Bases) -> Iterator[Stem]:
    yield Stem(bases.past + bases.past_end, "perfect", "verb")
    kept = "ي" if bases.past_end == "ي" else ""  # خشي keeps its last radical: خشيت
    for ending in ("ت", "تا"):
        yield Stem(bases.past + kept + ending, "perfect", "verb")
    yield Stem(bases.past + "وا", "closed", "verb")
    yield Stem(bases.past + (kept or "ا"), "bound", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    if len(bases.past_passive) > 2:
        yield Stem(bases.past_passive + "يت", "closed", "verb")
    for prefix in "يت":
        yield Stem(prefix + bases.present + bases.present_end, "indicative", "verb")
        yield Stem(prefix + bases.present, "jussive", "verb")
        if bases.present_end == "ى":
            yield Stem(prefix + bases.present + "ا", "bound", "verb")
        else:
            yield Stem(prefix + bases.present_passive + "ى", "closed", "verb")
    yield Stem("ي" + bases.present + "ون", "indicative", "verb")
    yield Stem("ي" + bases.present + "وا", "closed", "verb")


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
    a, b, c = tuple(root[:3])
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
    participle = "{a}ا{b}{c}".format(**radicals) if form == "I" else "م" + slow
    participle = participle.replace("اأ", "ائ")
    if participle.endswith("أ"):
        participle = participle[:-1] + "ئ"
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

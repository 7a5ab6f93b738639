"""Verbs as they are printed, without vowels, conjugated from root and form.

First and second persons, imperatives and the feminine plural are left out: news rarely
prints them, and their short forms collide with common nouns (نصف, نقل).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.base.errors import LexiconError
from framing.lexicon.declension import Slot, Stem, adjective
from framing.lexicon.entries import Lexeme

WEAK = "وي"


@dataclass(frozen=True)
class _Bases:
    """A verb's bases: past and present, active and passive, and its active participle.

    A defective base lacks its last radical; `past_end` and `present_end` print it, and
    `passive_end` prints it in the past passive where no noun looks the same. A jussive's
    `short` base differs from `present` in hollow verbs only.
    """

    past: str
    present: str
    short: str
    past_passive: str
    present_passive: str
    participle: str
    past_end: str = ""
    present_end: str = ""
    passive_end: str = ""


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
        takes_pronouns = ending in ("", "ت")  # a dual's would look like a noun: ذكراها, جددا
        yield Stem(bases.past + ending, "perfect" if takes_pronouns else "past", "verb")
        if bases.past_passive != bases.past:
            yield Stem(bases.past_passive + ending, "past", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    for prefix in "يت":
        yield Stem(prefix + bases.present, "indicative", "verb")
        yield Stem(prefix + bases.present + "ان", "indicative", "verb")
        yield Stem(prefix + bases.present + "ا", "subjunctive", "verb")
        if bases.short != bases.present:
            yield Stem(prefix + bases.short, "jussive", "verb")
        if bases.present_passive != bases.present:
            yield Stem(prefix + bases.present_passive, "closed", "verb")
    for base in {bases.present, bases.present_passive}:
        slot: Slot = "indicative" if base == bases.present else "closed"
        yield Stem("ي" + base + "ون", slot, "verb")
    yield Stem("ي" + bases.present + "وا", "closed", "verb")
    yield Stem("ي" + bases.present + "و", "bound", "verb")


def _defective(bases: _Bases) -> Iterator[Stem]:
    yield Stem(bases.past + bases.past_end, "perfect", "verb")
    kept = "ي" if bases.past_end == "ي" else ""  # خشي keeps its last radical: خشيت
    for ending in ("ت", "تا"):
        yield Stem(bases.past + kept + ending, "perfect", "verb")
    yield Stem(bases.past + "وا", "past", "verb")
    yield Stem(bases.past + (kept or "ا"), "bound", "verb")
    yield Stem(bases.past + "و", "bound", "verb")
    if bases.passive_end:
        yield Stem(bases.past_passive + bases.passive_end, "past", "verb")
    if len(bases.past) > 2:  # form I would look like a masdar: سعيا
        yield Stem(bases.past + "يا", "past", "verb")
        yield Stem(bases.past_passive + "يت", "past", "verb")
    long = bases.present_end.replace("ى", "ي")
    for prefix in "يت":
        yield Stem(prefix + bases.present + bases.present_end, "indicative", "verb")
        yield Stem(prefix + bases.present, "jussive", "verb")
        yield Stem(prefix + bases.present + long + "ان", "indicative", "verb")
        if bases.present_end == "ى":
            yield Stem(prefix + bases.present + "ا", "bound", "verb")
        if bases.present_passive + "ى" != bases.present + bases.present_end:
            yield Stem(prefix + bases.present_passive + "ى", "closed", "verb")
    for base in {bases.present, bases.present_passive}:
        yield Stem("ي" + base + "ون", "indicative" if base == bases.present else "closed", "verb")
    yield Stem("ي" + bases.present + "وا", "closed", "verb")


def _participle(bases: _Bases) -> Iterator[Stem]:
    base = bases.participle
    if not bases.past_end and not base.endswith("ائ"):
        yield from adjective(base, "participle")
        return
    if bases.past_end:
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
_PRESENT_IN_I = ("II", "III", "IV", "VII", "VIII", "X", "QI")  # i before the last radical
_HAMZA_ON_WAW = ("II", "III", "IV")  # forms whose present has u before the first radical
_ASSIMILATED = {
    "و": ("ت", ""),
    "ت": ("ت", ""),
    "د": ("د", ""),
    "ذ": ("د", ""),
    "ط": ("ط", ""),
    "ز": ("ز", "د"),
    "ص": ("ص", "ط"),
    "ض": ("ض", "ط"),
}
_HAMZAS = str.maketrans("ءؤئ", "أأأ")


def _bases(lexeme: Lexeme) -> _Bases:
    root, form = lexeme.root.translate(_HAMZAS), lexeme.form
    if form not in _PATTERNS or len(root) != (4 if form.startswith("Q") else 3):
        raise LexiconError(
            f"The verb '{lexeme.lemma}' has root '{root}' and form '{form}'. A form is one of "
            f"{', '.join(_PATTERNS)}; its root has three letters, four for QI and QII."
        )
    a, b, c = tuple(root[:3])
    t = "ت"
    if form == "VIII":
        a, t = ("ت", "") if root == "أخذ" else _ASSIMILATED.get(a, (a, "ت"))
    radicals = {"a": a, "b": b, "c": c, "d": root[3:], "t": t}
    if form in _SHORT_MIDDLE and len(root) == 3:
        past = _PATTERNS[form][0].format(**radicals)
        if b in WEAK and c not in WEAK and past != lexeme.lemma:  # استجوب keeps its waw
            return _hollow(lexeme, radicals)
        if b == c:
            radicals["c"] = ""
    if c in WEAK and len(root) == 3:
        return _weak_last(lexeme, radicals)
    return _strong(form, radicals)


def _strong(form: str, radicals: dict[str, str]) -> _Bases:
    seated = _on_ya(radicals)
    fast = _past(form, radicals)
    slow = _present(form, seated if form in _PRESENT_IN_I else radicals)
    return _Bases(
        past=fast,
        present=slow,
        short=slow,
        past_passive=_past_passive(form, seated),
        present_passive=_present_passive(form, radicals),
        participle=_active_participle(form, seated),
    )


def _hollow(lexeme: Lexeme, radicals: dict[str, str]) -> _Bases:
    form, c = lexeme.form, radicals["c"].replace("أ", "ء")
    middle = {"I": lexeme.root[1], "IV": "ي", "X": "ي"}.get(form, "ا")
    if lexeme.vowel == "a":
        middle = "ا"

    def fill(letter: str, last: str) -> dict[str, str]:
        return {**radicals, "b": letter, "c": last}

    present = _present(form, fill(middle, c))
    seat = {"ي": "ئ", "و": "ؤ", "ا": "أ"}[middle]  # يجئ, يسؤ, يشأ
    past = _past(form, fill("ا", c))
    if form == "I":
        participle = "{a}ائ{c}".format(**fill("", c)).replace("ئء", "ئ")
    else:
        participle = "م" + present
    return _Bases(
        past=past,
        present=present,
        short=_present(form, fill("", c.replace("ء", seat))),
        past_passive=past if c == "ء" else _past(form, fill("ي", c)),  # شيء, سيء are other words
        present_passive=_present(form, fill("ا", c)),
        participle=participle,
    )


def _weak_last(lexeme: Lexeme, radicals: dict[str, str]) -> _Bases:
    form, cut = lexeme.form, {**radicals, "c": ""}
    past_end, present_end = "ى", "ى" if form in ("V", "VI") else "ي"
    if form == "I" and lexeme.vowel == "a":
        past_end, present_end = lexeme.lemma[-1], "ى"  # بقي يبقى, سعى يسعى
    elif form == "I" and lexeme.root[2] == "و":
        past_end, present_end = "ا", "و"
    if lexeme.root == "رأي" and form in ("I", "IV"):  # it drops its hamza: يرى, أرى
        fast = "رأ" if form == "I" else "أر"
        present_end = "ى" if form == "I" else "ي"
        return _Bases(
            fast, "ر", "ر", fast, "ر", "رائ" if form == "I" else "مر", past_end, present_end
        )
    seated = _on_ya(cut)
    slow = _present(form, seated if form in _PRESENT_IN_I else cut)
    return _Bases(
        past=_past(form, cut),
        present=slow,
        short=slow,
        past_passive=_past_passive(form, seated),
        present_passive=_present_passive(form, cut),
        participle=_active_participle(form, seated),
        past_end=past_end,
        present_end=present_end,
        passive_end="ي" if form in ("III", "IV", "VIII", "X") else "",
    )


def _on_ya(radicals: dict[str, str]) -> dict[str, str]:
    """The radicals as they are printed beside an i: a hamza that is not the first sits on ya."""
    return {
        name: letter.replace("أ", "ئ") if name in "bcd" else letter
        for name, letter in radicals.items()
    }


def _past(form: str, radicals: dict[str, str]) -> str:
    base = _PATTERNS[form][0].format(**radicals)
    return "ائ" + base[2:] if form == "VIII" and base.startswith("اأ") else base  # ائتلف


def _past_passive(form: str, seated: dict[str, str]) -> str:
    base = _past(form, seated)
    if base.startswith("ائ"):
        return "اؤ" + base[2:]
    return base.replace("ا", "و", 1) if form in ("III", "VI") else base


def _present(form: str, radicals: dict[str, str]) -> str:
    """The present without its prefix: waw drops in form I, hamza takes its seat."""
    base = _PATTERNS[form][1].format(**radicals)
    if form == "I" and base.startswith("و"):
        return base[1:]
    if form == "IV" and base.startswith("ي"):
        return "و" + base[1:]  # أيقن, يوقن
    if form in _HAMZA_ON_WAW and base.startswith("أ"):
        return "ؤ" + base[1:]
    return base


def _present_passive(form: str, radicals: dict[str, str]) -> str:
    """The same with u before the first radical: يوصف, يؤخذ, يؤتمن."""
    base = _PATTERNS[form][1].format(**radicals)
    if base.startswith("أ"):
        return "ؤ" + base[1:]
    return base if form == "I" else _present(form, radicals)


def _active_participle(form: str, seated: dict[str, str]) -> str:
    if form == "I":
        return "{a}ا{b}{c}".format(**seated)
    base = _present(form, seated)
    return "مؤ" + base[1:] if base.startswith("أ") else "م" + base

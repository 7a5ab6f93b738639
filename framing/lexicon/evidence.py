"""How much the words around a hit speak for its reading: a score from 0 to 1.

Printed Arabic leaves vowels out, so نقل is "he transmitted" and "transmission". The score adds
named pieces of evidence, each a question to the word and its neighbours, to a base, and is cut
off at 0 and 1. It never asks for vowels, but uses those that are printed.

For a verb (base 0.4):

| evidence | weight | the question |
|---|---|---|
| shape | +0.3 | Does the form look like a verb only (يـ, ـت, ـوا, forms IV, VII, VIII, X)? |
| opening | +0.2 | Does it carry و or ف, open its sentence, or follow a punctuation mark? |
| particle | +0.3 | Is the word before one that verbs follow (قد, لم, كان, التي, ما, عندما ...)? |
| article | +0.2 | Has the word before the article (الوزارة نشرت)? |
| agreement | +0.2 | Is it feminine after a word in ة, or has a pronoun after a tanwin? |
| that | +0.2 | Does أن or إن, alone or with a pronoun or bi-, follow within nine words? |
| quote | +0.1 | Does a colon or quotation mark follow within nine words? |
| preposition | +0.2 | Does a preposition that its entry governs follow within twelve words? |
| incomplete | -0.2 | Does it lack all of these, though its entry governs nothing but these? |
| pronoun | -0.1 | Does it carry a pronoun (نشره: published it, its publication)? |
| governor | -0.5 | Is the word before a preposition or noun that takes a genitive (خلال, تم)? |
| vowels | +0.2 | Do printed vowels confirm it: shadda in forms II and V? |
| vowels | -0.3 | Do they contradict it: tanwin; shadda elsewhere; نَقْل; a final u or i? |

For a noun or adjective (base 0.8):

| evidence | weight | the question |
|---|---|---|
| particle | -0.5 | Is the word before one that only verbs follow (قد, لم, لن, سوف)? |
| vowels | -0.6 | Do printed vowels contradict it: tanwin on what is read as its pronoun? |

A phrase of several words is its own evidence and scores 1. Weights are round and were
chosen on UD Arabic PUD for the verbs of the shipped lexicons; they are the same for every
other lexicon. `THRESHOLD`, the base of a verb, lets a hit pass unless more speaks against
it than for it; `benchmarks/treebank.py` measures what it costs and gains.
"""

from functools import lru_cache

from framing.lexicon.clitics import NOUN_PRONOUNS
from framing.lexicon.entries import Lexicon
from framing.lexicon.matching import Hit, find
from framing.text.characters import OPENING
from framing.text.function_words import (
    COMPLEMENTISERS,
    GENITIVE_GOVERNORS,
    PERSONAL_PRONOUNS,
    RELATIVE_MA,
    RELATIVE_PRONOUNS,
    VERB_PARTICLES,
    conjoined,
    folded,
)
from framing.text.orthography import NUNATION, fold
from framing.text.tokens import Words

THRESHOLD = 0.4
CUE_THRESHOLD = 0.2  # of cues, whose rules ask for what they govern as well
BASE = {"verb": 0.4, "noun": 0.8}
WEIGHTS = {
    "shape": 0.3,
    "opening": 0.2,
    "particle": 0.3,
    "article": 0.2,
    "agreement": 0.2,
    "that": 0.2,
    "quote": 0.1,
    "preposition": 0.2,
    "incomplete": -0.2,
    "pronoun": -0.1,
    "governor": -0.5,
    "confirmed": 0.2,
    "contradicted": -0.3,
    "nunated": -0.6,
    "verb particle": -0.5,
}
NO_PREPOSITIONS = ("that", "quote", "object", "colon", "clause")  # what else entries govern
CLAUSE_WINDOW = 9  # words behind a verb in which أن or a quotation is its own rather than another's
PREPOSITION_WINDOW = 12  # words behind a verb in which its preposition follows

_FINAL_CASE = frozenset("\u064f\u0650")  # u and i, which no perfect ends in
_MARKS = frozenset(map(chr, range(0x064B, 0x0653))) | {"\u0670"}
_SUKUN, _SHADDA = "\u0652", "\u0651"
_CONFUSED_WITH_MASDARS = ("I", "II", "III", "V", "VI", "QI", "QII")


_THAT = COMPLEMENTISERS | {f"و{word}" for word in COMPLEMENTISERS if not word.startswith("ب")}
PARTICLES = VERB_PARTICLES | conjoined(PERSONAL_PRONOUNS | RELATIVE_MA | RELATIVE_PRONOUNS)
PARTICLES |= folded(  # of the auxiliaries not the duals
    "كان كانت كانوا يكون تكون لا بعدما عندما حينما كلما لما إذا لو حيث حين إذ ثم "
    "أنه أنها أنهم إنه إنها إنهم بأنه بأنها حتى"
)
GOVERNORS = conjoined(GENITIVE_GOVERNORS) | folded(
    "بدون عمليات وفقا أجل ذي ذو بغية جراء نتيجة إثر عقب عبر سبب حق محاولة وسيلة كوسيلة طريقة حالة "
    "قرار مجرد آخر أول أحد إحدى بعض جميع عدة هذا هذه ذلك تلك يمكن يجب ينبغي إمكانية ضرورة أكثر أقل "
    "منع لمنع وقف هدف بهدف رهن قيد باسم اسم"
)


def scored_hits(words: Words, lexicon: Lexicon, least_score: float = THRESHOLD) -> list[Hit]:
    """Find a lexicon's entries in a text whose reading has at least such a score."""
    return find(words, lexicon, lambda words, hit: score(words, hit) >= least_score)


def score(words: Words, hit: Hit) -> float:
    """Add up what speaks for a hit's reading and against it."""
    if len(hit.readings) > 1:
        return 1.0
    part = "verb" if hit.head.stem.part == "verb" else "noun"
    total = BASE[part] + sum(WEIGHTS[name] for name in evidence(words, hit))
    return round(min(1.0, max(0.0, total)), 2)


def evidence(words: Words, hit: Hit) -> list[str]:
    """Name the evidence found, in the order of the table."""
    asked = _of_verb(words, hit) if hit.head.stem.part == "verb" else _of_noun(words, hit)
    return [name for name, holds in asked.items() if holds]


def _of_verb(words: Words, hit: Hit) -> dict[str, bool]:
    before = words.folded(hit.first - 1)
    opens = _opens(words, hit)
    vowels = _vowels(words, hit)
    that = not _THAT.isdisjoint(_ahead(words, hit, CLAUSE_WINDOW))
    quote, preposition = _quotes(words, hit), _governed(words, hit)
    governs = hit.entry.governs
    return {
        "shape": _looks_like_a_verb(hit),
        "opening": opens,
        "particle": before in PARTICLES and not hit.head.conjunction,
        "article": before.startswith("ال") and len(before) > 3 and not opens,
        "agreement": _agrees(words, hit) and not opens,
        "that": that,
        "quote": quote,
        "preposition": preposition,
        "incomplete": bool(governs)
        and "object" not in governs
        and not (that or quote or preposition),
        "pronoun": bool(hit.head.pronoun),
        "governor": before in GOVERNORS
        and not (opens or hit.entry.after or hit.head.stem.text.startswith("ي")),
        "confirmed": vowels == "confirmed",
        "contradicted": vowels == "contradicted",
    }


def _of_noun(words: Words, hit: Hit) -> dict[str, bool]:
    marks = _last_marks(words, hit)
    before = words.folded(hit.first - 1)
    return {
        "verb particle": before in VERB_PARTICLES and not hit.head.conjunction,
        "nunated": bool(hit.head.pronoun) and not NUNATION.isdisjoint(marks),
    }


def _looks_like_a_verb(hit: Hit) -> bool:
    stem, form = hit.head.stem, hit.entry.form
    if stem.slot in ("indicative", "subjunctive", "jussive") or stem.text.startswith("ي"):
        return stem.text.startswith("ي") or hit.head.prefix == "س" or form not in ("II", "III")
    if stem.text.endswith("ت"):
        return not hit.head.pronoun  # قدرت, but قدرتها may be قدرة
    return stem.text.endswith("وا") or form not in _CONFUSED_WITH_MASDARS


def _opens(words: Words, hit: Hit) -> bool:
    if hit.head.conjunction or hit.first == 0:
        return True
    return not words.gap(hit.first - 1).isspace()


def _agrees(words: Words, hit: Hit) -> bool:
    """A clause after an indefinite noun: وثيقة نشرتها, بيانا أصدرته."""
    if hit.first == 0:
        return False
    before = words.form(hit.first - 1)
    text = hit.head.stem.text
    is_feminine = text.endswith("ت") or (text.startswith("ت") and hit.head.stem.slot != "perfect")
    if is_feminine and words.skeletons[hit.first - 1].endswith("ة"):
        return True
    return bool(hit.head.pronoun) and not NUNATION.isdisjoint(before[-2:])


def _ahead(words: Words, hit: Hit, window: int) -> tuple[str, ...]:
    """The folds of the words behind a hit, in its sentence."""
    stop = min(hit.last + 1 + window, words.sentence_words(hit.first).stop)
    return words.folds[hit.last + 1 : stop]


def _quotes(words: Words, hit: Hit) -> bool:
    last = hit.last + len(_ahead(words, hit, CLAUSE_WINDOW))
    return not OPENING.isdisjoint(words.plain[words.ends[hit.last] : words.starts[last]])


def _governed(words: Words, hit: Hit) -> bool:
    free, letters = prepositions_of(hit.entry.governs)
    ahead = _ahead(words, hit, PREPOSITION_WINDOW)
    stands_free = not _with_pronouns(free).isdisjoint(ahead)
    return stands_free or any(word.startswith(letters) for word in ahead)


@lru_cache(maxsize=1024)
def prepositions_of(governs: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The prepositions an entry governs, and those of them that are written on the next word."""
    free = [fold(word) for word in governs if word not in NO_PREPOSITIONS]
    return frozenset(free), tuple(word for word in free if len(word) == 1)


@lru_cache(maxsize=1024)
def _with_pronouns(prepositions: frozenset[str]) -> frozenset[str]:
    return frozenset(word + pronoun for word in prepositions for pronoun in ("", *NOUN_PRONOUNS))


def _vowels(words: Words, hit: Hit) -> str:
    """What the printed marks say of a verb: "confirmed", "contradicted" or nothing."""
    printed = words.form(hit.first)
    if _MARKS.isdisjoint(printed):
        return ""
    if not NUNATION.isdisjoint(printed):
        return "contradicted"
    letters = _letters(words, hit)
    stem, form = hit.head.stem, hit.entry.form
    start = len(hit.head.conjunction) + len(hit.head.prefix)
    middle = start + (2 if form == "V" or stem.text.startswith("ي") else 1)
    marks = letters[middle][1] if middle < len(letters) else ""
    if stem.slot == "perfect" and form in ("I", "II", "V"):
        if _SHADDA in marks:
            return "contradicted" if form == "I" else "confirmed"
        if _SUKUN in marks:
            return "contradicted"
        if not hit.head.pronoun and len(letters) - start == len(stem.text):
            ends_in_case = not _FINAL_CASE.isdisjoint(letters[-1][1])
            return "contradicted" if ends_in_case and not stem.text.endswith("وا") else ""
    return ""


def _last_marks(words: Words, hit: Hit) -> str:
    return "".join(marks for _, marks in _letters(words, hit)[-2:])


def _letters(words: Words, hit: Hit) -> list[tuple[str, str]]:
    """The letters of the word, each with the marks printed on it."""
    found: list[tuple[str, str]] = []
    for character in words.form(hit.first):
        if character in _MARKS:
            if found:
                found[-1] = (found[-1][0], found[-1][1] + character)
        elif character != "\u0640":
            found.append((character, ""))
    return found

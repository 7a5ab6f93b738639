"""Quotations, typed by what they are for.

A pair of marks (`framing.text.quotation_marks`) is a `name` (of a newspaper, a group, a film),
`speech` (somebody's words) or `scare` (a word held at a distance), by the rules of `_kind`.
"""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from framing.attribution.cues import cue_spans
from framing.lexicon.entries import load_lexicon
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import YA_WORDS, folded
from framing.text.once import once
from framing.text.orthography import fold
from framing.text.quotation_marks import CALLED, REACH, THAT, Kind, Quote, pair_quotes
from framing.text.stretches import Nested
from framing.text.tokens import Span, Words

# Nouns that bear a name, quoted after them; duals and pronouns by rule (صحيفتي، كتابه).
_HEADS = """
صحيفة صحف جريدة جرائد مجلة مجلات وكالة وكالات محطة محطات قناة قنوات شبكة إذاعة تلفزيون موقع مواقع
حساب وسم هاشتاق هاشتاغ تطبيق تنظيم تنظيمات جبهة حركة حركات حزب أحزاب جماعة جماعات ميليشيا ميليشيات
مليشيا مليشيات فصيل فصائل كتيبة كتائب لواء ألوية جيش تحالف تيار حملة عملية عمليات منظمة منظمات هيئة
مؤسسة مؤسسات جمعية شركة شركات مجموعة بنك مركز معهد جامعة مستشفى فندق كتاب كتب رواية فيلم أفلام مسلسل
مسلسلات مسرحية أغنية برنامج برامج قانون مشروع مبادرة مدينة بلدة قرية حي ولاية محافظة معسكر مخيم
يومية أسبوعية"""
_NOUN = "|".join(regex.sub("ه$", "(?:ه|تا|تي|ته|تها)", fold(head)) for head in _HEADS.split())
_HEAD = regex.compile(f"[وف]?(?:[بكل]?(?P<the>ال)?|(?P<the>لل))(?P<noun>{_NOUN})(?:ا|ي|ه|ها)?")
_DEFINITE = regex.compile("[وف]?(?:[بكل]?ال|لل)(?!ى$|ا$|آن$|ان$|تقى|تزم|تحق).+")
_CALLED_SO = regex.compile(rf"(?:\w*(?P<what>ما)|\w+)? ?(?:{CALLED})")
# nouns behind which quotation marks hold words that were said: بتهمة «دعم الإرهاب»
_SAYINGS = folded(
    "تهمة تهم عبارة عبارات شعار شعارات هتاف هتافات جملة مقولة ذريعة حجة دعوى",
    ("", "ب", "ال", "بال"),
)
_JOINING = regex.compile(r"\s*[،,]?\s*(?:و|أو|او|ثم)?ـ?\s*")
_LOOSE = regex.compile(rf"[ \t\u00a0ـ\p{{Cf}}{QUOTATION_MARKS}]*")
_ENDS = regex.compile(rf"{_LOOSE.pattern}(?:$|[\n\r.,،؛;!?؟)\]])")
NAME_WORDS = 4  # words in quotation marks that may be a name
_SHORT = 3
LABEL_WORDS = 4  # quotation marks round so few words may quote a label only


@once
def typed_quotes(words: Words) -> tuple[Quote, ...]:
    """The quotation marks of a text, paired, and typed by its cues and the known names."""
    return find_quotes(words, cues=tuple(cue_spans(words)), names=_known_names())


@once
def speech_in(words: Words) -> Nested[Quote]:
    """The quotations of speech of a text, asked by place."""
    return Nested(quote for quote in typed_quotes(words) if quote.kind == "speech")


@once
def _held_apart(words: Words) -> Nested[Quote]:
    """The quotations of a text that are no speech, asked by place."""
    return Nested(quote for quote in typed_quotes(words) if quote.kind in ("name", "scare"))


def is_label_quoted(words: Words, span: Span) -> bool:
    """Whether the span stands in quotation marks of its own: a name or a scare quote."""
    return any(
        len(words.within(Span(quote.start, quote.end))) <= LABEL_WORDS
        for quote in _held_apart(words).holding(span)
    )


def find_quotes(
    words: Words, *, cues: Sequence[Span] = (), names: frozenset[str] = frozenset()
) -> tuple[Quote, ...]:
    """Find the quotations of a text and type them, in the order of their opening marks.

    `cues` are attribution cues; `names` are names of organisations and media, folded. Up to
    three words count as speech only where cue and grammar say so: a convention.

    >>> from framing.text.tokens import read_words
    >>> text = "قال لصحيفة «الحياة» إن الهدنة «لم تعد قائمة أبدا»"
    >>> [(quote.inner.form(text), quote.kind) for quote in find_quotes(read_words(text))]
    [('الحياة', 'name'), ('لم تعد قائمة أبدا', 'speech')]
    """
    cue_starts, cue_ends = {cue.start for cue in cues}, sorted(cue.end for cue in cues)
    typed: list[Quote] = []
    name_end = speech_end = 0
    for quote in pair_quotes(words.plain):
        begin = words.sentence_of(quote.inner.start).start
        cued = bisect_right(cue_ends, quote.start) > bisect_right(cue_ends, begin)
        kind = _kind(words, quote, cued, name_end, names)
        is_joined = _joins(words, speech_end, quote) and len(words.within(quote.inner)) > 1
        if kind == "scare" and (is_joined or _is_credited(words, quote, cue_starts)):
            kind = "speech"
        typed.append(replace(quote, kind=kind))
        name_end = quote.end if kind == "name" else name_end
        speech_end = quote.end if kind == "speech" else speech_end
    return tuple(typed)


def quoted_words(words: Words, quotes: Sequence[Quote]) -> frozenset[int]:
    """The words inside quotations of speech, by their index; nested ones once.

    >>> from framing.text.tokens import read_words
    >>> words = read_words("قال «لن نقبل هدنة أخرى» وغادر")
    >>> sorted(quoted_words(words, find_quotes(words)))
    [1, 2, 3, 4]
    """
    speech = [quote.inner for quote in quotes if quote.kind == "speech"]
    return frozenset(place for inner in speech for place in words.within(inner))


def _kind(words: Words, quote: Quote, cued: bool, name_end: int, names: frozenset[str]) -> Kind:
    """Type a quotation; the first rule that holds decides."""
    inside = words.within(quote.inner)
    folds = words.folds[inside.start : inside.stop]
    if not folds:
        return "unknown"
    gap, previous = _before(words, inside.start - 1, quote.start)
    definite = _DEFINITE.fullmatch(words.skeletons[inside.start]) is not None
    if " ".join(folds) in names:
        return "name"
    if len(folds) <= NAME_WORDS:
        if called := _CALLED_SO.fullmatch(" ".join(previous)):
            return "scare" if called["what"] else "name"
        if _joins(words, name_end, quote):
            return "name"  # صحيفتا «الحياة» و«السفير»
        if _named(previous[-1], folds, definite, cued, names):
            return "name"
    # a quotation after أن that does not end its clause is its subject: أن «الهدنة» انهارت
    reported = THAT.fullmatch(previous[-1]) and _ENDS.match(words.plain, quote.end)
    is_said = (cued and (not definite or any(map(_is_verb, folds[1:])))) or previous[-1] in _SAYINGS
    if len(folds) > _SHORT or ":" in gap or reported or is_said:
        return "speech"
    return "scare"


def _joins(words: Words, end: int, quote: Quote) -> bool:
    """Whether و and no more joins a quotation to the one that ended there."""
    is_near = 0 < end <= quote.start <= end + REACH
    return is_near and _JOINING.fullmatch(words.plain[end : quote.start]) is not None


def _is_credited(words: Words, quote: Quote, cues: Container[int]) -> bool:
    """Whether a quotation is all of a clause that a cue follows: «المتطرفون قلة»، قال الوالي."""
    opens = words.sentence_of(quote.start).start >= quote.start
    behind = words.within(Span(quote.end, len(words.plain))).start
    if not opens or behind >= len(words) or words.starts[behind] not in cues:
        return False
    return words.plain[quote.end : words.starts[behind]].strip() in ("،", ",", "-", "–", "—")


def _is_verb(word: str) -> bool:
    """Whether a folded word can only be a finite verb: فروا, يحاصرون."""
    is_plural = word.endswith("وا") and len(word) > _SHORT
    return is_plural or (word.startswith("ي") and len(word) > _SHORT and word not in YA_WORDS)


def _before(words: Words, left: int, start: int) -> tuple[str, tuple[str, ...]]:
    """What parts a quotation from the words before it, and the last two, without a lone بـ."""
    gap = words.plain[words.ends[left] if left >= 0 else 0 : start]
    if left < 0 or not _LOOSE.fullmatch(gap):
        return gap, ("",)
    left -= left > 0 and words.folds[left] in ("ب", "ل") and words.gap(left - 1) == " "
    return gap, words.folds[max(0, left - 1) : left + 1]


def _named(
    noun: str, folds: Sequence[str], definite: bool, cued: bool, names: frozenset[str]
) -> bool:
    """Whether a name-bearing noun stands before the quoted words, or begins them.

    A definite noun is also how a speaker is taken up again (وأضافت الصحيفة «...»), so
    after a cue it names nothing; and an adjective is no name (الجماعة «الإرهابية»).
    """
    head, own = _HEAD.fullmatch(noun), _HEAD.fullmatch(folds[0])
    if head and head["the"]:
        return not (cued or definite)
    if head and (definite or not folds[0].endswith("ه" if head["noun"].endswith("ه") else "ي")):
        return True
    rest = " ".join(folds[1:])
    return bool(own and not own["the"]) and (rest.startswith("ال") or rest in names)


@lru_cache
def _known_names() -> frozenset[str]:
    """Names of organisations and outlets, folded: quotation marks round them are no scare."""
    entries = (*load_lexicon("militancy").entries, *load_lexicon("sourcing").entries)
    return frozenset(
        " ".join(fold(word) for word in entry.lemma.split())
        for entry in entries
        if entry.category in ("organisation", "media-as-source")
    )

"""The parts of a printed article: headline, caption, credit, lead, body, crosshead.

What a reporter wrote as running text (lead and body) is the base of every rate; what the
desk put round it is not. The rules look at a paragraph's place, length and last mark:

- credit: at the head or the end, at most 12 words, and wholly in brackets ((تاس، رويترز))
  or without a final mark and with a news agency as one of its items (موسكو، أ ف ب); at the
  head also a byline or dateline of at most 6 words with a dash beside a space (الرياض – واس).
- caption: at the head, at most 40 words, no final mark, and it says where in the picture
  somebody is, or that it is a picture ((يمين), صورة أرشيفية).
- headline: at the head, at most 20 words, no final mark.
- crosshead: inside, at most 6 words, and no final mark or set between dashes
  (- الوقت ينفد -). Two such paragraphs in a row are items of a list, so body.
- lead: the first two sentences of what remains. body: the rest.

At least one paragraph remains, so a text of one paragraph is lead and body. A dateline
inside the first paragraph (دبي – أ ف ب) is left in the lead. Text printed without full
stops, wrapped at a fixed width, or with the writer's address or the site's tags at its end
is not understood: such lines pass for headlines or stay in the body.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Literal

import regex

from framing.text.characters import QUOTATION_MARKS
from framing.text.once import once
from framing.text.orthography import fold
from framing.text.tokens import Span, Words

Zone = Literal["headline", "caption", "lead", "body", "crosshead", "credit"]
Part = tuple[Span, Zone]

RUNNING_TEXT: tuple[Zone, ...] = ("lead", "body")
LEAD_SENTENCES = 2
MOST_WORDS = {"headline": 20, "caption": 40, "credit": 12, "byline": 6, "crosshead": 6}

# News agencies as credit lines print them, and what stands for them (وكالات, متابعات).
# Names that are also common words or places (بترا, قنا, معا, فارس, بنا) are left out.
AGENCIES = frozenset(
    fold(name)
    for name in """
    أ ف ب|أ.ف.ب|أف ب|أفب|فرانس برس|وكالة فرانس برس|الفرنسية|رويترز|رويتر|وكالة رويترز
    د ب أ|د.ب.أ|دب أ|الألمانية|أ ب|أ.ب|أسوشيتد برس|الأسوشيتد برس|أسوشيتدبرس|يو بي آي|ي ب أ
    واس|وام|سبأ|سبأ نت|سانا|كونا|وفا|أ ش أ|أ.ش.أ|واج|وات|الأناضول|وكالة الأناضول|إرنا|إسنا
    تاس|إيتار تاس|نوفوستي|ريا نوفوستي|سبوتنيك|إنترفاكس|شينخوا|آكي|أكي|إفي|بي بي سي
    وكالات|الوكالات|وكالات الأنباء|متابعات
    AFP|Reuters|AP|DPA|UPI|TASS|Xinhua|BBC
    """.replace("\n", "|").split("|")
    for name in [name.strip()]
    if name
)

_BREAKS = regex.compile(r"[\n\r\u2028\u2029]+")
# the last character but for what closes, found from the end: a gap may be very wide
_LAST = regex.compile(rf"(?r)[^\s\p{{Cf}}{QUOTATION_MARKS})\]\-–—]")
_FINAL = tuple(".!?؟…۔:؛،,;")
_BRACKETED = regex.compile(r"[(\[][^()\[\]]*[)\]]\s*\.?")
_BETWEEN_DASHES = regex.compile(r"[-–—ـ*]+[^-–—ـ*]+[-–—ـ*]+")
_DASH = regex.compile(r"(?<=\S)(?:\s+[-–—]|[-–—]\s+|\s+ـ\s+)\s*(?=\S)")
_ITEMS = regex.compile(
    r"(?<!\s)\s*[،,؛/|()\[\]]\s*|(?<!\s)\s+[-–—ـ]+\s*|^[-–—ـ]+\s*|(?<!\s)\s+و(?=\S)"
)
_SOURCE = regex.compile(r"^(?:ال)?مصدر\s*:\s*|^و(?=\S)|^نقلا عن\s+")
_PICTURE = regex.compile(
    r"""
    [(\[] [^()\[\]]* \b (?: (?:ال)?يمين | (?:ال)?يسار | (?:ال)?وسط | اعلي | اسفل
                          | (?:من\ )?ا?لارشيف | ارشيف(?:يه)? | صوره ) \b [^()\[\]]* [)\]]
    | ^ [\s\p{P}]* (?: صوره | لقطه | جانب\ من ) \b
    | \b من\ اليمين\ (?: الي\ اليسار | : )
    | \b (?: صوره | لقطه ) \ ارشيفيه \b
    """,
    regex.VERBOSE,
)


@once
def find_zones(words: Words) -> tuple[Part, ...]:
    r"""Divide a text into its parts, in order: spans and the zone of each.

    The parts do not overlap, and every word stands in exactly one. Paragraphs of one zone
    that follow each other are one part; space between parts belongs to none.

    >>> from framing.text.tokens import read_words
    >>> text = "لقاء في موسكو\nوصل كيري أمس. والتقى بوتين. ثم غادر.\n(رويترز)"
    >>> for span, zone in find_zones(read_words(text)):
    ...     print(zone, span.form(text))
    headline لقاء في موسكو
    lead وصل كيري أمس. والتقى بوتين.
    body ثم غادر.
    credit (رويترز)
    """
    pieces = list(_pieces(words))
    return tuple(
        (Span(same[0][0].start, same[-1][0].end), zone)
        for zone, group in groupby(pieces, key=lambda piece: piece[1])
        for same in [list(group)]
    )


def zone_at(words: Words, place: int) -> Zone | None:
    """The zone in which a character stands; none for space between two parts."""
    parts = find_zones(words)
    number = bisect_right(parts, place, key=lambda part: part[0].start) - 1
    is_inside = number >= 0 and place < parts[number][0].end
    return parts[number][1] if is_inside else None


def base_words(words: Words, zones: Collection[Zone] = RUNNING_TEXT) -> int:
    """Count the words in the zones: what a rate over them is taken from."""
    return sum(len(words.within(span)) for span, zone in find_zones(words) if zone in zones)


def _pieces(words: Words) -> Iterator[Part]:
    """Every paragraph with its zone, the one in which the lead ends in two."""
    paragraphs = _paragraphs(words)
    head = _head(words, paragraphs)
    foot = _foot(words, paragraphs[len(head) :])
    inner = paragraphs[len(head) : len(paragraphs) - foot]
    yield from zip(paragraphs, head, strict=False)
    sentences = 0
    for paragraph, is_crosshead in zip(inner, _crossheads(words, inner), strict=True):
        if is_crosshead:
            yield paragraph, "crosshead"
        elif sentences >= LEAD_SENTENCES:
            yield paragraph, "body"
        else:
            yield from _running(words, paragraph, LEAD_SENTENCES - sentences)
            sentences += len(_sentences(words, paragraph))
    for paragraph in paragraphs[len(paragraphs) - foot :]:
        yield paragraph, "credit"


def _paragraphs(words: Words) -> list[Span]:
    """Lines that hold a word, without the space round them."""
    text, start, lines = words.plain, 0, []
    for end, following in [*(m.span() for m in _BREAKS.finditer(text)), (len(text), len(text))]:
        line = text[start:end]
        if words.within(Span(start, end)):
            lead = len(line) - len(line.lstrip())
            lines.append(Span(start + lead, start + len(line.rstrip())))
        start = following
    return lines


def _head(words: Words, paragraphs: list[Span]) -> list[Zone]:
    """The zones of the paragraphs before the running text; there is one headline at most."""
    found: list[Zone] = []
    for paragraph in paragraphs[:-1]:
        if _is_credit(words, paragraph) or _is_byline(words, paragraph):
            found.append("credit")
        elif _is_caption(words, paragraph):
            found.append("caption")
        elif "headline" not in found and _is_short(words, paragraph, "headline"):
            found.append("headline")
        else:
            break
    return found


def _foot(words: Words, paragraphs: list[Span]) -> int:
    """How many paragraphs at the end are credit lines; one paragraph always remains."""
    count = 0
    for paragraph in reversed(paragraphs[1:]):
        if not _is_credit(words, paragraph):
            break
        count += 1
    return count


def _crossheads(words: Words, paragraphs: list[Span]) -> list[bool]:
    """Which paragraphs stand alone between running text as a heading of what follows."""
    short = [_is_crosshead(words, paragraph) for paragraph in paragraphs]
    last = len(paragraphs) - 1
    return [
        is_short and 0 < place < last and not short[place - 1] and not short[place + 1]
        for place, is_short in enumerate(short)
    ]


def _running(words: Words, paragraph: Span, room: int) -> Iterator[Part]:
    """A paragraph as lead, and as body from where the lead has no more room."""
    sentences = _sentences(words, paragraph)
    if len(sentences) <= room:
        yield paragraph, "lead"
    else:
        yield Span(paragraph.start, sentences[room - 1].end), "lead"
        yield Span(sentences[room].start, paragraph.end), "body"


def _sentences(words: Words, paragraph: Span) -> list[Span]:
    places = words.within(paragraph)
    first, last = (words.sentence_of(words.starts[place]) for place in (places[0], places[-1]))
    return [one for one in words.sentences if first.start <= one.start <= last.start]


def _is_short(words: Words, paragraph: Span, zone: str) -> bool:
    """At most so many words, and no mark at the end that closes or continues a sentence."""
    if len(words.within(paragraph)) > MOST_WORDS[zone]:
        return False
    last = _LAST.search(words.text, paragraph.start, paragraph.end)
    return last is None or last.group() not in _FINAL


def _is_credit(words: Words, paragraph: Span) -> bool:
    if len(words.within(paragraph)) > MOST_WORDS["credit"]:
        return False
    printed = fold(paragraph.form(words.text)).strip()
    if _BRACKETED.fullmatch(printed):
        return True
    if not _is_short(words, paragraph, "credit"):
        return False
    items = _ITEMS.split(printed)
    return any(_SOURCE.sub("", item.strip()) in AGENCIES or item in AGENCIES for item in items)


def _is_byline(words: Words, paragraph: Span) -> bool:
    printed = paragraph.form(words.text)
    return _is_short(words, paragraph, "byline") and bool(_DASH.search(printed))


def _is_caption(words: Words, paragraph: Span) -> bool:
    if not _is_short(words, paragraph, "caption"):
        return False
    return bool(_PICTURE.search(fold(paragraph.form(words.text))))


def _is_crosshead(words: Words, paragraph: Span) -> bool:
    if len(words.within(paragraph)) > MOST_WORDS["crosshead"]:
        return False
    printed = paragraph.form(words.text)
    return bool(_BETWEEN_DASHES.fullmatch(printed)) or _is_short(words, paragraph, "crosshead")

"""Articles that are text and nothing else, and that a rule may stumble over."""

from collections.abc import Callable
from random import Random

CUES = ("قال", "وأكد", "بحسب", "وفق", "نفى", "وأضاف", "نقلت", "نقل عن", "ادعى", "زعم")
NAMES = ("كيري", "لافروف", "الوزير", "مصدر مطلع", "الصحيفة", "المتحدث باسم الجيش", "تنظيم داعش")
JOINTS = ("إن", "أن", "بأن", ":", "،", "عن", "في", "على", "لـ")
LABELS = ("الإرهابيين", "المسلحين", "الثوار", "النظام السوري", "وثيقة مسربة", "الجهاديون")
MARKS = ("«", "»", '"', "“", "”", "'", "(", ")", "[", "]", "‹", "›", "„", "!", "؟", "…", "-", "–")
BREAKS = ("\n", "\n\n", ". ", " ", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\t")
CONTROLS = ("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c", "\ufeff", "\x00", "\x1b[2J")
JOINERS = ("\u200d", "\u200c", "ـ", "\u0301", "\u064b", "\u0670", "\ufe0f", "\U000e0001")
EMOJI = ("👩‍👩‍👧‍👦", "🇸🇾", "👍🏿", "\U0001f600", "\U0010ffff", "\ufdfa", "\ufdfd", "Ⅷ", "٣", "₁")
HALVES = ("\ud800", "\udfff", "\udc80")
WORDS = (*CUES, *NAMES, *JOINTS, *LABELS)
SENTENCE = "قال المتحدث إن الإرهابيين هاجموا المدينة. وذكر مصدر مطلع أن المسلحين انسحبوا."


def _of(*pieces: tuple[str, ...], most: int = 300, glue: str = " ") -> Callable[[Random], str]:
    """Pieces in any order, many or few."""
    every = [piece for some in pieces for piece in some]

    def text(chance: Random) -> str:
        count = chance.randrange(1, chance.choice((4, 12, most)))
        return glue.join(chance.choice(every) for _ in range(count))

    return text


def _edges(chance: Random) -> str:
    """A cue that begins the text or ends it, with little beside it."""
    few = [chance.choice(WORDS + MARKS) for _ in range(chance.randrange(4))]
    return " ".join(chance.choice(([chance.choice(CUES), *few], [*few, chance.choice(CUES)])))


def _nested(chance: Random) -> str:
    depth = chance.randrange(2, 200)
    said = " ".join(chance.choice(WORDS) for _ in range(3))
    return f"{f'{said} «' * depth}{said}{' »' * chance.choice((0, depth // 2, depth))}"


def _many_marks(chance: Random) -> str:
    letters = "".join(chance.choice("قالكتبسم") for _ in range(4))
    return f"قال {letters}{chance.choice(JOINERS) * 1000}{letters} إن «الأمر» انتهى."


def _spelled_apart(chance: Random) -> str:
    return chance.choice(CONTROLS + JOINERS + BREAKS).join(SENTENCE)


TEXTS: dict[str, Callable[[Random], str]] = {
    "words in any order": _of(WORDS),
    "words and marks": _of(WORDS, MARKS),
    "words and line ends": _of(WORDS, BREAKS, glue=""),
    "words and controls": _of(WORDS, CONTROLS),
    "words and joiners": _of(WORDS, JOINERS, glue=""),
    "words and emoji": _of(WORDS, EMOJI),
    "words and halves of characters": _of(WORDS, HALVES),
    "everything": _of(WORDS, MARKS, BREAKS, CONTROLS, JOINERS, EMOJI, glue=""),
    "marks only": _of(MARKS),
    "controls only": _of(CONTROLS, glue=""),
    "joiners only": _of(JOINERS, glue=""),
    "line ends only": _of(BREAKS, glue=""),
    "cues only": _of(CUES),
    "a cue at the edge": _edges,
    "quotations in quotations": _nested,
    "a thousand marks on a letter": _many_marks,
    "a sentence spelled apart": _spelled_apart,
    "a paragraph without an end": lambda chance: SENTENCE * chance.choice((50, 100, 200)),
    "a quotation without an end": lambda chance: f"قال كيري «{SENTENCE * chance.choice((9, 99))}",
    "one cue without an end": lambda chance: "قال إن " * chance.choice((99, 500)),
    "a word of 100,000 letters": lambda chance: chance.choice(("ا", "قال", "وال", "x")) * 33_333,
    "markup": lambda _: (
        f"<script>alert(1)</script> {SENTENCE} =cmd|'/c calc'!A0 {{{{7*7}}}} $x$ \\"
    ),
    "no letter": lambda chance: chance.choice(("", " ", "\ufeff", "0", ".", "ـ", "\u200f")),
    "letters of other scripts": lambda _: "Кремль said 他说 הוא אמר گفت کہا ދެން קאל ﻗﺎﻝ",
}

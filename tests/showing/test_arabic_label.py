"""Arabic labels come out joined and in order, on either side of matplotlib 3.11.

No eye is needed: what matplotlib draws is laid over what another program draws, and is
read back letter by letter. Each check is also run on a label that was prepared the wrong
way, and must then fail. What a matplotlib or a Pillow cannot be asked is left out by name; on
either side of 3.11 a check of the drawing and a check of the order always remain.
"""

import re
import unicodedata
import warnings

import matplotlib as mpl
import numpy as np
import pytest
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font, LoadFlags
from PIL import Image, ImageDraw, ImageFont, features

from framing.base.errors import FramingError
from framing.showing.figures import labels
from framing.showing.figures.labels import arabic_label, matplotlib_shapes_arabic
from framing.showing.figures.style import FONT, blank_figure, figure_style

WORDS = ["الإعلام الروسي", "لا لأن الله", "المسؤولية", "إرهاب", "دور", "وكالة الأنباء"]
MIXED = [
    "عام 2022 بلغ ١٥٪",
    "نشر موقع Russia-Now.com تقريرا",
    "روسيا (موسكو) اليوم",
    "قال «نحن هنا» أمس",
    "RT العربية",
    "2022–2023 الأعوام",
]
DIRECTED = [("RT العربية (موسكو)", True), ("Sputnik عربي: 12%", True), ("العربية RT", False)]
VOWELLED = ["أَكَّدَ", "مُسَلَّح"]

with_raqm = pytest.mark.skipif(
    not features.check("raqm"), reason="this Pillow cannot shape Arabic, so it proves nothing"
)
native = pytest.mark.skipif(
    not matplotlib_shapes_arabic(), reason="this matplotlib (before 3.11) has no layout to read"
)
Ink = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def prepared_wrongly(text: str) -> str:
    """What the label would be if one forgot which matplotlib is running."""
    return shaped_by_hand(text) if matplotlib_shapes_arabic() else text


def shaped_by_hand(text: str) -> str:
    keep = {"delete_harakat": False, "ARABIC LIGATURE ALLAH": False}
    return str(get_display(ArabicReshaper(configuration=keep).reshape(text)))


def ink_of_matplotlib(label: str) -> Ink:
    with figure_style():
        figure = blank_figure(8, 1.2)
        figure.text(0.02, 0.4, label, fontsize=36)
        figure.canvas.draw()
    return cropped(np.asarray(figure.canvas.buffer_rgba())[..., :3].min(axis=2))


def ink_of_pillow(text: str, rtl: bool | None = None) -> Ink:
    font = ImageFont.truetype(findfont(FONT), 100, layout_engine=ImageFont.Layout.RAQM)
    page = Image.new("L", (1600, 240), 255)
    direction = None if rtl is None else "rtl" if rtl else "ltr"
    ImageDraw.Draw(page).text((32, 40), text, font=font, fill=0, direction=direction)
    return cropped(np.asarray(page))


def cropped(page: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Ink:
    ink = 255 - page
    columns, rows = np.nonzero(ink.sum(axis=0))[0], np.nonzero(ink.sum(axis=1))[0]
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.asarray(Image.fromarray(ink).resize((400, 40)), dtype=float).ravel()


def likeness(one: Ink, other: Ink) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def letters_drawn(label: str) -> str:
    """The letters as matplotlib draws them, from left to right."""
    if not matplotlib_shapes_arabic():
        return letters_of(label)
    return "".join(item.char[::-1] for item in layout(label))


def letters_of(shaped: str) -> str:
    """The letters whose shapes stand in a string, in the order of the string."""
    return "".join(unicodedata.normalize("NFKC", sign)[::-1] for sign in shaped)


def layout(label: str) -> list:
    font = FT2Font(findfont(FONT))
    font.set_size(20, 72)
    return list(font._layout(label, LoadFlags.NO_HINTING))


@with_raqm
@pytest.mark.parametrize("text", WORDS + MIXED)
def test_label_is_drawn_as_an_independent_program_draws_it(text):
    assert likeness(ink_of_matplotlib(arabic_label(text)), ink_of_pillow(text)) > 0.9


@with_raqm
@pytest.mark.parametrize("text", WORDS + MIXED)
def test_label_prepared_wrongly_is_seen_to_be_wrong(text):
    assert likeness(ink_of_matplotlib(prepared_wrongly(text)), ink_of_pillow(text)) < 0.5


@with_raqm
@pytest.mark.parametrize(("text", "rtl"), DIRECTED)
def test_caller_says_the_base_direction(text, rtl):
    drawn = ink_of_pillow(text, rtl)
    assert likeness(ink_of_matplotlib(arabic_label(text, rtl=rtl)), drawn) > 0.9
    assert likeness(ink_of_matplotlib(arabic_label(text, rtl=not rtl)), drawn) < 0.6


@pytest.mark.parametrize("text", WORDS)
def test_letters_are_drawn_from_the_last_to_the_first(text):
    assert letters_drawn(arabic_label(text)) == text[::-1]
    assert letters_drawn(prepared_wrongly(text)) != text[::-1]


@native
@pytest.mark.parametrize("text", WORDS + MIXED)
def test_matplotlib_that_shapes_is_given_the_text_itself(text):
    assert arabic_label(text) == text


@native
def test_matplotlib_that_shapes_joins_the_letters():
    alone = FT2Font(findfont(FONT)).get_char_index(ord("ع"))
    assert [item.glyph_index for item in layout(arabic_label("ع"))] == [alone]
    assert alone not in [item.glyph_index for item in layout(arabic_label("ععع"))]


@native
@pytest.mark.parametrize("text", WORDS + VOWELLED)
def test_glyphs_are_those_another_shaper_chooses(text):
    hb = pytest.importorskip("uharfbuzz", reason="uharfbuzz is not installed to compare with")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(findfont(FONT))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    wanted = [info.codepoint for info in buffer.glyph_infos]
    assert [item.glyph_index for item in layout(arabic_label(text))] == wanted
    assert [item.glyph_index for item in layout(prepared_wrongly(text))] != wanted


@pytest.fixture
def older_matplotlib(monkeypatch):
    """Prepare labels as before 3.11; the string is looked at, not the drawing."""
    monkeypatch.setattr(labels, "matplotlib_shapes_arabic", lambda: False)


older = pytest.mark.usefixtures("older_matplotlib")


@older
@pytest.mark.parametrize("text", WORDS + VOWELLED)
def test_older_matplotlib_is_given_joined_letters_in_reverse(text):
    shaped = arabic_label(text)
    assert letters_of(shaped) == text[::-1]
    assert not re.search("[ء-ي]", shaped)


@older
def test_each_letter_takes_the_shape_of_its_place():
    assert arabic_label("عععع") == "ﻊﻌﻌﻋ"


@older
def test_name_of_god_stays_in_letters_the_font_has():
    assert letters_of(arabic_label("عبد الله")) == "هللا دبع"
    assert "ﷲ" not in arabic_label("عبد الله")


@older
def test_base_direction_orders_latin_and_arabic():
    assert arabic_label("RT عع") == "RT ﻊﻋ"
    assert arabic_label("RT عع", rtl=True) == "ﻊﻋ RT"
    assert arabic_label("عع RT") == "RT ﻊﻋ"
    assert arabic_label("عع RT", rtl=False) == "ﻊﻋ RT"


@older
def test_controls_of_direction_leave_no_box():
    assert arabic_label("\u2067عع\u2069 \u200fRT") == "RT ﻊﻋ"


@older
def test_lines_keep_their_order():
    assert arabic_label("عع\nRT\nسس") == "ﻊﻋ\nRT\nﺲﺳ"


@older
@pytest.mark.parametrize("text", sorted({*WORDS, *MIXED} - {"دور"}))
def test_label_is_not_prepared_twice(text):
    """A word whose letters never join (دور) gives no sign of having been here."""
    with pytest.raises(FramingError, match="call arabic_label once"):
        arabic_label(arabic_label(text))


@native
def test_mark_of_direction_is_set_only_where_the_first_letter_would_mislead():
    assert arabic_label("RT العربية", rtl=True) == "\u200fRT العربية"
    assert arabic_label("العربية RT", rtl=True) == "العربية RT"
    assert arabic_label("العربية RT", rtl=False) == "\u200eالعربية RT"
    assert arabic_label("RT العربية\nالعربية", rtl=True) == "\u200fRT العربية\nالعربية"
    assert arabic_label("12–15%", rtl=True) == "\u200f12–15%"


@pytest.mark.parametrize(
    "text", ["", "RT Arabic", "12.5 %", "a\nb\n", "Ṣaḥīfa ʿarabiyya", "Россия"]
)
def test_label_without_arabic_comes_back_as_it_is(text):
    assert arabic_label(text) == text


@pytest.mark.parametrize("text", ["الإعلام", "لا لأن الله", "روسيا (موسكو) اليوم"])
def test_label_shaped_by_other_means_is_refused(text):
    with pytest.raises(FramingError, match="already has its letters joined"):
        arabic_label(shaped_by_hand(text))


@pytest.mark.parametrize("text", ["ﻻ", "الاسﻻم", "الإسﻼم", "ﷺ", "ﷲ"])
def test_ready_made_shape_in_a_typed_text_is_accepted(text):
    drawn = unicodedata.normalize("NFKC", text)
    assert arabic_label(text) == arabic_label(drawn)


@pytest.mark.parametrize(
    "text", [*WORDS, *MIXED, *VOWELLED, "ٱلله ﷺ", "\u2068عربي\u2069 RT", "ا\tب"]
)
def test_font_lacks_no_sign_of_a_label(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ink_of_matplotlib(arabic_label(text))
        ink_of_matplotlib(arabic_label(text, rtl=True))


def test_capability_is_asked_for_and_not_a_version():
    release = tuple(int(part) for part in mpl.__version__.split(".")[:2])
    assert matplotlib_shapes_arabic() == (release >= (3, 11))


NAMES = ["02_elbalad_EG_2025", "7-day", "2016/x_1"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("around", ["{}", "{} الأهرام", "عدد {} مقال", "مقال {}"])
def test_a_name_that_begins_with_digits_keeps_its_order(
    name: str, around: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = around.format(name)
    monkeypatch.setattr(labels, "matplotlib_shapes_arabic", lambda: False)
    assert name in arabic_label(label, rtl=True)
    monkeypatch.setattr(labels, "matplotlib_shapes_arabic", lambda: True)
    marked = arabic_label(label, rtl=True)
    assert name in get_display(marked).replace("\u200e", "")
    assert marked.replace("\u200e", "").replace("\u200f", "") == label
    assert name not in get_display(label, base_dir="R")

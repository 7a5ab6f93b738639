"""What every figure stands on: one look, and files that say the same thing each time."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from itertools import combinations, pairwise
from pathlib import Path

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.font_manager import FontProperties, findfont, fontManager
from matplotlib.layout_engine import ConstrainedLayoutEngine

from framing.base.errors import FramingError, OutputError
from framing.lexicon.entries import load_lexicon
from framing.lexicon.source_files import lexicon_names
from framing.showing.figures.frame import name_label
from framing.showing.figures.labels import arabic_label
from framing.showing.figures.save import Figure, picture, save_figure, save_figures
from framing.showing.figures.style import (
    FONT,
    HATCHES,
    MARKERS,
    PALETTE,
    blank_figure,
    figure_style,
    series_styles,
)

PROJECT = Path(__file__).parents[2]
OUTLETS = {"الحياة": 3, "روسيا اليوم": 5, "RT العربية": 2}

FIGURES_OF_A_NEW_PROCESS = """
import sys
from tests.showing.test_figure_base import sample
from framing.showing.figures.save import save_figure
for lang in ("en", "ar"):
    save_figure(sample(lang), sys.argv[1], ("svg", "png"))
"""


def sample(lang="ar") -> Figure:
    """Three outlets as bars, with everything a figure may hold."""
    styles = series_styles(OUTLETS)
    with figure_style(lang):
        figure = blank_figure()
        axes = figure.subplots()
        for outlet, n in OUTLETS.items():
            label, style = arabic_label(outlet), styles[outlet]
            axes.barh(label, n, color=style.color, hatch=style.hatch, label=label)
            axes.plot([n / 2], [label], style.marker, color="white")
        axes.set_title(arabic_label("من يُسمّى إرهابياً؟\nعدد المقالات: 10"))
        figure.legend(loc="outside right upper")
    return Figure(
        name="sample",
        title="من يُسمّى إرهابياً؟",
        figure=figure,
        data=pd.DataFrame({"outlet": list(OUTLETS), "n": list(OUTLETS.values()), "share": 1 / 3}),
        caption="n = 10 articles & 3 outlets.",
        alt='Three bars, the longest for "RT" [5].',
        lang=lang,
    )


def lightness(color: str) -> float:
    """L* of CIE 1976: 0 black, 100 white, what is left of a colour printed in grey."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in mpl.colors.to_rgb(color)
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def test_neighbouring_colours_differ_when_printed_in_grey():
    light = [lightness(color) for color in PALETTE]
    assert min(abs(one - other) for one, other in pairwise(light)) > 6
    assert min(abs(one - other) for one, other in combinations(light[:5], 2)) > 11


def test_each_series_has_a_marker_and_a_hatch_of_its_own():
    assert len(set(PALETTE)) == len(set(MARKERS)) == len(set(HATCHES)) == 8
    many = series_styles(str(number) for number in range(64))
    assert len({(style.color, style.marker) for style in many.values()}) == 64
    assert len({(style.color, style.hatch) for style in many.values()}) == 64


def test_an_outlet_looks_the_same_wherever_it_appears():
    assert series_styles(["a", "b", "a", "c"]) == series_styles(["a", "b", "c"])
    assert series_styles(["a", "b"])["b"] == series_styles(["a", "b", "c"])["b"]


def test_more_series_than_can_be_told_apart_are_refused():
    with pytest.raises(FramingError, match="There are 65 series and at most 64"):
        series_styles(str(number) for number in range(65))


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_font_is_the_one_inside_matplotlib_and_has_every_arabic_letter(weight):
    with figure_style():
        path = findfont(FontProperties(family=FONT, weight=weight), fallback_to_default=False)
    assert Path(path).is_relative_to(mpl.get_data_path())
    font = mpl.ft2font.FT2Font(path)
    letters = [chr(code) for code in [*range(0x621, 0x63B), *range(0x640, 0x64B)]]
    assert [letter for letter in letters if not font.get_char_index(ord(letter))] == []


def test_reader_s_own_settings_play_no_part_and_come_back():
    with mpl.rc_context({"font.family": ["serif"], "figure.dpi": 30, "axes.facecolor": "red"}):
        with figure_style():
            assert mpl.rcParams["figure.dpi"] == 200
            assert mpl.rcParams["font.family"] == [FONT]
            assert mpl.rcParams["axes.facecolor"] == "white"
        assert mpl.rcParams["figure.dpi"] == 30
        assert mpl.rcParams["axes.facecolor"] == "red"


def test_title_stands_where_reading_begins():
    places = {}
    for lang in ("en", "ar"):
        with figure_style(lang):
            places[lang] = mpl.rcParams["axes.titlelocation"]
    assert places == {"en": "left", "ar": "right"}


def test_figure_is_saved_as_picture_numbers_and_caption(tmp_path):
    saved = save_figure(sample(), tmp_path / "figures")
    names = ["sample-ar.svg", "sample-ar.md", "sample.csv"]
    assert [path.name for path in saved] == names
    assert sorted(names) == sorted(path.name for path in (tmp_path / "figures").iterdir())


def test_picture_is_saved_in_the_formats_asked_for_and_the_caption_shows_the_first(tmp_path):
    saved = save_figure(sample(), tmp_path, ("png", "svg"))
    assert [path.name for path in saved][:2] == ["sample-ar.png", "sample-ar.svg"]
    assert "(sample-ar.png)" in (tmp_path / "sample-ar.md").read_text("utf-8")


def test_a_folder_of_figures_says_once_what_its_numbers_rest_on(tmp_path):
    saved = save_figures((sample(lang) for lang in ("en", "ar")), tmp_path)
    assert [path.name for path in saved] == [
        "sample-en.svg", "sample-en.md", "sample.csv", "sample-ar.svg", "sample-ar.md",
        "provenance.json",
    ]  # fmt: skip
    known = json.loads(saved[-1].read_bytes())
    militancy = load_lexicon("militancy")
    assert known["framing"] == version("framing")
    assert list(known["lexicons"]) == list(lexicon_names())
    assert known["lexicons"]["militancy"] == {
        "version": militancy.version, "sha256": militancy.digest,
    }  # fmt: skip


def test_a_drawing_is_laid_out_once_and_stands_the_same_whatever_is_drawn_first(monkeypatch):
    laid_out = []
    execute = ConstrainedLayoutEngine.execute
    monkeypatch.setattr(
        ConstrainedLayoutEngine,
        "execute",
        lambda self, drawing: (laid_out.append(drawing), execute(self, drawing))[1],
    )
    one, other = sample(), sample()
    pictures = {kind: picture(one, kind) for kind in ("svg", "png")}
    assert laid_out == [one.figure]
    assert {kind: picture(other, kind) for kind in ("png", "svg")} == pictures
    assert one.figure.axes[0].get_position().bounds == other.figure.axes[0].get_position().bounds


def test_table_holds_exactly_the_plotted_numbers(tmp_path):
    save_figure(sample(), tmp_path)
    assert (tmp_path / "sample.csv").read_bytes().decode() == (
        "outlet,n,share\n"
        "الحياة,3,0.3333333333\n"
        "روسيا اليوم,5,0.3333333333\n"
        "RT العربية,2,0.3333333333\n"
    )


def test_caption_page_holds_caption_picture_and_alternative_text(tmp_path):
    save_figure(sample("en"), tmp_path)
    assert (tmp_path / "sample-en.md").read_bytes().decode() == (
        "# من يُسمّى إرهابياً؟\n\n"
        '![Three bars, the longest for "RT" \\[5\\].](sample-en.svg)\n\n'
        "n = 10 articles & 3 outlets.\n\n"
        'Alternative text: Three bars, the longest for "RT" \\[5\\].\n\n'
        "Plotted numbers: [sample.csv](sample.csv)\n"
    )


def test_pictures_carry_title_and_description_but_no_date_and_no_version(tmp_path):
    save_figure(sample(), tmp_path, ("svg", "png"))
    svg = (tmp_path / "sample-ar.svg").read_text(encoding="utf-8")
    png = (tmp_path / "sample-ar.png").read_bytes()
    assert "<title>من يُسمّى إرهابياً؟</title>" in svg
    assert "<text" not in svg  # letters are drawn as paths
    assert "إرهابياً".encode() in png
    for trace in ("dc:date", "dc:creator", "matplotlib.org", mpl.__version__):
        assert trace not in svg
        assert trace.encode() not in png
    assert b"Software" not in png


def test_same_figure_gives_the_same_bytes_in_every_process(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two", tmp_path / "here"]
    surroundings = [("1", "UTC", "C.UTF-8"), ("2", "Asia/Tokyo", "C")]
    for folder, (seed, zone, locale) in zip(folders, surroundings, strict=False):
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        home = {"HOME": str(folder), "MPLCONFIGDIR": str(tmp_path / f"settings-{seed}")}
        subprocess.run(
            [sys.executable, "-c", FIGURES_OF_A_NEW_PROCESS, str(folder)],
            env={**os.environ, **changed, **home, "PYTHONPATH": str(PROJECT)},
            check=True,
        )
    for lang in ("en", "ar"):
        save_figure(sample(lang), folders[2], ("svg", "png"))
    first, second, here = (digests(folder) for folder in folders)
    assert len(first) == 7
    assert first == second == here


def test_showing_a_figure_changes_nothing_in_its_files(tmp_path):
    shown = sample()
    shown._repr_html_()
    save_figure(shown, tmp_path / "shown")
    save_figure(shown, tmp_path / "again")
    save_figure(sample(), tmp_path / "fresh")
    assert digests(tmp_path / "shown") == digests(tmp_path / "again") == digests(tmp_path / "fresh")


def test_notebook_shows_the_figure_once_with_alternative_text_and_caption(tmp_path):
    figure = sample()
    page = figure._repr_html_()
    assert page.count("<img ") == 1
    assert 'lang="ar" dir="rtl"' in page
    assert 'alt="Three bars, the longest for &quot;RT&quot; [5]."' in page
    assert "<figcaption>n = 10 articles &amp; 3 outlets.</figcaption>" in page
    save_figure(figure, tmp_path, ("png",))
    shown = base64.b64decode(re.search(r"base64,([^\"]+)", page)[1])
    assert shown == (tmp_path / "sample-ar.png").read_bytes()
    others = [name for name in dir(figure) if name.startswith("_repr_") and name != "_repr_html_"]
    assert others == []


def test_figure_waits_in_no_list_of_open_figures():
    """Else a notebook would show it a second time at the end of the cell."""
    script = (
        "import json, sys; from tests.showing.test_figure_base import sample; "
        "sample()._repr_html_(); "
        "print(json.dumps('matplotlib.pyplot' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
    )
    assert json.loads(done.stdout) is False


def test_folder_that_cannot_be_written_is_named_with_a_way_out(tmp_path):
    (tmp_path / "figures").write_text("")
    with pytest.raises(OutputError, match=r"figures' could not be written: .* is a file"):
        save_figure(sample(), tmp_path / "figures")


def test_the_font_inside_matplotlib_wins_over_one_of_the_system(monkeypatch, tmp_path):
    own = findfont(FontProperties(family=FONT), fallback_to_default=False)
    alike = tmp_path / "DejaVuSans.ttf"
    alike.write_bytes(Path(own).read_bytes())
    monkeypatch.setattr(fontManager, "ttflist", [])
    fontManager.addfont(alike)
    assert findfont(FONT) == str(alike)
    with figure_style():
        assert Path(findfont(FONT)).is_relative_to(mpl.get_data_path())


def test_a_very_long_name_leaves_room_for_what_is_drawn():
    assert name_label("Al-Akhbar\n(Lebanon)", is_arabic=False) == "Al-Akhbar\n(Lebanon)"
    assert name_label("", is_arabic=False) == ""
    lines = name_label("x" * 500, is_arabic=False).split("\n")
    assert [len(line) for line in lines] == [40, 40, 42]
    assert lines[-1].endswith(" …")
    words = name_label("outlet " * 12, is_arabic=False, letters=20).split("\n")
    assert words == ["outlet outlet outlet", "outlet outlet outlet", "outlet outlet outlet …"]

"""What is published of the timings: figure and tables of docs/performance.md, from its CSV files.

python benchmarks/performance_page.py     # figure and tables anew, from the numbers there
"""

import os
import platform
import re
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from framing.base.files import write_whole
from framing.showing.figures.style import EDGE, PALETTE, blank_figure, figure_style

FOLDER = Path(__file__).parent.parent / "docs" / "performance"
OURS = "framing"
BAR_SPEED, BAR_RATIO, BAR_GROWTH, BAR_MEMORY = 60.0, 10.0, 1.15, 1500.0
BAR_ATTRIBUTIONS, BAR_OUTSIDE = 5.0, 0.2
_PEERS = ("spaCy PhraseMatcher", "scikit-learn CountVectorizer")
_TICKS = (1, 3, 10, 30, 100, 300)


def machine() -> str:
    """The machine and the versions, as read from the system."""
    tools = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB; "
        f"Python {platform.python_version()}, {tools}"
    )


def stamp() -> dict[str, str]:
    """Where and when."""
    return {"machine": machine(), "date": datetime.now(UTC).date().isoformat()}


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def matching_rows(table: pd.DataFrame) -> list[list[str]]:
    """The tools as a reader sees them: heading, then a row a tool."""
    heading = ["tool", "MB/s", "slowest-fastest", "MB/s, CPU time", "ours / it", "CPU", "hits"]
    return [heading, *map(_tool_cells, table.to_dict("records"))]


def _tool_cells(row: dict[Hashable, Any]) -> list[str]:
    return [
        row["tool"],
        f"{row['mb_per_s']:.1f}",
        f"{row['slowest']:.1f}-{row['fastest']:.1f}",
        f"{row['cpu_mb_per_s']:.1f}",
        f"{row['ratio']:.1f}",
        f"{row['cpu_ratio']:.1f}",
        f"{row['found']:,.0f}",
    ]


def growth_rows(table: pd.DataFrame) -> list[list[str]]:
    """The sizes as a reader sees them: heading, then a row a size."""
    heading = [
        *("MB", "MB/s", "MB/s, CPU time", "time per MB, 10 MB = 1", "CPU"),
        *("peak memory, MB", "word forms", "Heaps expects", "hits per 1,000 words"),
    ]
    return [heading, *map(_size_cells, table.to_dict("records"))]


def _size_cells(row: dict[Hashable, Any]) -> list[str]:
    return [
        f"{row['megabytes']:,.0f}",
        f"{1 / row['wall']:.1f}",
        f"{1 / row['cpu']:.1f}",
        f"{row['relative_wall']:.2f}",
        f"{row['relative_cpu']:.2f}",
        f"{row['peak_mb']:,.0f}",
        f"{row['n_types']:,.0f}",
        f"{row['heaps_types']:,.0f}",
        f"{row['hits_per_1000_words']:.1f}",
    ]


def bars_of_matching(table: pd.DataFrame) -> str:
    """What speed was asked for, and whether it is reached; by the clock on the wall."""
    row = table.set_index("tool")
    lines = [_bar("speed", row.loc[OURS, "mb_per_s"], BAR_SPEED, "MB/s at least")]
    lines += [
        _bar(f"against {name}", row.loc[name, "ratio"], BAR_RATIO, "at least")
        for name in _PEERS
        if name in row.index
    ]
    return "\n".join(lines)


def bars_of_growth(table: pd.DataFrame) -> str:
    """What growth and memory were asked for, and whether they are reached."""
    return "\n".join(
        (
            _bar("time per MB", table["relative_wall"].max(), BAR_GROWTH, "of 10 MB's, at most"),
            _bar("peak memory", table["peak_mb"].max(), BAR_MEMORY, "MB at most"),
        )
    )


def bars_of_attributions(table: pd.DataFrame) -> str:
    """What was asked of reading who says what, and whether it is reached."""
    row = table.iloc[0]
    lines = [
        _bar("attributions", row["mb_per_s"], BAR_ATTRIBUTIONS, "MB/s at least"),
        _bar("outside sentences with a cue", row["outside"], BAR_OUTSIDE, "of the time at most"),
    ]
    if "ratio" in table:
        lines.append(f"spaCy PhraseMatcher: {row['peer_mb_per_s']:.2f} MB/s in the same rounds; ")
        lines[-1] += f"ours / it {row['ratio']:.2f}"
    return "\n".join(lines)


def attributions_rows(table: pd.DataFrame) -> list[list[str]]:
    """The run as a reader sees it."""
    heading = ["MB", "MB/s", "slowest-fastest", "MB/s, CPU time", "cues", "outside cues"]
    row = table.iloc[0]
    cells = [
        f"{row['megabytes']:.0f}",
        f"{row['mb_per_s']:.2f}",
        f"{row['slowest']:.2f}-{row['fastest']:.2f}",
        f"{row['cpu_mb_per_s']:.2f}",
        f"{row['attributions']:,.0f}",
        f"{row['outside']:.0%}",
    ]
    return [heading, cells]


def _bar(what: str, value: Any, bar: float, unit: str) -> str:
    reached = value <= bar if "at most" in unit else value >= bar
    return f"{what}: {value:,.2f}; asked for {bar:,.2f} {unit}: {'yes' if reached else 'NO'}"


def write(folder: Path) -> None:
    """Draw the figure and set the tables in the page beside the folder, if there is one."""
    names = ("matching", "growth", "attributions")
    files = {name: folder / f"{name}.csv" for name in names}
    tables = {name: pd.read_csv(file) for name, file in files.items() if file.is_file()}
    matching, grown = tables["matching"], tables.get("growth")
    for kind in ("svg", "png"):
        _draw(matching, grown, folder / f"matching.{kind}", kind)
    page = folder.with_suffix(".md")
    if page.is_file():
        text = page.read_text(encoding="utf-8")
        for name, block in blocks(matching, grown, tables.get("attributions")).items():
            text = set_block(text, name, block)
        write_whole(page, text.encode())


def blocks(
    matching: pd.DataFrame, grown: pd.DataFrame | None, said: pd.DataFrame | None = None
) -> dict[str, str]:
    """The generated parts of the page, by name."""
    made = {"matching": _block(matching, matching_rows(matching), bars_of_matching(matching))}
    if grown is not None:
        made["growth"] = _block(grown, growth_rows(grown), bars_of_growth(grown))
    if said is not None:
        made["attributions"] = _block(said, attributions_rows(said), bars_of_attributions(said))
    return made


def _block(table: pd.DataFrame, rows: list[list[str]], bars: str) -> str:
    first = table.iloc[0]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|---|" + "---:|" * (len(rows[0]) - 1))
    made = f"{first['date']}, {first['rounds']} rounds; {first['machine']}."
    listed = "\n".join(f"- {bar}" for bar in bars.splitlines())
    return "\n".join([made, "", *lines, "", listed])


def set_block(text: str, name: str, block: str) -> str:
    """Put a generated block between its marks in a page."""
    begin, end = f"<!-- {name}: made from {name}.csv -->", f"<!-- end of {name} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    return pattern.sub(lambda _: f"{begin}\n{block}\n{end}", text)


def fill_page(folder: Path, blocks: Mapping[str, Callable[[pd.DataFrame], str]]) -> None:
    """Set each block of the page beside a folder that has its numbers there, as NAME.csv."""
    page = folder.with_suffix(".md")
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        if (path := folder / f"{name}.csv").is_file():
            text = set_block(text, name, block(pd.read_csv(path)))
    write_whole(page, text.encode())


def _draw(matching: pd.DataFrame, grown: pd.DataFrame | None, path: Path, kind: str) -> None:
    with figure_style():
        figure = blank_figure(9.0, 3.2)
        speeds, times = figure.subplots(1, 2, width_ratios=(1.3, 1))
        _draw_speeds(speeds, matching)
        if grown is not None:
            _draw_growth(times, grown)
        _save(figure, path, kind)


def _draw_speeds(axes: Any, table: pd.DataFrame) -> None:
    rows = table.iloc[::-1]
    colors = [PALETTE[0] if name.startswith(OURS) else PALETTE[1] for name in rows["tool"]]
    around = [rows["mb_per_s"] - rows["slowest"], rows["fastest"] - rows["mb_per_s"]]
    axes.barh(rows["tool"], rows["mb_per_s"], xerr=around, color=colors, ecolor=EDGE, height=0.6)
    axes.axvline(BAR_SPEED, color=EDGE, linestyle=":")
    axes.set_xscale("log")
    most = max(BAR_SPEED, rows["fastest"].max()) * 1.4
    axes.set_xlim(1, most)
    ticks = [tick for tick in _TICKS if tick <= most]
    axes.set_xticks(ticks, [str(tick) for tick in ticks], minor=False)
    axes.set_xticks([], minor=True)
    axes.grid(axis="y", visible=False)
    megabytes = table["megabytes"].iloc[0]
    axes.set_xlabel("MB a second; line: slowest to fastest round; dotted: 60")
    axes.set_title(f"Finding the lexicons in {megabytes:.0f} MB of news")


def _draw_growth(axes: Any, table: pd.DataFrame) -> None:
    axes.plot(table["megabytes"], table["relative_wall"], color=PALETTE[0], marker="o")
    axes.axhline(BAR_GROWTH, color=EDGE, linestyle=":")
    axes.set_xscale("log")
    axes.set_ylim(0, max(1.3, 1.1 * table["relative_wall"].max()))
    axes.set_xticks(table["megabytes"], [f"{size:,.0f}" for size in table["megabytes"]])
    axes.set_xticks([], minor=True)
    axes.set_xlabel("MB of made text; dotted: 15% more")
    axes.set_title("Time per MB, 10 MB = 1")


def _save(figure: Figure, path: Path, kind: str) -> None:
    """The same numbers give the same bytes."""
    about = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, format=kind, metadata=about)


if __name__ == "__main__":
    write(FOLDER)

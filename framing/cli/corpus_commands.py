"""The commands that find, count and show: `framing report` to `framing figures`."""

import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import framing as fr
from framing import desk as desks
from framing.base.errors import cut
from framing.cli.options import (
    AskedCorpus,
    AskedTable,
    Base,
    LeastScore,
    Lexicon,
    Lexicons,
    OutFolder,
    Plan,
    Propositions,
    VoiceSplit,
    example,
    option,
)
from framing.cli.output import put
from framing.cli.spreading import spread

if TYPE_CHECKING:  # a command that is only asked for its help draws nothing
    from framing.corpus.articles import Lang
    from framing.showing.figures import PictureFormat

Pictures = Annotated[
    Literal["svg", "png", "both"], typer.Option("--format", help="Of the pictures.")
]
Languages = Annotated[
    Literal["en", "ar", "both"], typer.Option(help="In which language; one is twice as fast.")
]

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog=example("framing report seeds"))
@spread
def report(
    asked: AskedCorpus,
    out: OutFolder = Path("report"),
    lang: Annotated[Literal["en", "ar"], typer.Option(help="Of the page.")] = "en",
    propositions: Propositions = None,
    plan: Plan = None,
    pdf: Annotated[bool, option("--pdf", help="Print it too; takes framing[report].")] = False,
) -> None:
    """Write one page with all figures and tables; numbers open. Print its path."""
    bar = asked.progress("Writing")
    articles = asked.articles()
    page = fr.report(
        articles, out, lang=lang, propositions=propositions, plan=plan, pdf=pdf, progress=bar
    )
    put(f"{page}\n")


@app.command(
    epilog=example(
        "framing mentions seeds",
        "framing mentions seeds --lexicon state --out state.csv",
        "framing mentions seeds --format jsonl",
    )
)
@spread
def mentions(
    asked: AskedTable, lexicon: Lexicon = "militancy", least_score: LeastScore = 0.4
) -> None:
    """Find a lexicon's words, each with its voice. One row a mention."""
    bar = asked.progress("Reading")
    asked.write(fr.mentions(asked.articles(), lexicon, least_score=least_score, progress=bar))


@app.command(epilog=example("framing attributions seeds --out attributions.jsonl"))
@spread
def attributions(asked: AskedTable, least_score: LeastScore = 0.2) -> None:
    """Find the cues that give somebody a voice. One row a cue, with its stance."""
    bar = asked.progress("Reading")
    asked.write(fr.attributions(asked.articles(), least_score=least_score, progress=bar))


@app.command(epilog=example("framing leaks seeds --out leaks.parquet"))
@spread
def leaks(asked: AskedTable) -> None:
    """Find leaks, unnamed sources, media as source. One row a reference."""
    asked.write(fr.leaks(asked.articles(), progress=asked.progress("Reading")))


@app.command(
    epilog=example(
        "framing features seeds --out features.csv",
        "framing features seeds --lexicon militancy --lexicon state --voice all",
    )
)
@spread
def features(
    asked: AskedTable, lexicon: Lexicons = None, voice: VoiceSplit = "split", base: Base = "voice"
) -> None:
    """Count every category in every article. Each with base, rate and interval.

    What does not occur has no row; the words of every article, in each voice, have one.
    """
    bar = asked.progress("Counting")
    articles = asked.articles()
    if lexicon:
        asked.write(fr.features(articles, lexicon, voice=voice, base=base, progress=bar))
    else:
        asked.write(fr.features(articles, voice=voice, base=base, progress=bar))


@app.command(
    epilog=example("framing kwic seeds إرهاب", "framing kwic seeds قال --width 4 --out said.csv")
)
@spread
def kwic(
    asked: AskedTable,
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A word, or several in quotation marks.")
    ],
    width: Annotated[int, typer.Option(min=0, help="Words shown on each side.")] = 8,
    sort: Annotated[
        Literal["text", "before", "after", "node", "outlet", "date"],
        typer.Option(help="By the words before or after it, by outlet or date."),
    ] = "text",
    outlet: Annotated[
        list[str] | None, option("--outlet", help="Only of this outlet; may be repeated.")
    ] = None,
    sample: Annotated[
        int | None, option("--sample", min=1, help="How many lines to draw at random.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Which lines are drawn.")] = 0,
) -> None:
    """Show a word in its contexts. With --format or --out, as a table."""
    found = fr.kwic(
        asked.articles(), word, width=width, sort=sort, outlet=outlet, sample=sample, seed=seed
    )
    if not len(found):
        asked.remark(f"'{cut(word)}' does not occur.")
    if asked.is_table:
        asked.write(found.table)
    else:
        put(str(found))


@app.command(epilog=example("framing article seeds 001 --out article.html"))
@spread
def article(
    asked: AskedCorpus,
    doc_id: Annotated[str, typer.Argument(metavar="DOC_ID", help="Which article.")],
    out: Annotated[Path, typer.Option(help="The page to write.")],
    lang: Annotated[Literal["en", "ar"], typer.Option(help="Of the legend.")] = "en",
) -> None:
    """Write one article as a page, with its layers as marks. Print its path."""
    shown = fr.article(asked.articles(), doc_id, lang=lang)
    put(f"{fr.save_article(shown, out, title=doc_id, lang=lang)}\n")


@app.command(
    epilog=example(
        "framing explore seeds", "framing explore seeds --lexicon state --out desk --lang ar"
    )
)
@spread
def explore(
    asked: AskedCorpus,
    out: Annotated[
        Path | None,
        option("--out", metavar="DIR", help="Write a folder that opens from disk instead."),
    ] = None,
    lexicon: Lexicons = None,
    lang: Annotated[Literal["en", "ar"], typer.Option(help="Of the page.")] = "en",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to serve; 0 takes any that is free.")
    ] = 0,
    open_page: Annotated[bool, option("--open", help="Open a browser.")] = False,
) -> None:
    """Serve a page to click in: numbers, sentences, articles. Print its address.

    It answers this machine only, until Ctrl-C ends it. With --out, write the answers to a folder.
    """
    desk = desks.Desk(asked.articles(), lexicons=lexicon or (), lang=lang, origin=asked.typed)
    title = desk.title(asked.corpus.name)
    if out is not None:
        put(f"{desks.write_desk(desk, out, title=title, progress=asked.progress('Writing'))}\n")
        return
    with desks.serve(desk, title=title, port=port) as server:
        put(f"{server.address}\n")
        asked.remark("The desk is served to this machine only. Ctrl-C ends it.")
        if open_page:
            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@app.command(epilog=example("framing figures seeds --out drawn --lang ar"))
@spread
def figures(
    asked: AskedCorpus,
    out: OutFolder = Path("figures"),
    lang: Languages = "both",
    picture: Pictures = "svg",
    propositions: Propositions = None,
) -> None:
    """Draw every figure. Print the path of each file: pictures, numbers, captions."""
    found = fr.survey(asked.articles(), propositions=propositions)
    languages: tuple[Lang, ...] = ("en", "ar") if lang == "both" else (lang,)
    formats: tuple[PictureFormat, ...] = ("svg", "png") if picture == "both" else (picture,)
    bar = asked.progress("Drawing")
    drawn = fr.figures.draw_together(found, languages, formats, progress=bar)
    for path in fr.figures.save_figures(drawn, out, formats):
        put(f"{path}\n")


@app.command(epilog=example("framing verify seeds report"))
@spread
def verify(
    asked: AskedCorpus,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a report.")],
    propositions: Propositions = None,
    plan: Plan = None,
) -> None:
    """Compute a report's tables anew; name what differs. Exit code 1 if anything does."""
    bar = asked.progress("Computing")
    found = fr.verify(asked.articles(), folder, propositions=propositions, plan=plan, progress=bar)
    put(f"{found}\n")
    if not found.holds:
        raise typer.Exit(1)


@app.command(epilog=example("framing crate report --date 2026-05-01 --author 'A. Scholar'"))
def crate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a report.")],
    date: Annotated[str, typer.Option(help="When it is published: 2026-05-01.")],
    author: Annotated[list[str] | None, option("--author", help="May be repeated.")] = None,
    license: Annotated[str, typer.Option(help="The address of its licence.")] = "",  # noqa: A002  # the field's name
) -> None:
    """Describe a report for an archive, as an RO-Crate. Print its path."""
    put(f"{fr.write_crate(folder, date=date, authors=author or (), license=license)}\n")

"""The commands that answer questions: `framing compare`, `framing keywords`, `framing audit`."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

import framing as fr
from framing import cli
from framing.cli.options import (
    AskedCorpus,
    AskedTable,
    By,
    Copies,
    Feature,
    Groups,
    Lexicon,
    Lexicons,
    OutFolder,
    Plan,
    VoiceSplit,
    example,
    option,
)
from framing.cli.output import put
from framing.cli.spreading import spread

Within = Annotated[
    str,
    typer.Option(
        metavar="COLUMN",
        help="Compare articles only with those of the same event, month or other column. "
        "auto: event, else month. none: all with all.",
    ),
]
Method = Annotated[
    Literal["auto", "exact", "permutation"],
    typer.Option(help="exact describes these texts; permutation needs twenty articles."),
]
Audit = Annotated[
    Path | None,
    option("--audit", metavar="DIR", help="A coded sheet: ratios are corrected by its errors."),
]
Smallest = Annotated[
    float | None,
    option("--smallest", metavar="RATIO", help="Show who is alike: up to this ratio, as 1.25."),
]
Sheet = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the coding sheet.")]

app = typer.Typer(rich_markup_mode=None)
audit_app = typer.Typer(name="audit", no_args_is_help=True, rich_markup_mode=None)


@app.command(
    epilog=example(
        "framing compare seeds",
        "framing compare seeds --feature militancy.terror --voice all --out terror.csv",
    )
)
@spread
def compare(
    groups: Groups,
    asked: AskedTable,
    lexicon: Lexicons = None,
    feature: Feature = None,
    within: Within = "auto",
    voice: VoiceSplit = "split",
    method: Method = "auto",
    audit: Audit = None,
    smallest: Smallest = None,
    plan: Plan = None,
) -> None:
    """Say whether outlets differ, by how much, how surely.

    Two sentences and a note; with --format or --out the table, one row a comparison.
    """
    articles = asked.articles()
    rates, of = None, feature or lexicon
    if plan is None:
        rates, of = cli.rates_asked(articles, lexicon, feature, asked.progress("Counting"))
    [scored, *_] = cli.lexicons_asked(lexicon, feature)
    score = partial(fr.score_audit, corpus=articles, lexicon=scored, by=groups.by)
    found = fr.compare(
        rates,
        articles,
        by=groups.by,
        within=None if within == "none" else within,
        reference=groups.reference,
        clusters=groups.clusters(articles, asked.encoding),
        of=of,
        voice=voice,
        method=method,
        smallest=smallest,
        plan=plan,
        audit=None if audit is None else score(audit),
    )
    asked.answer(found)


@app.command(epilog=example("framing keywords seeds", "framing keywords seeds --out words.csv"))
@spread
def keywords(
    groups: Groups,
    asked: AskedTable,
    most: Annotated[int, typer.Option(min=1, help="Words listed of each group.")] = 20,
) -> None:
    """List the words distinctive of each outlet.

    House spelling and clitics levelled. With --format or --out the table, one row a word.
    """
    articles = asked.articles()
    found = fr.keywords(
        articles,
        by=groups.by,
        reference=groups.reference,
        clusters=groups.clusters(articles, asked.encoding),
        most=most,
    )
    asked.answer(found)


@app.command(
    epilog=example("framing frequencies seeds --n 2", "framing frequencies seeds --by outlet")
)
@spread
def frequencies(
    asked: AskedTable,
    n: Annotated[int, typer.Option("--n", min=1, max=5, help="How many words a run has.")] = 1,
    by: Annotated[
        str | None, option("--by", metavar="COLUMN", help="A list for each group; else one of all.")
    ] = None,
    stop_words: Annotated[
        bool,
        typer.Option("--stop-words", help="List في, أن, هذا too; else they are left out."),
    ] = False,
    most: Annotated[int, typer.Option(min=1, help="Words listed of each group.")] = 50,
) -> None:
    """List the most frequent words, or runs of words.

    House spelling and clitics levelled. With --format or --out the table, one row a word.
    """
    stopped = () if stop_words else None
    asked.answer(fr.frequencies(asked.articles(), n=n, by=by, stop_words=stopped, most=most))


@app.command(epilog=example("framing shrinkage seeds --feature militancy.organisation --voice all"))
@spread
def shrinkage(
    copies: Copies,
    asked: AskedTable,
    by: By = "outlet",
    lexicon: Lexicons = None,
    feature: Feature = None,
    within: Within = "auto",
    voice: VoiceSplit = "split",
) -> None:
    """Give the rates of five or more outlets, drawn together.

    One model for all: the less the articles of an outlet tell, the more the others say of its
    rate. With --format or --out the table, one row a feature, voice and outlet.
    """
    articles = asked.articles()
    rates, of = cli.rates_asked(articles, lexicon, feature, asked.progress("Counting"))
    asked.answer(
        fr.shrinkage(
            rates,
            articles,
            by=by,
            within=None if within == "none" else within,
            of=of,
            voice=voice,
            clusters=copies.clusters(articles, asked.encoding),
        )
    )


@app.command(epilog=example("framing trend seeds --feature militancy.terror --voice all"))
@spread
def trend(
    copies: Copies,
    asked: AskedTable,
    by: By = "outlet",
    lexicon: Lexicons = None,
    feature: Feature = None,
    voice: VoiceSplit = "split",
    per: Annotated[Literal["month", "week"], typer.Option(help="How long a period is.")] = "month",
) -> None:
    """Say whether something becomes more or less.

    Rates by month or week; with --format or --out the table, one row a feature, voice and period.
    """
    articles = asked.articles()
    rates, of = cli.rates_asked(articles, lexicon, feature, asked.progress("Counting"))
    asked.answer(
        fr.trend(
            rates,
            articles,
            per=per,
            by=by,
            of=of,
            voice=voice,
            clusters=copies.clusters(articles, asked.encoding),
        )
    )


@audit_app.callback(epilog=example("framing audit draw seeds --out audit --size 10"))
def _audit() -> None:
    """Code a random sample by hand, and score what is found."""


@audit_app.command(
    epilog=example(
        "framing audit draw seeds --out audit --size 10",
        "framing audit draw seeds --out audit --size 10 --coders 2 --overlap .3",
    )
)
@spread
def draw(
    asked: AskedCorpus,
    out: OutFolder,
    lexicon: Lexicon = "militancy",
    size: Annotated[int, typer.Option(min=2, help="How many articles are drawn.")] = 100,
    by: By = "outlet",
    coders: Annotated[
        int, typer.Option(min=1, max=2, help="Of two each gets a sheet in a folder of its own.")
    ] = 1,
    overlap: Annotated[
        float, typer.Option(help="What part of the articles both of two coders get.")
    ] = 0.3,
    seed: Annotated[
        int, typer.Option(help="The same number draws the same articles again.")
    ] = 2016,
) -> None:
    """Draw articles at random and write a coding sheet. Print its path.

    With --coders 2 two sheets, and the path of the folder that holds both.
    """
    written = fr.draw_audit(
        asked.articles(),
        out,
        lexicon=lexicon,
        size=size,
        by=by,
        coders=coders,
        overlap=overlap,
        seed=seed,
    )
    put(f"{written}\n")


@audit_app.command(epilog=example("framing audit agree audit seeds"))
@spread
def agree(folder: Sheet, asked: AskedTable) -> None:
    """Say how far two coders agree, and write one sheet of two.

    F1 and Krippendorff's alpha of what both have read, the sentences on which they differ, and
    the sheet in which those are to be adjudicated; with --format or --out the table.
    """
    asked.answer(fr.audit_agreement(folder, asked.articles()))


@audit_app.command(epilog=example("framing audit score audit seeds"))
@spread
def score(
    folder: Sheet, asked: AskedTable, lexicon: Lexicon = "militancy", by: By = "outlet"
) -> None:
    """Score a coded sheet.

    Precision, recall and corrected rates; with --format or --out the table.
    """
    asked.answer(fr.score_audit(folder, asked.articles(), lexicon=lexicon, by=by))

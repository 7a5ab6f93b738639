"""The commands that plan: a file that settles a comparison, how many articles are enough."""

from pathlib import Path
from typing import Annotated, Literal

import typer

import framing as fr
from framing import cli
from framing.cli.options import (
    AskedTable,
    Copies,
    Feature,
    Lexicon,
    Lexicons,
    VoiceSplit,
    example,
)
from framing.cli.output import put
from framing.cli.spreading import spread

plan_app = typer.Typer(name="plan", no_args_is_help=True, rich_markup_mode=None)


@plan_app.callback(
    epilog=example("framing plan compare seeds --feature militancy.terror --voice all")
)
def _plan() -> None:
    """Plan a study: what is compared, how many articles."""


@plan_app.command(epilog=example("framing plan write plan.toml"))
def write(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new .toml file.")],
) -> None:
    """Write a plan to fill in, for framing compare --plan. Print its path.

    Settle it before anybody looks, and register it: its SHA-256 stands in what it finds.
    """
    put(f"{fr.write_plan(file)}\n")


@plan_app.command(
    epilog=example(
        "framing plan compare seeds --feature militancy.terror --voice all",
        "framing plan compare seeds --lexicon state --ratio 2 --power .9",
    )
)
@spread
def compare(
    copies: Copies,
    asked: AskedTable,
    lexicon: Lexicons = None,
    feature: Feature = None,
    voice: VoiceSplit = "split",
    ratio: Annotated[float, typer.Option(help="How many times as often one group has it.")] = 1.5,
    power: Annotated[float, typer.Option(help="How likely that is to be found.")] = 0.8,
    share: Annotated[float, typer.Option(help="The one group's part of all articles.")] = 0.5,
    comparisons: Annotated[
        int, typer.Option(min=1, help="How many features and pairs of groups one table holds.")
    ] = 1,
) -> None:
    """Say how many articles find a ratio between two groups.

    The corpus is the pilot: it tells how often a feature stands there, and how unevenly.
    """
    articles = asked.articles()
    rates, of = cli.rates_asked(articles, lexicon, feature, asked.progress("Counting"))
    asked.answer(
        fr.plan_comparison(
            rates,
            articles,
            of=of,
            voice=voice,
            ratio=ratio,
            power=power,
            share=share,
            comparisons=comparisons,
            clusters=copies.clusters(articles, asked.encoding),
        )
    )


@plan_app.command(epilog=example("framing plan audit seeds --width .3"))
@spread
def audit(
    asked: AskedTable,
    lexicon: Lexicon = "militancy",
    width: Annotated[
        float, typer.Option(help="Of 95% intervals, end to end; of the rate a part of it.")
    ] = 0.2,
    precision: Annotated[float, typer.Option(help="That is expected.")] = 0.9,
    recall: Annotated[float, typer.Option(help="That is expected.")] = 0.8,
    errors: Annotated[
        Literal["articles", "mentions"],
        typer.Option(help="articles: an article's mentions go wrong together. mentions: singly."),
    ] = "articles",
) -> None:
    """Say how many articles to code for an audit."""
    asked.answer(
        fr.plan_audit(
            asked.articles(),
            lexicon=lexicon,
            width=width,
            precision=precision,
            recall=recall,
            errors=errors,
        )
    )

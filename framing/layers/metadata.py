"""What is known of an article beside what was found in it."""

from collections.abc import Sequence

import pandas as pd

from framing.base.errors import FramingError, unknown
from framing.layers.corpora import Corpus, articles_of

KNOWN = ("outlet", "date", "title")


def with_articles(
    table: pd.DataFrame, corpus: Corpus, *, columns: Sequence[str] = KNOWN
) -> pd.DataFrame:
    """Lay what is known of the articles beside a table of what was found in them.

    Args:
        table: any table with `doc_id`: mentions, attributions, leaks, features, shares.
        corpus: the articles, annotated or not; others than the table's are passed over.
        columns: of the articles, such as "outlet".

    Returns:
        The table, rows and order unchanged, with these columns last; missing where the corpus
        does not hold the article.

    Raises:
        FramingError: the table has no doc_id, or already has one of the columns.
        UnknownNameError: the corpus has no such column.
    """
    if "doc_id" not in table.columns:
        raise FramingError("The table has no column 'doc_id', so its articles cannot be told.")
    articles = articles_of(corpus)
    for column in columns:
        if column not in articles.columns:
            raise unknown("column", column, map(str, articles.columns))
        if column in table.columns:
            raise FramingError(f"The table has a column '{column}' already. Rename or drop it.")
    about = articles.set_index("doc_id")[list(columns)].reindex(table["doc_id"].astype(str))
    return table.assign(**{column: about[column].to_numpy() for column in columns})

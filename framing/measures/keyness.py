"""How distinctive a word or class is of a target, beside a reference.

The effect sizes are positive where the target has more; swapping target and reference
turns their signs. The cells of a table of two by two are `o11` the word in the target,
`o12` the word in the reference, `o21` and `o22` all other words of each.
"""

from math import inf, log, log2, nan

import numpy as np
from scipy.stats import chi2_contingency

from framing.base.errors import FramingError
from framing.measures.counts import Numbers, require_counts, require_part
from framing.measures.rates import rate_ratio


def log_ratio(count: int, base: int, other_count: int, other_base: int) -> float:
    """How many times the rate doubles from the reference to the target.

    Formula: log₂ of `framing.measures.rate_ratio`; where one count is zero, 0.5 is added to
    both. Unit: doublings; 0 for no difference or where neither has any, nan where a base is
    empty. Raises `FramingError` for counts that cannot be. Source: the formula above, as
    keyness tools for corpora have it. Limits: it says nothing of how sure the difference is;
    show the interval.

    >>> round(log_ratio(9, 543, 1, 445), 2), round(log_ratio(4, 400, 0, 400), 2)
    (2.88, 3.17)
    """
    require_counts(count, base)
    require_counts(other_count, other_base)
    if not base or not other_base:
        return nan
    if not (count or other_count):
        return 0.0
    more = 0.0 if count and other_count else 0.5
    return log2((count + more) / base) - log2((other_count + more) / other_base)


def percent_difference(count: int, base: int, other_count: int, other_base: int) -> float:
    """How many per cent more often something occurs in the target (%DIFF).

    Formula: 100 · (rate - other rate) / other rate. Unit: per cent, -100 to inf; nan where
    neither has any or a base is empty. Source: the formula above. Limits: not symmetric, 50%
    more one way is 33% less the other; `log_ratio` is.

    >>> round(percent_difference(9, 543, 1, 445))
    638
    """
    return 100 * (rate_ratio(count, base, other_count, other_base) - 1)


def g2_two_cell(count: int, base: int, other_count: int, other_base: int) -> float:
    """The log-likelihood statistic of corpus linguistics, from the word's two cells alone.

    Formula, with e the count expected from both texts together::

        2 · (count · ln(count / e) + other_count · ln(other_count / other_e))

    Unit: none; 0 for equal rates, nan where a base is empty. It is the likelihood ratio of two
    Poisson rates. Source: the formula above; the tests hold it against scipy's
    `power_divergence`. Limits: beside `g2_four_cell`, which is what statistics texts call G²,
    it differs slightly. It grows with the texts, and it takes words as independent.

    >>> round(g2_two_cell(9, 543, 1, 445), 2)
    5.87
    """
    require_counts(count, base)
    require_counts(other_count, other_base)
    if not base or not other_base:
        return nan
    total, both = count + other_count, base + other_base
    expected = (total * base / both, total * other_base / both)
    cells = zip((count, other_count), expected, strict=True)
    return 2 * sum(seen * log(seen / e) for seen, e in cells if seen)


def g2_four_cell(o11: int, o12: int, o21: int, o22: int) -> float:
    """The log-likelihood ratio statistic G² of a table of two by two, from all four cells.

    Formula: 2 · Σ o · ln(o / e), e the count expected if rows and columns were independent.
    Unit: none; 0 for equal shares, nan where a row or column is empty. Raises `FramingError`
    for a negative cell. Source: the formula above, as scipy's `chi2_contingency` without
    Yates' correction; the tests hold it against the formula written out. Limits: as for
    `g2_two_cell`.

    >>> round(g2_four_cell(9, 1, 534, 444), 4)
    5.9186
    """
    cells = _checked(o11, o12, o21, o22)
    if not (cells.sum(axis=0).all() and cells.sum(axis=1).all()):
        return nan
    answer = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
    return max(0.0, float(answer.statistic))


def odds_ratio(o11: int, o12: int, o21: int, o22: int) -> float:
    """How many times the odds of a word are, in the target beside the reference.

    The ratio of the table's own odds, o11 · o22 / (o12 · o21), not the conditional estimate
    that exact tests give. Unit: a ratio; inf where only the divisor is zero, nan where both
    are. Raises `FramingError` for a negative cell. Source: the formula above; the tests hold
    it against scipy's `odds_ratio`, kind "sample". Limits: for rare words it is the ratio of
    rates.

    >>> round(odds_ratio(9, 1, 534, 444), 2)
    7.48
    """
    _checked(o11, o12, o21, o22)
    over, under = o11 * o22, o12 * o21
    if under:
        return over / under
    return inf if over else nan


def log_odds(counts: Numbers, other_counts: Numbers, prior: Numbers) -> tuple[Numbers, Numbers]:
    """How distinctive words are, shrunk by what is known of each word: δ, and z to rank by.

    Log-odds ratio with an informative Dirichlet prior. The last axis has every word of the
    texts, the rare ones added up in one cell if you like: y = counts, y' = other_counts, and
    its prior α; n, n' and α₀ are the sums of these::

        δ = ln((y + α) / (n + α₀ - y - α)) - ln((y' + α) / (n' + α₀ - y' - α))
        z = δ / √(1 / (y + α) + 1 / (y' + α))

    Unit: δ in natural log odds, z in standard deviations; nan for the only word there is.
    Raises `FramingError` for a prior that is not above zero. Source: Monroe, Colaresi &
    Quinn 2008, Political Analysis 16:372-403; the tests hold it against the package logodds.
    Limits: z takes words as independent: rank by it, and judge by resampled articles.

    >>> delta, z = log_odds(*np.array([[9, 534], [1, 444], [1, 99]]))
    >>> delta.round(2).tolist(), z.round(2).tolist()
    ([1.46, -1.46], [1.88, -24.89])
    """
    if not np.all(prior > 0):
        raise FramingError("A prior must be above zero for every word. Add a little to each.")
    here, there = counts + prior, other_counts + prior
    rest, other_rest = (side.sum(axis=-1, keepdims=True) - side for side in (here, there))
    with np.errstate(divide="ignore", invalid="ignore"):  # a text of one word has no odds
        delta = np.log(here / rest) - np.log(there / other_rest)
    return delta, delta / np.sqrt(1 / here + 1 / there)


def _checked(o11: int, o12: int, o21: int, o22: int) -> Numbers:
    require_part(o11, o11 + o21)
    require_part(o12, o12 + o22)
    return np.array([[o11, o12], [o21, o22]], dtype=float)

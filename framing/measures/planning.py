"""How many articles are enough: for a comparison to find a ratio, for an audit to be as sure.

What decides is how unevenly a feature stands in articles, which a pilot tells: a corpus that is
there, or a part of it.
"""

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import NamedTuple

from scipy.stats import binom

from framing.base.errors import FramingError
from framing.measures.clustered import Estimate, share_of_cases
from framing.measures.correction import multiplied
from framing.measures.counts import Numbers
from framing.measures.permutation import FEWEST_HOLDING, FEWEST_OF_A_GROUP
from framing.measures.resampling import MIN_DOCUMENTS

_FARTHEST = 1000.0  # ratio that anybody looks for
_MOST = 10_000_000  # articles that anybody plans
_NOTHING = 1e-6  # dispersion of which the library's formula loses all digits


class Pilot(NamedTuple):
    """How a feature stands in the articles of a pilot, each of them one number.

    Attributes:
        mean: occurrences of an article.
        dispersion: by how much they vary beyond chance, k in variance = mean + k · mean².
        holding: what part of the articles has it.
        burst: occurrences that fall as one, Σ count² / Σ count.
    """

    mean: float
    dispersion: float
    holding: float
    burst: float

    @classmethod
    def of(cls, counts: Numbers, bases: Numbers) -> "Pilot":
        """Look at articles with a base; raise `FramingError` if fewer than two hold the feature."""
        y, n = counts[bases > 0], bases[bases > 0]
        n_holding = int((y > 0).sum())
        if n_holding < 2:
            raise FramingError(
                f"{n_holding} of {len(y)} articles of the pilot have what is to be planned for. "
                "Give a pilot in which two have it, or plan for something commoner."
            )
        mean = float(y.mean())
        residuals = y - n * y.sum() / n.sum()
        spread = float(residuals @ residuals) / (len(y) - 1)
        return cls(
            mean, max(0.0, (spread - mean) / mean**2), n_holding / len(y), float(y @ y / y.sum())
        )


def power_of_comparison(
    pilot: Pilot, ratio: float, n_target: float, n_reference: float, *, level: float = 0.95
) -> float:
    """How likely permuted articles find a ratio, in groups of so many independent articles.

    Both groups together have the rate of the pilot; in each of them counts vary by its dispersion.
    Formula: the power of a score test of two negative binomial rates, times the chance that enough
    articles have the feature to be tested. Unit: a probability. Source: statsmodels'
    `power_negbin_ratio_2indep`; docs/planned.md holds it against ratios planted in news. Limits:
    it is of a test that takes its statistic as normal, and promises some points too much where few
    articles have the feature; events within which articles are compared are not looked at.

    >>> pilot = Pilot(mean=1.3, dispersion=1.1, holding=0.55, burst=3.8)
    >>> round(power_of_comparison(pilot, 1.5, 200, 200), 2)
    0.84
    """
    from statsmodels.stats.rates import power_negbin_ratio_2indep  # half a second

    n = n_target + n_reference
    there = pilot.mean * n / (n_target * ratio + n_reference)
    found = power_negbin_ratio_2indep(
        ratio * there,
        there,
        n_target,
        nobs_ratio=n_reference / n_target,
        dispersion=pilot.dispersion if pilot.dispersion > _NOTHING else 0,
        alpha=1 - level,
        method_var="score",
        return_results=False,
    )
    return float(found) * float(binom.sf(FEWEST_HOLDING - 1, int(n), pilot.holding))


def articles_to_compare(
    pilot: Pilot, ratio: float, *, power: float = 0.8, share: float = 0.5, level: float = 0.95
) -> tuple[int, int]:
    """How many independent articles of target and reference find a ratio with a probability.

    `share` is the target's part of the articles. The least numbers by `power_of_comparison`, and
    no fewer than `permuted_ratios` asks for. Raises `FramingError` for a ratio of 1 or beyond
    1,000, for what is no probability, and where ten million articles are too few.

    >>> articles_to_compare(Pilot(mean=1.3, dispersion=1.1, holding=0.55, burst=3.8), 1.5)
    (180, 180)
    """
    if not (1 / _FARTHEST <= ratio <= _FARTHEST and ratio != 1):
        raise FramingError(
            f"A ratio of {ratio:g} cannot be found. Give one of {1 / _FARTHEST:g} to "
            f"{_FARTHEST:,g}, and not 1."
        )
    if not (0 < power < 1 and 0 < share < 1):
        raise FramingError(
            f"A power of {power:g} in groups of which the target is {share:g} cannot be planned. "
            "Give both between 0 and 1."
        )

    def groups(n: int) -> tuple[int, int]:
        return max(1, ceil(n * share)), max(1, ceil(n * (1 - share)))

    fewest = max(MIN_DOCUMENTS, ceil(FEWEST_OF_A_GROUP / min(share, 1 - share)))
    found = _least(
        lambda n: power_of_comparison(pilot, ratio, *groups(n), level=level) >= power, fewest
    )
    return groups(found)


class Expected(NamedTuple):
    """How good a finding is expected to be."""

    precision: float
    recall: float


def audited(pilot: Pilot, expected: Expected, n: float, *, level: float = 0.95) -> list[Estimate]:
    """What an audit of so many articles is expected to say: precision, recall, corrected rate.

    Errors are taken to come an article at a time, as where one word of an article is not in the
    lexicon: the occurrences of an article are one case, or few, as `burst` says, and single ones
    where that is 1. The rate is a part of what was found. Formula: the intervals of
    `clustered_share` with n · mean / burst cases, and of `multiplied` for the rate. Source: the
    formula above; docs/planned.md has the widths of simulated audits beside those expected.
    Limits: what is coded and not found is taken to stand in articles as what is found.

    >>> known = audited(Pilot(2.0, 1.0, 0.5, 4.0), Expected(0.9, 0.8), 200)
    >>> [[round(one, 2) for one in each] for each in known]
    [[0.9, 0.82, 0.95], [0.8, 0.71, 0.87], [1.12, 1.0, 1.28]]
    """
    holding = max(2.0, n * pilot.holding)
    cases = n * pilot.mean / pilot.burst
    precision, recall = (
        share_of_cases(one, cases, articles=holding, level=level) for one in expected
    )
    return [precision, recall, multiplied([precision], [recall])]


def articles_to_code(
    pilot: Pilot, expected: Expected, width: float, *, articles: int, level: float = 0.95
) -> list[int]:
    """How many articles to code, for intervals of precision, recall and corrected rate so wide.

    `width` is from end to end; of the rate it is a part of the rate. The intervals are to be so
    narrow as expected and, since a small sample may show no error, without one; no more than all
    `articles` are coded, which leave nothing unsure. Raises `FramingError` for a width that is
    none, and for a precision or recall that is no part.
    """
    if not 0 < width < 1:
        raise FramingError(f"No interval is {width:g} wide. Give a width between 0 and 1.")
    if not all(0 < one <= 1 for one in expected):
        raise FramingError(
            f"A precision of {expected.precision:g} and a recall of {expected.recall:g} cannot be "
            "expected. Give both above 0, at most 1."
        )

    faultless = Expected(1.0, 1.0)

    def is_narrow(place: int, n: int) -> bool:
        if n >= articles:
            return True
        known = (audited(pilot, one, n, level=level)[place] for one in (expected, faultless))
        return all(
            one.high - one.low <= width * (one.value if place == 2 else 1.0) for one in known
        )

    return [_least(partial(is_narrow, place), min(2, articles)) for place in range(3)]


def _least(is_enough: Callable[[int], bool], fewest: int) -> int:
    """The least number of articles that is enough, where more always are."""
    if is_enough(fewest):
        return fewest
    high = 2 * fewest
    while not is_enough(high):
        high *= 2
        if high > _MOST:
            raise FramingError(
                f"{_MOST:,} articles would not be enough. Plan for a larger ratio, a lower power, "
                "or something commoner."
            )
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high

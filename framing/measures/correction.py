"""What was found, corrected for how often the finding is wrong.

A dictionary misses some and finds too many, and rarely as often in one outlet as in another.
What a random sample of hand-coded articles says of that, these functions take into the
estimate and into its interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import t

from framing.base.errors import FramingError
from framing.measures.counts import Numbers, require_part, required_level, z_of
from framing.measures.shares import share


@dataclass(frozen=True)
class Corrected:
    """A corrected estimate with its interval; `clipped` where it had to be brought into range."""

    value: float
    low: float
    high: float
    clipped: bool = False


def rogan_gladen(
    found: tuple[int, int],
    sensitivity: tuple[int, int],
    specificity: tuple[int, int],
    *,
    level: float = 0.95,
) -> Corrected:
    """What share of articles has a feature, given how often finding it is right.

    Each argument is a count and its base: articles in which it was found of all articles;
    found of those that coders say have it (sensitivity Se); not found of those that coders
    say have it not (specificity Sp). Formula: π = (p + Sp - 1) / (Se + Sp - 1), clipped to 0
    and 1, which `clipped` says. The interval is that of the same formula with a case added to
    either side of Se and Sp and z²/2 to either side of p, so that a sensitivity of 20 in 20
    is not taken for certain::

        variance = (p(1-p)/N + π² · Se(1-Se)/n + (1-π)² · Sp(1-Sp)/m) / (Se + Sp - 1)²

    Unit: proportions. Raises `FramingError` for counts that are no part of their base, for an
    empty base, and where finding says nothing (Se + Sp not above 1). Source: Rogan & Gladen
    1978, American Journal of Epidemiology 107(1):71-76. Limits: Se and Sp must come from a
    random sample of the same articles.

    >>> known = rogan_gladen((30, 100), (45, 50), (40, 50))
    >>> round(known.value, 3), round(known.low, 2), round(known.high, 2)
    (0.143, 0.0, 0.34)
    """
    p, se, sp = (_share_of(pair) for pair in (found, sensitivity, specificity))
    value = _true_share(p, se, sp)
    z = z_of(level)
    p, n_p = _padded(found, z**2 / 2)
    se, n_se = _padded(sensitivity, 1)
    sp, n_sp = _padded(specificity, 1)
    middle = min(1.0, max(0.0, _true_share(p, se, sp)))
    spread = p * (1 - p) / n_p
    spread += middle**2 * se * (1 - se) / n_se + (1 - middle) ** 2 * sp * (1 - sp) / n_sp
    reach = z * sqrt(spread) / (se + sp - 1)
    clipped = min(1.0, max(0.0, value))
    low, high = max(0.0, min(middle - reach, clipped)), min(1.0, max(middle + reach, clipped))
    return Corrected(clipped, low, high, clipped != value)


def back_calculated(observed: Sequence[float], confusion: Sequence[Sequence[int]]) -> Numbers:
    """What shares several classes have, given how often each is taken for which.

    `observed` are the shares (or counts) of the k classes as found; `confusion` counts, a row
    a class as coded, a column a class as found, from a random sample. Formula: the shares π
    for which Σᵢ πᵢ · P(found as j | coded as i) is what was observed, brought into 0 to 1 and
    to a sum of one. Unit: proportions. Raises `FramingError` unless there is a row and a
    column per class, each row has a case, and the classes can be told apart. Source: the
    matrix method as in Bachl & Scharkow 2017, Communication Methods and Measures, 87-104; for
    two classes it is `rogan_gladen`.

    >>> back_calculated([0.3, 0.7], [[45, 5], [10, 40]]).round(3)
    array([0.143, 0.857])
    """
    seen, cells = np.asarray(observed, dtype=float), np.asarray(confusion, dtype=float)
    if cells.shape != (len(seen), len(seen)) or (cells.sum(axis=1) == 0).any():
        raise FramingError(
            "A confusion needs a row and a column for each class, and a coded case in each row. "
            "Code more articles, or merge the classes that none was coded as."
        )
    taken_as = cells / cells.sum(axis=1, keepdims=True)
    if np.linalg.matrix_rank(taken_as) < len(seen):
        raise FramingError(
            "Two classes are found alike whatever they are coded as, so they cannot be told "
            "apart. Merge them."
        )
    shares = np.clip(np.linalg.solve(taken_as.T, seen / seen.sum()), 0, None)
    return np.asarray(shares / shares.sum())


def corrected_count(
    found: int,
    sample_found: Sequence[int],
    sample_coded: Sequence[int],
    *,
    articles: int,
    level: float = 0.95,
) -> Corrected:
    """How often something really occurs in all articles, from a coded random sample of them.

    `found` is what was found in all `articles`; `sample_found` and `sample_coded` what was
    found and what was coded in each article of the sample. Formula, with F and C the sums over
    the sample: found · C / F, which is found · precision / recall. The interval is that of a
    ratio estimator with the residuals e = coded - C/F · found of the n articles drawn::

        found · C/F ± t(n - 1) · N · √((1 - n/N) · Σe² / (n (n - 1))) · (found / N) / (F / n)

    Unit: occurrences. Where nothing was found in the sample the estimate is the mean coded
    count of an article times N. Raises `FramingError` for fewer than two coded articles or a
    sample larger than the corpus. Source: the ratio estimator of survey sampling, the formula
    above; the tests hold its coverage by simulation. Limits: the sample must be random, and
    the interval needs a few dozen articles in which the thing occurs.

    >>> known = corrected_count(60, [2, 0, 1, 3], [2, 1, 1, 4], articles=40)
    >>> known.value, round(known.low), round(known.high)
    (80.0, 37, 123)
    """
    n = len(sample_found)
    if not 2 <= n <= articles or n != len(sample_coded):
        raise FramingError(
            f"{n} coded articles of {articles} cannot correct a count. Give both counts of each "
            "article, for two articles or more, drawn from those that were counted."
        )
    ours, coded = (np.asarray(one, dtype=float) for one in (sample_found, sample_coded))
    is_helpful = ours.sum() > 0
    slope = coded.sum() / ours.sum() if is_helpful else 0.0
    value = found * slope if is_helpful else articles * coded.mean()
    residuals = coded - slope * ours if is_helpful else coded - coded.mean()
    scale = found / ours.mean() if is_helpful else articles
    variance = (1 - n / articles) * float((residuals**2).sum()) / (n * (n - 1))
    reach = float(t.ppf((1 + required_level(level)) / 2, n - 1)) * scale * sqrt(variance)
    low = max(0.0, value - reach)
    return Corrected(float(value), float(low), float(value + reach), bool(value - reach < 0))


def _true_share(p: float, sensitivity: float, specificity: float) -> float:
    informed = sensitivity + specificity - 1
    if informed <= 0:
        raise FramingError(
            f"With a sensitivity of {sensitivity:.2f} and a specificity of {specificity:.2f} "
            "finding says nothing of being there. Mend the lexicon, or count by hand."
        )
    return (p + specificity - 1) / informed


def _share_of(pair: tuple[int, int]) -> float:
    require_part(*pair)
    if not pair[1]:
        raise FramingError("A correction needs cases on either side. Code more articles.")
    return share(*pair)


def _padded(pair: tuple[int, int], more: float) -> tuple[float, float]:
    """A share, with so many cases more on either side, and its base."""
    base = pair[1] + 2 * more
    return (pair[0] + more) / base, base

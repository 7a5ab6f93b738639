"""Statistics as pure functions of counts.

A count says little without its base, and a rate says little without its interval. The
functions here take whole counts and give back plain numbers; which words were counted,
and in whose voice, is decided on the floors above.

An empty base (an article without words, a class nobody coded) is no error: the rate or
share does not exist, so it is nan, and so is its interval. A count that cannot be is an
error.
"""

from framing.measures.clustered import Estimate, clustered_rate, clustered_share
from framing.measures.collocation import log_dice, pmi
from framing.measures.correction import back_calculated, corrected_count, multiplied
from framing.measures.counts import Interval, Mask, Numbers
from framing.measures.dispersion import dp, dp_norm
from framing.measures.keyness import (
    g2_four_cell,
    g2_two_cell,
    log_odds,
    log_ratio,
    odds_ratio,
    percent_difference,
)
from framing.measures.labelled_cells import Keys
from framing.measures.permutation import (
    DRAWS,
    FEWEST_HOLDING,
    FEWEST_OF_A_GROUP,
    GUARDS,
    SEED,
    Guards,
    PermutedRatios,
    p_of_largest,
    permuted_ratios,
)
from framing.measures.planning import (
    Expected,
    Pilot,
    articles_to_code,
    articles_to_compare,
    audited,
    power_of_comparison,
)
from framing.measures.rates import (
    garwood,
    rate_per_1000,
    rate_ratio,
    rate_ratio_interval,
    rate_ratio_test,
    rate_row,
    rate_score,
    upper_limit,
)
from framing.measures.reliability import alpha_interval, alpha_of_sums, krippendorff_alpha
from framing.measures.resampling import (
    MIN_DOCUMENTS,
    RESAMPLES,
    percentiles,
    require_documents,
    resampled_sums,
)
from framing.measures.shares import (
    clopper_pearson,
    f1_score,
    goodman,
    share,
    share_row,
    wilson,
)
from framing.measures.shrinkage import ShrunkenRates, require_groups, shrunken_rates
from framing.measures.trends import PermutedTrends, permuted_trends

__all__ = [
    "DRAWS",
    "FEWEST_HOLDING",
    "FEWEST_OF_A_GROUP",
    "GUARDS",
    "MIN_DOCUMENTS",
    "RESAMPLES",
    "SEED",
    "Estimate",
    "Expected",
    "Guards",
    "Interval",
    "Keys",
    "Mask",
    "Numbers",
    "PermutedRatios",
    "PermutedTrends",
    "Pilot",
    "ShrunkenRates",
    "alpha_interval",
    "alpha_of_sums",
    "articles_to_code",
    "articles_to_compare",
    "audited",
    "back_calculated",
    "clopper_pearson",
    "clustered_rate",
    "clustered_share",
    "corrected_count",
    "dp",
    "dp_norm",
    "f1_score",
    "g2_four_cell",
    "g2_two_cell",
    "garwood",
    "goodman",
    "krippendorff_alpha",
    "log_dice",
    "log_odds",
    "log_ratio",
    "multiplied",
    "odds_ratio",
    "p_of_largest",
    "percent_difference",
    "percentiles",
    "permuted_ratios",
    "permuted_trends",
    "pmi",
    "power_of_comparison",
    "rate_per_1000",
    "rate_ratio",
    "rate_ratio_interval",
    "rate_ratio_test",
    "rate_row",
    "rate_score",
    "require_documents",
    "require_groups",
    "resampled_sums",
    "share",
    "share_row",
    "shrunken_rates",
    "upper_limit",
    "wilson",
]

"""Who is compared with whom: groups of articles side by side, in the events they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from framing import measures
from framing.base.errors import FramingError, unknown
from framing.corpus.groups import REST, TOGETHER, By, Clusters, clusters_of, groups_of, strata_of
from framing.counting.article_counts import Cells
from framing.measures import Keys, Mask

MOST_PAIRS = 10_000  # of groups that are compared each with each
Method = Literal["auto", "exact", "permutation"]


class Rules(NamedTuple):
    """By which rules a comparison is tested.

    Attributes:
        guards: how many articles are asked for before anything is inferred.
        seed: of the permutations.
        smallest: the smallest ratio that would matter, above 1; None if nobody has said.
    """

    guards: measures.Guards = measures.GUARDS
    seed: int = measures.SEED
    smallest: float | None = None


class Question(NamedTuple):
    """What is asked of two groups of articles; fields as the arguments of `framing.compare`."""

    by: By = "outlet"
    within: "By | None" = "auto"
    reference: str | None = None
    clusters: Clusters = None
    of: str | Sequence[str] | None = None
    voice: Literal["split", "all"] = "split"
    method: Method = "auto"
    rules: Rules = Rules()


@dataclass(frozen=True, eq=False)
class Design:
    """Of each article its group and its event or month as numbers, its cluster, if it has a base.

    A number is the place of the name in `groups` or `strata`, -1 where it is not known.
    """

    group: Keys
    groups: list[str]
    stratum: Keys
    strata: list[str]
    cluster: Keys
    has_base: Mask

    def side(self, name: str, target: str) -> Mask:
        """The articles of a group; of the rest, all of known groups but the target."""
        if name == REST:
            return np.asarray((self.group >= 0) & (self.group != self.groups.index(target)))
        return np.asarray(self.group == self.groups.index(name))


def design_of(
    cells: Cells, about: pd.DataFrame, by: By, within: "By | None", clusters: Clusters
) -> Design:
    """Number the groups and strata of the articles that were counted, in their order."""
    about = about.assign(doc_id=about["doc_id"].astype(str)).set_index("doc_id", drop=False)
    about = about.loc[cells.doc_ids].reset_index(drop=True)
    group, groups = pd.factorize(groups_of(about, by))
    stratum, strata = pd.factorize(strata_of(about, within))
    cluster = clusters_of(cells.doc_ids, clusters).to_numpy()
    has_base = np.asarray((cells.bases > 0).any(axis=0))
    return Design(group, list(groups), stratum, list(strata), cluster, has_base)


def pairs_of(groups: list[str], reference: str | None) -> list[tuple[str, str]]:
    """Every two groups, or each with the reference; raise for one that no article has."""
    if reference == REST:
        return [(name, REST) for name in groups]
    if reference is not None:
        if reference not in groups:
            raise unknown("group", reference, groups)
        return [(name, reference) for name in groups if name != reference]
    n_pairs = comb(len(groups), 2)
    if n_pairs > MOST_PAIRS:
        raise FramingError(
            f"{len(groups):,} groups make {n_pairs:,} pairs, more than anybody reads. Compare each "
            f"with reference='{REST}' or with one group, or name a column of fewer groups."
        )
    return list(combinations(groups, 2))


@dataclass(frozen=True, eq=False)
class Part:
    """Two groups side by side, in all that they share or in one event or month.

    `sides` are the articles of the target and of the reference, by their places; `infers` says
    whether articles are its cases.
    """

    pair: tuple[str, str]
    within: str
    sides: tuple[Keys, Keys]
    infers: bool


def shared_parts(
    design: Design, pair: tuple[str, str], method: Method, guards: measures.Guards
) -> Iterator[Part]:
    """One part where articles are the cases, else one per event or month that both have."""
    target, reference = (design.side(name, pair[0]) & (design.stratum >= 0) for name in pair)
    shared = np.intersect1d(design.stratum[target], design.stratum[reference])
    if not len(shared):
        return
    together = np.isin(design.stratum, shared)
    sides = np.flatnonzero(target & together), np.flatnonzero(reference & together)
    infers = method != "exact" and _is_enough(design, *sides, guards, is_required=method != "auto")
    if infers or len(shared) == 1:
        name = design.strata[shared[0]] if len(shared) == 1 else f"{len(shared)} {TOGETHER}"
        yield Part(pair, name, sides, infers)
        return
    for number in shared:
        here = (side[design.stratum[side] == number] for side in sides)
        yield Part(pair, design.strata[number], (next(here), next(here)), infers)


def _is_enough(
    design: Design, target: Keys, reference: Keys, guards: measures.Guards, *, is_required: bool
) -> bool:
    """Whether articles can be the cases; raise `FramingError` where they are to be and cannot."""
    few = min(independent(design, side) for side in (target, reference))
    both = independent(design, np.concatenate([target, reference]))
    if is_required:
        measures.require_documents(both, "A permutation test", guards.articles)
    if is_required and few < guards.of_a_group:
        raise FramingError(
            f"A permutation test needs {guards.of_a_group} independent articles of each "
            f"group, and one has {few}. Add articles, or describe these texts with exact intervals."
        )
    return both >= guards.articles and few >= guards.of_a_group


def independent(design: Design, articles: Keys) -> int:
    """How many of the articles have a base, wire copies counted once."""
    return len(np.unique(design.cluster[articles[design.has_base[articles]]]))

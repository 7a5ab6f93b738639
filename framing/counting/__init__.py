"""Spans counted: rates and shares with their bases and intervals.

Features and shares are worked out article by article and hold what occurs, with the bases; zeros
are filled in where somebody looks (`zeros`), sums over outlets taken anew (`pooling`).

Other packages use:

- `article_counts`: Cells, cells_of
- `article_shares`: share_cells
- `bases`: ALL, bases_of, counted, DEFAULT_ZONES, unit_of, voiced_runs, word_counts, zoned
- `columnwise`: estimates
- `features`: FACETS, feature_names, features, layer_of, LEXICONS, of_feature, WORDS
- `house_spelling`: house_spelling, spelled_hits, spelling_shares
- `pooling`: pool
- `shares`: shares
- `speaking`: beside, LEAST_BASE, NARRATOR, quoted_runs, scheme_differences, SCHEMES, TARGETS
- `zeros`: shares_with_zeros, with_zeros
"""

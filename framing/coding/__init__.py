"""Codings by people: how good is the finding, do coders agree.

`records` reads a coding and puts our tables into its shape, `agreement` matches spans,
`evaluation` measures everything found, `reliability` two coders, `scorecard` prints it.

Other packages use:

- `evaluation`: evaluate, Evaluation
- `records`: read_coding
- `reliability`: compare_codings
- `scorecard`: as_text
"""

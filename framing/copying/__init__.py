"""What articles share, and what was changed in it.

`passages` finds shared wording beyond chance, `rewording` compares two passages word by word,
`reuse` gives both as tables; `copies` says which articles are one text, `wire`
who credits whom, `overview` which word stands for which;
`shared_quotations` finds one utterance in several articles, `coverage` who says which proposition.

Other packages use:

- `copies`: clusters, copies, effective_n
- `coverage`: by_outlet, coverage, Coverage, STATES
- `overview`: Copying, copying, SUBSTITUTIONS, Swap
- `parallels`: GROUPS, LABEL, Line, Parallel, parallels, wordings
- `propositions`: load_propositions, proposition_sets, Proposition, Propositions
- `reuse`: edits, reuse, reuse_with_edits
- `shared_quotations`: shared_quotations
"""

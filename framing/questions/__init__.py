"""Questions answered by a table, a finding in words, and a note on what was counted.

`comparison` asks whether outlets differ, `keywords` and `collocates` whose words, `dispersion`
where, `sensitivity` whether a choice decides, `audit` how right it is; `survey` asks everything
that figures and report show, once.

Other packages use:

- `analysis_plan`: write_plan
- `audit`: draw_audit, score_audit
- `audit_coders`: audit_agreement
- `collocates`: collocates, similar_articles
- `comparison`: compare
- `dispersion`: dispersion
- `findings`: SURE
- `frequencies`: frequencies
- `keywords`: keywords
- `lexicon_catches`: Catch, find_catches
- `lexicon_collisions`: Collision, find_collisions
- `naming`: naming
- `sample_sizes`: plan_audit, plan_comparison
- `sensitivity`: sensitivity
- `shrinkage`: shrinkage
- `survey`: MOST_OUTLETS, sourcing_ladder, Survey, survey, WHOLE
- `trend`: trend
"""

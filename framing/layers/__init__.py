"""A corpus read once, and the tables of spans that are taken of it.

`annotated` holds what was read for as long as questions are asked of it, `failures` which articles
had to be set aside; `span_tables` are its
layers, a row a span; `concordance` leads from a span back to its sentence.

Other packages use:

- `annotated`: annotate, AnnotatedCorpus, Article, articles_of, complete, Corpus, known_of,
  parts_of, Progress, reading_of, texts_of
- `concordance`: kwic, show
- `span_tables`: attributions, leaks, mentions, quotations, zones
"""

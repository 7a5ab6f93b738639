"""A corpus read once, and the tables of spans that are taken of it.

`reading` reads texts, `annotated` holds what was read for as long as questions are asked of it,
`failures` which articles had to be set aside, `corpora` takes a corpus in either shape;
`span_tables` are its layers, a row a span; `concordance` leads from a span back to its sentence.

Other packages use:

- `annotated`: AnnotatedCorpus, Progress
- `concordance`: kwic, show
- `corpora`: annotate, articles_of, complete, Corpus, known_of, parts_of, reading_of, texts_of
- `metadata`: with_articles
- `reading`: Article
- `span_tables`: attributions, leaks, mentions, quotations, zones
"""

"""A text as words and sentences, each a span of the untouched text; spelling; quotation marks.

Texts are read a batch at a time by compiled loops; what is found in one is kept with it and gone
with it (`once`). Spelling is levelled to compare, never to print.

Other packages use:

- `characters`: OPENING, PAUSES, QUOTATION_MARKS
- `function_words`
- `kernel`: ENDED, grown, hash_all, PARTED
- `label_words`: FLASHES, LABELS, MINISTRIES, TOPICS
- `once`: once
- `orthography`: fold, fold_keys, level_table, NUNATION, SHADDA, skeleton, spelling, Spelling
- `parsing`: Parser
- `quotation_marks`: CALLED, Kind, pair_quotes, Quote, REACH, THAT
- `resources`: NOTHING, Resources
- `stretches`: Crossing, Nested
- `tokens`: BATCH, Batch, in_batches, read_batch, read_words, Span, span_row, Words
"""

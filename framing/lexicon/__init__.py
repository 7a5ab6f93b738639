"""Lexicons as data, their printed forms, and where one occurs in a text.

A file is checked (`schema`) and read (`entries`), its words are inflected (`morphology`) or taken
from their table (`stem_table`), and all forms are looked up at once (`matching`). How far the words
around speak for a reading is said by `evidence`. The lexicons themselves are in `shipped`.

Other packages use:

- `clitics`: names_of, NOUN_PRONOUNS, Proclitics, PROCLITICS, Reading
- `declension`: Stem
- `entries`: Category, Entry, is_shipped, Lexeme, Lexicon, load_lexicon,
  load_lexicons, SHAPES
- `evidence`: CUE_THRESHOLD, PREPOSITION_WINDOW, prepositions_of, score, scored_hits, THRESHOLD
- `index`: build_index
- `matching`: facet_of, find, Hit, Hits, occurrences
- `morphology`: stems
- `schema`: examine, records, texts_in
- `stem_table`: is_out_of_date, stem_table
- `toml_lines`: Address, line_at, line_numbers
- `source_files`: Joined, lexicon_files, lexicon_names, Problem
"""

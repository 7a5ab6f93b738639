"""What everything stands on: errors, columns of tables, files, what a result looks like.

Nothing here knows of Arabic or of news. An error says the thing, its state and the way out; every
table has its columns described once; a file is written whole or not at all.

Other packages use:

- `columns`: table
- `errors`: CorpusError, CorpusWarning, cut, FramingError, LexiconError, OutputError, ParseError,
  PropositionError, unknown, written
- `exports`: csv_lines, json_lines, save_table
- `files`: write_csv, write_whole
- `formats`: Format, FORMATS
- `markup`: escape, Shown
- `outside`: BOM, bytes_of, entries_of, json_of, kind_of, numbered_lines, SAVE_AS_UTF8, text_of,
  toml_of, UnreadableError
- `results`: listed, number, Result
"""

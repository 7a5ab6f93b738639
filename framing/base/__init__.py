"""What everything stands on: errors, columns of tables, files, what a result looks like.

Nothing here knows of Arabic or of news. An error says the thing, its state and the way out; every
table has its columns described once; a file is written whole or not at all.

Other packages use:

- `columns`: table
- `errors`: CorpusError, FramingError, LexiconError, OutputError, ParseError, PropositionError,
  unknown
- `exports`: csv_lines, json_lines, save_table
- `files`: write_csv, write_whole
- `formats`: Format, FORMATS
- `markup`: escape, Shown
- `results`: listed, number, Result
"""

"""What everything stands on: errors, columns of tables, files, what a result looks like.

Nothing here knows of Arabic or of news. An error says the thing, its state and the way out; every
table has its columns described once; a file is written whole or not at all.

Other packages use:

- `columns`: table
- `compiled`: compiled
- `errors`: ArticleError, CorpusError, CorpusWarning, cut, frames_of, FramingError, LexiconError,
  MOST_OF_A_PATH, OutputError, ParseError, place_of, PropositionError, reason_of, SpeedWarning,
  unknown, written
- `exports`: csv_lines, json_lines, save_table
- `files`: folder_whole, write_csv, write_whole
- `formats`: Format, format_named, FORMATS
- `markup`: escape, harmless, markdown, Shown
- `outside`: BOM, bytes_of, entries_of, json_of, kind_of, numbered_lines, SAVE_AS_UTF8, text_of,
  toml_of, UnreadableError
- `processes`: shared_out
- `results`: listed, number, Result
- `waiting`: told_late
"""

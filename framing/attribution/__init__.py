"""Who says what, introduced how; leaks and unnamed sources; whose words a span is.

A cue gives a source a voice for some content. `cues` finds it, `source_spans` and `content_spans`
read the words around by rules of word order, `speakers` says who that is along the article, and
`attributions` puts it together. `quotations` types quotation marks, `voice` says whose words any
span is and `certainty` how sure that is, `leaks` finds references to leaks, unnamed sources and
media, `targets` what a label is on.

Other packages use:

- `actors`: actors_in, found_in, gazetteer_of, group_of, known_actors
- `attributions`: Attribution, Contents, contents_of, entities_of, find_attributions
- `certainty`: CERTAINTIES, Certainty, certainty_of, word_certainties
- `leaks`: find_references
- `namings`: LEXICON, namings_in
- `quotations`: is_label_quoted, quoted_words, typed_quotes
- `rules`: Trust, UNKNOWN
- `surnames`: without_surnames
- `targets`: target_of
- `voice`: Voice, voice_of, voice_of_cue, word_voices, VOICES, VoiceSplit
"""

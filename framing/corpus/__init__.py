"""Articles and their metadata, read and checked; the parts of an article; groups of articles.

`articles` gives the table that everything starts from, `readers` opens what it is read from;
`zones` parts headline, caption, lead, body, crosshead and credit; `groups` says who is compared.

Other packages use:

- `articles`: check_corpus, FIELDS, KNOWN_OUTLET, Lang, missing, on_one_line, outlet_labels,
  printed, read_corpus
- `groups`: By, Clusters, clusters_of, groups_of, require_group, REST, strata_of, TOGETHER,
  undated_in, WHOLE
- `noise`: noise
- `readers`: read_article, read_csv, read_source
- `whole_characters`: in_whole_characters
- `zones`: base_words, find_zones, Zone, zone_at
"""

"""The columns of tables of articles compared with each other. Lines of `framing.base.columns`."""

from framing.base.span_columns import SPAN, side_of

COMPARED_COLUMNS: dict[str, str] = {
    "reuse": f"""
pair_id         | text  | both passages: article, field, offsets
{side_of("a")}{side_of("b")}
similarity      | real  | words alike on both sides / words of both passages
containment     | real  | words of the shorter passage that are alike / its words
shared_shingles | whole | runs of three words that both passages have, aligned
edits           | list  | what was changed: kind: form in a / form in b
copied_from     | text  | the article of an agency that the other one credits; null if unknown
""",
    "edits": f"""
pair_id      | text  | the pair of passages
kind         | text  | what kind of change, see framing.rewording
in_quotation | flag  | some of the words stand in somebody's quoted speech
{side_of("a")}
entries_a    | list  | entries of the lexicon that the words are of; entities of a source
categories_a | list  | their classes: category, stance, side
{side_of("b")}
entries_b    | list  | entries of the lexicon that the words are of; entities of a source
categories_b | list  | their classes: category, stance, side
""",
    "clusters": f"""{SPAN}
cluster    | text  | id of the first of the passages that carry the same copy
n_articles | whole | articles that carry it
""",
    "independence": """
doc_id | text  | the article
base   | whole | words of title and text
shared | whole | of them, words in passages that other articles carry too
weight | real  | mean over its words of 1 / articles that carry the word's passage
""",
    "substitutions": """
kind           | text  | label swap, naming or cue changed
word           | text  | lemmas that outlets have on one side; says nothing of who wrote first
category       | text  | their class
outlets        | list  | who has them there
other_word     | text  | lemmas that stand for them in the same sentence of another outlet
other_category | text  | their class
other_outlets  | list  | who has those
pairs          | whole | pairs of passages in which they are swapped
copies         | whole | clusters of the same copy in which they are: the independent cases
form           | text  | the words as they are printed in an example
other_form     | text  | what stands for them
pair_id        | text  | the example
""",
    "sharing": """
outlet       | text  | an outlet, or a text of no certain outlet
other_outlet | text  | one with whose articles its articles share passages; itself for repeats
count        | whole | its articles that do
base         | whole | its articles
unit         | text  | articles
share_of     | real  | k / n
ci_low       | real  | 95% Wilson interval
ci_high      | real  | 95% Wilson interval
pairs        | whole | pairs of passages
""",
    "shared_quotations": f"""
pair_id      | text | both utterances: article, field, offsets
{side_of("a")}{side_of("b")}
speaker_a    | text | the entity that speaks
speaker_b    | text | the entity that speaks
mode_a       | text | direct, indirect or mixed
mode_b       | text | direct, indirect or mixed
same_speaker | flag | one entity speaks in both
overlap      | real | telling words that both have / telling words of the shorter
verbatim     | flag | one wording; else another translation or paraphrase
differences  | list | words inside both quotations that differ: form in a / form in b
""",
    "coverage": """
doc_id      | text | the article
proposition | text | id of the proposition
state       | text | present (in the outlet's own voice), attributed, denied or absent
span_ids    | list | the passages that hold it
near_ids    | list | the near-misses: passages that lack one term
""",
    "coverage_passages": f"""{SPAN}
proposition | text | id of the proposition
state       | text | present, attributed or denied; near of a near-miss
forms       | list | the words that were found
lacking     | list | the term that was not; empty but for near-misses
""",
}

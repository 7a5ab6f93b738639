"""The columns of results: what differs, by how much, how surely. Lines of `framing.columns`."""

RESULT_COLUMNS: dict[str, str] = {
    "comparison": """
feature               | text  | lexicon.category, and below it .facet or .name
voice                 | text  | narrator, indirect, direct, or all
within                | text  | the event or month within which texts were compared, or all of them
target                | text  | the group that is compared
reference             | text  | the group it is compared with
count                 | whole | mentions in the target
base                  | whole | what they are counted against
rate_per_1000         | real  | 1000 x count / base
limit                 | real  | upper end of the exact 95% interval of a rate of zero; else null
count_reference       | whole | mentions in the reference
base_reference        | whole | what they are counted against
rate_reference        | real  | per 1,000
limit_reference       | real  | as limit
unit                  | text  | unit of both bases
rate_ratio            | real  | how many times as often in the target
ci_low                | real  | 95% interval of the ratio, by method
ci_high               | real  | 95% interval of the ratio, by method
log_ratio             | real  | log2 of the ratio; 0.5 is added to both counts where one is zero
p                     | real  | of no difference; null where texts are only described
p_adjusted            | real  | the same, adjusted for the family
family                | text  | how adjusted, and for how many tests
articles              | whole | articles of the target, empty ones too
articles_reference    | whole | articles of the reference
effective_n           | whole | those with words, wire copies counted once
effective_n_reference | whole | the same of the reference
method                | text  | exact (of these texts), regression or bootstrap (of articles)
""",
    "keywords": """
word                         | text  | folded, without clitics
form                         | text  | its commonest form in print
target                       | text  | the group it is distinctive of
reference                    | text  | the group it is compared with, or the rest
count                        | whole | occurrences in the target
base                         | whole | words of the target
rate_per_1000                | real  | 1000 x count / base
count_reference              | whole | occurrences in the reference
base_reference               | whole | words of the reference
rate_reference               | real  | per 1,000
log_odds                     | real  | log-odds ratio, shrunk by the prior; natural logarithm
ci_low                       | real  | 95% of resampled articles; null where they are too few
ci_high                      | real  | 95% of resampled articles; null where they are too few
z                            | real  | log odds over its error if words were independent: ranks
log_ratio                    | real  | log2 of the ratio of rates
log_likelihood               | real  | G2 of all four cells
document_frequency           | whole | articles of the target that have it
document_frequency_reference | whole | articles of the reference that have it
dp_norm                      | real  | dispersion over the target's articles: 0 even, 1 in one
""",
    "collocates": """
word               | text  | folded, without clitics
form               | text  | its commonest form in print
count              | whole | occurrences beside the node
base               | whole | occurrences in all
nodes              | whole | occurrences of the node beside which it stands
document_frequency | whole | articles in which it stands beside the node
log_dice           | real  | how typical it is of the node, at most 14
pmi                | real  | mutual information, log2
log_likelihood     | real  | G2 of all four cells: beside the node and elsewhere
""",
    "similar_articles": """
doc_id     | text | an article
other      | text | one of those most like it
similarity | real | cosine of tf-idf vectors: 0 no word in common, 1 the same words
words      | list | the words that speak most for it
""",
    "audit": """
feature   | text  | lexicon.category
group     | text  | the outlet, or all of them; of all, articles weigh by how few were drawn
statistic | text  | precision, recall, rate_per_1000 (mentions) or share_of (articles that have it)
count     | whole | found and coded; of rate and share: found in all articles
base      | whole | found (precision), coded (recall), words (rate), articles (share)
found     | real  | the rate or share as found; null for precision and recall
value     | real  | precision, recall, or the rate or share corrected for what is found wrongly
ci_low    | real  | 95% interval; articles are the cases
ci_high   | real  | 95% interval; articles are the cases
clipped   | flag  | the correction went below zero or above one and was cut off there
coded     | whole | articles coded
articles  | whole | articles with words, from which those were drawn
""",
    "sensitivity": """
choice        | text  | what was decided otherwise: voice, stance, wire copy, zones, or none
variant       | text  | how
feature       | text  | lexicon.category, and below it .facet or .name
group         | text  | the outlet
count         | whole | mentions
base          | whole | words they are counted against
rate_per_1000 | real  | 1000 x count / base
ci_low        | real  | exact 95% Poisson interval (Garwood), per 1,000: these texts only
ci_high       | real  | exact 95% Poisson interval (Garwood), per 1,000: these texts only
moved         | real  | the rate divided by the default's; null where that is zero
rank          | whole | place of the group by rate under this variant, 1 the highest
articles      | whole | articles counted
""",
    "dispersion": """
feature | text  | lexicon.category, and below it .facet or .name
group   | text  | the outlet
doc_id  | text  | the article
voice   | text  | narrator, indirect or direct
place   | whole | words of lead and body before the mention; null where the article has none
base    | whole | words of the article's lead and body
dp      | real  | deviation of proportions over all articles: 0 even, towards 1 in one
dp_norm | real  | the same on a scale that reaches 1
""",
}

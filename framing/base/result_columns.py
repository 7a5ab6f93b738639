"""The columns of results and of codings compared. Lines of `framing.base.columns`."""

RESULT_COLUMNS: dict[str, str] = {
    "comparison": """
feature               | text  | lexicon.category, below it .facet or .name; of shares share: class
voice                 | text  | narrator, indirect, direct, or all
within                | text  | the event or month within which texts were compared, or all of them
target                | text  | the group that is compared
reference             | text  | the group it is compared with
count                 | whole | mentions in the target; of shares k
base                  | whole | what they are counted against; of shares n
rate_per_1000         | real  | 1000 x count / base; null of shares
limit                 | real  | upper end of the exact 95% interval of a rate of zero; else null
share_of              | real  | k / n; null of rates
count_reference       | whole | mentions in the reference
base_reference        | whole | what they are counted against
rate_reference        | real  | per 1,000
limit_reference       | real  | as limit
share_reference       | real  | k / n; null of rates
unit                  | text  | unit of both bases
rate_ratio            | real  | how many times as often in the target, event by event
ci_low                | real  | 95% interval of the ratio, by method
ci_high               | real  | 95% interval of the ratio, by method
low_together          | real  | interval that holds for all rows of the table at once with 95%
high_together         | real  | interval that holds for all rows of the table at once with 95%
log_ratio             | real  | log2 of the crude ratio; 0.5 is added to both counts if one is zero
p                     | real  | of no difference; null for a reason
p_adjusted            | real  | the same, adjusted for the family
family                | text  | how adjusted, and for how many tests
reason                | text  | why there is no p; null where there is one
articles              | whole | articles of the target, empty ones too
articles_reference    | whole | articles of the reference
effective_n           | whole | those with a base, wire copies once, in events in which it occurs
effective_n_reference | whole | the same of the reference
method                | text  | exact (of these texts) or permutation (of articles)
""",
    "planned_comparison": """
feature       | text  | lexicon.category, below it .facet or .name; of shares share: class
voice         | text  | narrator, indirect, direct, or all
count         | whole | mentions in the pilot; of shares k
base          | whole | what they are counted against; of shares n
unit          | text  | unit of the base
rate_per_1000 | real  | 1000 x count / base; null of shares
share_of      | real  | k / n; null of rates
articles      | whole | articles of the pilot with a base, copies once
articles_with | whole | those that have it
dispersion    | real  | k, by which they vary beyond chance: variance = mean + k x mean squared
ratio         | real  | how many times as often the target is to have it
n_target      | whole | independent articles of the target to be had; null where too few have it
n_reference   | whole | the same of the reference
power         | real  | with these, the probability that the ratio is found
""",
    "planned_audit": """
feature          | text  | lexicon.category
statistic        | text  | precision, recall or rate_per_1000 (corrected)
count            | whole | found in all articles
articles_with    | whole | articles in which it was found
articles         | whole | articles with words, from which will be drawn
value            | real  | as expected: precision, recall, or the rate found times P / R
ci_low           | real  | expected 95% interval, with the articles to code
ci_high          | real  | expected 95% interval, with the articles to code
articles_to_code | whole | that make the interval as narrow as asked; all of them at most
""",
    "trend": """
feature          | text  | lexicon.category, below it .facet or .name; of shares share: class
voice            | text  | narrator, indirect, direct, or all
period           | text  | the month, or the Monday of the week
count            | whole | mentions in it; of shares k
base             | whole | what they are counted against; of shares n
unit             | text  | unit of the base
rate_per_1000    | real  | 1000 x count / base; null of shares
share_of         | real  | k / n; null of rates
ci_low           | real  | 95% interval, articles as the cases; of a rate of zero exact
ci_high          | real  | 95% interval, articles as the cases; of a rate of zero exact
articles         | whole | articles of the period
effective_n      | whole | those with a base, copies once
times_per_period | real  | over all periods: how many times as often in each as in the one before
p                | real  | of no trend; null for a reason
p_adjusted       | real  | the same, adjusted for all features and voices of the table
reason           | text  | why there is no p; null where there is one
""",
    "shrinkage": """
feature       | text  | lexicon.category, below it .facet or .name
voice         | text  | narrator, indirect, direct, or all
group         | text  | the outlet, or another group of articles
count         | whole | mentions
base          | whole | words they are counted on
unit          | text  | unit of the base
articles      | whole | articles with a base
effective_n   | whole | those, copies once
rate_per_1000 | real  | 1000 x count / base
standardised  | real  | the rate if the group wrote as much of each event or month as all do
shrunken      | real  | the standardised rate, drawn towards the other groups'
ci_low        | real  | 95% interval of the shrunken rate
ci_high       | real  | 95% interval of the shrunken rate
shrinkage     | real  | how much of it the other groups say: 0 nothing, 1 all
pooled        | real  | the rate of a typical group: the mean, of logarithms
pooled_low    | real  | 95% interval of that
pooled_high   | real  | 95% interval of that
spread        | real  | standard deviation of the logarithms of the groups' rates
reason        | text  | why nothing is drawn together; null where it is
""",
    "naming": """
group    | text  | the outlet, or another group of articles
referent | text  | what is named: one id for all of its names
voice    | text  | in whose words: narrator, indirect, direct, or all together
name     | text  | which of its names
tone     | text  | how that name values it: own, neutral, approving or disapproving; else null
count    | whole | k: references by this name
base     | whole | n: the group's references to the referent in this voice
articles | whole | in how many articles they stand
share_of | real  | k / n
ci_low   | real  | 95% interval with articles as the cases
ci_high  | real  | 95% interval with articles as the cases
span_ids | list  | the k references
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
p_adjusted                   | real  | of no difference, for all words and groups; else null
z                            | real  | log odds over its error if words were independent: ranks
log_ratio                    | real  | log2 of the ratio of rates
log_likelihood               | real  | G2 of all four cells
document_frequency           | whole | articles of the target that have it
document_frequency_reference | whole | articles of the reference that have it
dp_norm                      | real  | dispersion over the target's articles: 0 even, 1 in one
""",
    "frequencies": """
group              | text  | the articles listed, or all of them
word               | text  | folded, without clitics; of a run its words parted by spaces
form               | text  | its commonest form in print, of a run word by word
n                  | whole | words of a run
count              | whole | occurrences
base               | whole | words of the group
rate_per_1000      | real  | 1000 x count / base
ci_low             | real  | 95%, articles as the cases
ci_high            | real  | 95%
document_frequency | whole | articles that have it
dp_norm            | real  | dispersion over the articles: 0 even, 1 in one
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
base      | whole | found (precision), coded (recall), words of all voices (rate), articles (share)
found     | real  | the rate or share as found; null for precision and recall
value     | real  | precision, recall, or the rate or share corrected for what is found wrongly
ci_low    | real  | 95% interval; articles are the cases
ci_high   | real  | 95% interval; articles are the cases
clipped   | flag  | the corrected share went above one and was cut off there
articles_coded | whole | articles coded
articles  | whole | articles with words, from which those were drawn
""",
    "audit_agreement": """
feature   | text  | lexicon.category
statistic | text  | f1 of mentions; alpha (Krippendorff's) of how many stand in each sentence
count     | whole | of f1 twice the mentions that both count; of alpha sentences counted alike
base      | whole | of f1 the mentions of either coder, together; of alpha sentences
value     | real  | the score
ci_low    | real  | 95% interval, from resampled articles; null for fewer than twenty
ci_high   | real  | 95% interval, from resampled articles; null for fewer than twenty
articles  | whole | articles that both have read
""",
    "audit_disagreements": """
row       | text  | the sentence on the sheet that is to be adjudicated
doc_id    | text  | the article
start     | whole | the sentence's first character
end       | whole | one past its last character
feature   | text  | lexicon.category
first     | whole | how many times it stands there, as the first coder says
second    | whole | the same as the second coder says
sentence  | text  | the sentence
""",
    "sensitivity": """
choice        | text  | what was decided otherwise: voice, stance, wire copy, zones, or none
variant       | text  | how
feature       | text  | lexicon.category, and below it .facet or .name
group         | text  | the outlet
count         | whole | mentions
base          | whole | words they are counted on
unit          | text  | words; of a voice alone the words of that voice, such as narrator words
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

# Tables about codings, which no report of a corpus holds.
CODED_COLUMNS: dict[str, str] = {
    "scores": """
layer     | text  | militancy, attribution or leak
measure   | text  | what is scored: militancy, cues, cues and stance or sourcing (spans), or \
an attribute of matched records
class     | text  | the class scored; null for all classes of the layer together; of voice and \
narrator the rules counted (see framing.attribution.certainty)
rule      | text  | overlap: spans match if they share a word; strict: start and end are the same
statistic | text  | precision, recall, f1, accuracy, overlap (mean Jaccard of words), start or end \
(shares that begin, or end, with the coded word, of those that both sides have) or alpha
count     | whole | what agrees: matches, right records; of f1 twice the matches; null for means
base      | whole | out of: ours, coded ones, records; of f1 ours and coded ones together
value     | real  | the score; count / base, but for overlap and alpha
ci_low    | real  | 95% interval, articles as the cases; null where too few have any
ci_high   | real  | 95% interval, articles as the cases; null where too few have any
""",
    "comparisons": """
doc_id    | text  | the article
layer     | text  | militancy, attribution or leak
start     | whole | the coded record's first character
end       | whole | one past its last character
attribute | text  | what is compared: source, side, voice ...
coded     | text  | what the coding says; null for nothing
predicted | text  | what the other side says; null for nothing
overlap   | real  | of source and content: words in both / words in either (Jaccard)
is_start  | flag  | of source and content: both begin with the same word; null unless both are
is_end    | flag  | of source and content: both end with the same word; null unless both are
is_right  | flag  | the two agree
""",
    "confusion": """
layer     | text  | militancy, attribution or leak
attribute | text  | what is compared: stance, side, type, mode, voice, target ...
coded     | text  | what the coding says
predicted | text  | what we say; null for nothing
count     | whole | matched records of which this is said
""",
    "disagreements": """
doc_id    | text  | the article
layer     | text  | militancy, attribution or leak
attribute | text  | span, or what is said wrongly of a matched one: source, side, voice ...
error     | text  | missed (we have nothing), false hit (the coding has nothing), or wrong
start     | whole | first character of the record, code points, 0-based
end       | whole | one past its last character
form      | text  | its words
coded     | text  | what the coding says; null for nothing; of a span, its class
predicted | text  | what we say; null for nothing; of a span, its class
sentence  | text  | the sentence it stands in
""",
}

RESULT_COLUMNS["equivalence"] = (
    RESULT_COLUMNS["comparison"]
    + """
low_90              | real | 90% interval of the ratio; null where texts are described
high_90             | real | 90% interval of the ratio; null where texts are described
equivalent          | flag | it holds no ratio that would matter; null where there is none
equivalent_together | flag | nor does the one that holds for all rows at once
"""
)
RESULT_COLUMNS["corrected_comparison"] = (
    RESULT_COLUMNS["comparison"]
    + """
corrected_ratio | real | the ratio corrected for measured error; null where no audit tells it
corrected_low   | real | 95% interval of the corrected ratio, that of the audit's errors in it
corrected_high  | real | 95% interval of the corrected ratio, that of the audit's errors in it
"""
)

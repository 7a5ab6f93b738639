# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     notebook_metadata_filter: -jupytext.text_representation.jupytext_version
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # How do these texts introduce the words of others?
#
# An attribution is a cue, such as قال or بحسب, that gives somebody a voice in lead or body. Its
# stance is the class of its lemma: whether the verb merely passes words on, insists on them,
# points to them as facts, or keeps them at a distance. Shares are of the attributions that the
# outlet itself makes; a cue in what somebody else says is evidence about him, not about the
# outlet. Beside them stands the share of words in quoted speech.

# %%
from IPython.display import HTML

import framing as fr
from framing.counting.bases import counted
from framing.counting.speaking import scheme_differences
from framing.measures import share_row
from framing.showing.tables import definitions_table, show_table, summary_shares
from framing.showing.wording import class_label, side_label

news = fr.read_corpus("../seeds")
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
every = counted(fr.attributions(news), news)
cues = every[every["voice"] == "narrator"]
whole = found.whole[found.whole["voice"].isin(["narrator", "all"])]
stances = whole[whole["share"] == "stance"].sort_values("count", ascending=False, kind="stable")
print(
    f"{len(every)} attributions, {len(cues)} of them made by the outlets themselves. The stance "
    "of these, with 95% Wilson intervals:"
)
for row in stances[stances["count"] > 0].to_dict("records"):
    print(
        f"  {class_label('stance', row['category'])}: {row['count']} of {row['base']} "
        f"({row['share_of']:.1%}, {row['ci_low']:.1%} to {row['ci_high']:.1%})"
    )

bleached = cues[cues["bleached"]]
share = share_row(len(bleached), len(cues))
print(
    f"{len(bleached)} of {len(cues)} cues are of lemmas often used as a plain “said”: "
    f"{'، '.join(bleached['lemma'].unique())} "
    f"({share['share_of']:.0%}, {share['ci_low']:.0%} to {share['ci_high']:.0%})."
)
words = whole[whole["share"] == "quoted words"].iloc[0]
print(
    f"{words['count']:,} of {words['base']:,} words stand in quoted speech "
    f"({words['share_of']:.0%}); all are counted, so there is no interval."
)

sides = whole[(whole["share"] == "source side") & (whole["count"] > 0)]
for row in sides.sort_values("count", ascending=False, kind="stable").to_dict("records"):
    print(f"  {side_label(row['category'])} speaks in {row['count']} of {row['base']}")

# %% [markdown]
# ## Who is given a voice
#
# Filled marks are shares of the attributions, hollow ones of the words in quoted speech. Where the
# two part, a side is named often and quoted little, or the reverse. Sources that no rule knows
# stay in the base, so that every share may be larger than it looks.

# %%
fr.figures.source_sides(found)

# %%
fr.figures.source_types(found)

# %%
HTML(show_table(summary_shares(found, "quoted side")))

# %% [markdown]
# ## Is one side's word introduced differently from another's?
#
# Rows are sides, all texts together; hatched tiles rest on too little to be read. At the right
# stands what is left when cues that often mean a plain “said” count as neutral: a difference that
# goes away there is a habit of style as much as a stance, and no finding.

# %%
fr.figures.stance_by_side(found)

# %% [markdown]
# The differences of the two sides that speak most, share minus share in either scheme, and whether
# their direction holds in both. No test was made; many rest on a handful of cues.

# %%
differences = scheme_differences(found.whole)
first, second = differences.loc[0, ["first", "second"]]
pair = differences[(differences["first"] == first) & (differences["second"] == second)]
named = pair.assign(
    category=[class_label("stance", one) for one in pair["category"]],
    first=[side_label(one) for one in pair["first"]],
    second=[side_label(one) for one in pair["second"]],
)
HTML(show_table(named[(named["fine"] != 0) | (named["coarse"] != 0)], rounded=2))

# %% [markdown]
# ## Stance, text by text, in both schemes

# %%
fr.figures.stance(found)

# %%
HTML(show_table(summary_shares(found, "stance")))

# %%
HTML(show_table(summary_shares(found, "coarse stance")))

# %%
HTML(show_table(definitions_table("attribution")))

# %% [markdown]
# ## The lemmas behind the classes
#
# In brackets, how often each is a cue:

# %%
lemmas = cues.groupby(["stance", "lemma"]).size().sort_values(ascending=False, kind="stable")
lemmas = lemmas.rename("count").reset_index()
lemmas["lemma"] += " (" + lemmas["count"].astype(str) + ")"
lemmas = lemmas.groupby("stance", sort=False)["lemma"].agg(list).reset_index()
names = {one: class_label("stance", one, lang="ar") for one in lemmas["stance"]}
HTML(show_table(lemmas.assign(stance=lemmas["stance"].map(names)), lang="ar"))

# %% [markdown]
# ## The number opened: cues that keep words at a distance, deny them or name nobody

# %%
marked = every[every["stance"].isin(["distancing", "denial", "hearsay"])]
own = marked[marked["voice"] == "narrator"]
print(f"{len(marked)} of {len(every)} attributions; made by an outlet itself: {len(own)} of these.")
fr.kwic(news, marked)

# %% [markdown]
# Cues that call the content a fact pointed out by its source:

# %%
fr.kwic(news, cues[cues["stance"] == "pointing"])

# %% [markdown]
# ## Words in quoted speech

# %%
fr.figures.quoted_words(found)

# %%
HTML(show_table(summary_shares(found, "quoted words")))

# %% [markdown]
# ## What this does not show
#
# Who speaks is read by rules and a list of actors, and is wrong or not known in some cases, which
# the notebook on validity counts. Stance is a property of the lemma, taken over from work on
# English; some of these lemmas are house style for a plain “said”. Words that are reported without
# a cue and without quotation marks are not seen at all. Where quotation marks are damaged in the
# file, words inside them may go uncounted. Each outlet stands here with one article, and intervals
# treat cues as independent of each other.

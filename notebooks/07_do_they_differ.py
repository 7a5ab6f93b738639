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
# # Do the five differ, and how surely?
#
# Rates of each text are laid beside those of every other: how many times as often, with an
# interval. Each outlet stands here with one article, and whatever differs may be the article's
# doing: the day, the writer, the agency whose copy it printed. So these texts are described. No p
# is given, and nothing is starred; that is what the numbers can bear, not modesty.

# %%
import tempfile

import pandas as pd

import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news)
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer
#
# Of all references to armed actors, how many call them terrorists? The share says less of what an
# article is about than a rate does: who is not mentioned is not counted. The pair that lies
# farthest apart, all voices together, and what it is worth:

# %%
labels = fr.compare(found.article_shares, news, of="terror label", voice="all")
print(labels.text)

# %% [markdown]
# The words of terrorism beside all words:

# %%
terror = fr.features(news, ["militancy"], voice="all")
compared = fr.compare(terror, news, of="militancy.terror")
print(compared.text)

# %% [markdown]
# Every pair, with both counts and bases. The intervals hold for all pairs at once. One that
# excludes a ratio of one says that these two texts differ by more than chance would make of one
# rate, if mentions fell independently. They do not: who writes the word once writes it again.

# %%
fr.figures.forest(compared)

# %%
pair = ["target", "reference", "count", "base", "count_reference", "base_reference"]
fr.show_table(compared.table[[*pair, "rate_ratio", "low_together", "high_together"]])

# %% [markdown]
# ## The outlets' own words
#
# The same for what no source says. Where a text has none, its rate is given as the upper limit of
# what it may be, and the ratio has an end on one side only.

# %%
own_words = fr.features(news, ["militancy"])
own_words = own_words[own_words["voice"].isin(["narrator", "all"])]
own = fr.compare(own_words, news, of="militancy.terror")
print(own.text)

# %%
fr.show_table(own.table[[*pair, "limit", "limit_reference", "low_together", "high_together"]])

# %% [markdown]
# ## Where the words stand
#
# Two texts of one rate may hold the words in one paragraph or throughout.

# %%
fr.figures.dispersion(found)

# %%
print(found.dispersion.text)

# %% [markdown]
# ## Does the finding hang on a choice?
#
# Each line decides one thing otherwise. Voice decides most: hardly a word is the outlets' own.

# %%
fr.figures.sensitivity(found)

# %%
print(found.sensitivity.text)

# %% [markdown]
# The same of a stance, which the coarse scheme may turn round:

# %%
print(fr.sensitivity(news, "attribution.pointing").text)

# %% [markdown]
# ## What else is distinctive
#
# All words, folded and without clitics, so that no outlet's spelling is taken for its style. Most
# of what sets these texts apart is what they are about.

# %%
fr.figures.keywords(found)

# %%
print(found.keywords)

# %% [markdown]
# ## What stands beside إرهابي
#
# The words within five of a label that calls somebody a terrorist, in its sentence:

# %%
labels = fr.mentions(news)
labels = labels[(labels["category"] == "terror") & (labels["facet"] == "actor")]
fr.collocates(news, labels, least=2)

# %% [markdown]
# ## The number opened: the labels in their sentences

# %%
fr.kwic(news, labels)

# %% [markdown]
# ## How far can the finding be trusted? An audit
#
# Articles are drawn at random and coded by hand, and what was found in all is corrected by what
# the coders say. Here a few of the five stand for the sample, and the project's own coding, which
# is model-assisted, for the coders. It shows how the steps go; as a validation it is worth
# nothing.

# %%
folder = tempfile.mkdtemp()
together = dict.fromkeys(news.articles["doc_id"], "the five")
sheet = fr.draw_audit(news, folder, size=4, by=together)
page = pd.read_csv(sheet, dtype=str, keep_default_na=False)
drawn = pd.read_json(f"{folder}/sheet.jsonl", lines=True, dtype={"doc_id": str})
print(f"{drawn['doc_id'].nunique()} articles drawn, {len(page)} sentences to code")
print(f"each article drawn with probability {drawn['inclusion'].iloc[0]:.2f}")

# %% [markdown]
# The sheet is filled from the coding, sentence by sentence, as a coder would fill it:

# %%
coding = fr.read_coding("../seeds/coding/seeds.jsonl")
coding = coding[(coding["layer"] == "militancy") & coding["class"].isin(page.columns)]
for place, sentence in drawn.iterrows():
    inside = coding["start"].between(sentence["start"], sentence["end"] - 1)
    classes = coding.loc[inside & (coding["doc"] == sentence["doc_id"]), "class"]
    for name, count in classes.value_counts().items():
        page.loc[place, name] = str(count)
page["read_by"] = "coding of the seeds"
page.to_csv(sheet, index=False)
audited = fr.score_audit(folder, news, by=together)
print(audited.text)

# %%
fr.figures.correction(audited)

# %% [markdown]
# ## What this does not show
#
# That any outlet differs from another. An outlet is known by many of its articles, on the same
# events as the others', with shared wire copy counted once; then the same call takes articles
# as its cases and permutes whose they are, and its intervals and tests mean what they say.
# Exact intervals hold where mentions are independent, and are too narrow among the articles of
# an outlet. The words that rank highest rank so in these texts, by their subject and their
# length as well as by their framing. The audit has as its coders a model-assisted coding of
# articles that were looked at while the rules were written.

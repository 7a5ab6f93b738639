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
# # The same sentence, another word: what did they change?
#
# Outlets print the same agency sentence, and one of them has another word in it. Nothing else
# in a text shows as plainly where wording differs: subject, event and source are the same.
# Whether the outlet chose the word, its agency or a translator, the passage does not say. A
# passage is shared here if two articles have so many telling words in one order that names,
# titles and set phrases cannot account for it.

# %%
import framing as fr

news = fr.annotate(fr.read_corpus("../seeds"))
found = fr.survey(news, propositions="moscow-2016")
print(f"framing {fr.__version__}")
print(f"{len(news)} articles, {found.outlets['words'].sum():,} words of lead and body")

# %% [markdown]
# ## Answer

# %%
copied = found.copying
changed = copied.pairs["edits"].map(bool)
print(f"{changed.sum()} of {len(changed)} pairs of passages were changed.")
print(f"Of {len(news)} articles {copied.effective_n} are independent, copies counted once.")
fr.show_table(copied.edits.value_counts("kind").reset_index())

# %% [markdown]
# ## Side by side
#
# One passage under the other; what differs is marked, and below them it is said how. House
# spelling is no difference. “Added” and “dropped” are said of the lower passage against the upper:
# none of these articles credits another, so that nothing is known of who wrote first.

# %%
fr.figures.parallel(found)

# %% [markdown]
# The same as a table, which can be copied and searched, in Arabic:

# %%
fr.tables.side_by_side(found, lang="ar")

# %% [markdown]
# ## Which word stands for which

# %%
fr.show_table(fr.tables.substitutions_table(found))

# %% [markdown]
# Every change with its place, so that it can be looked up:

# %%
shown = ["kind", "in_quotation", "doc_id_a", "form_a", "doc_id_b", "form_b"]
fr.show_table(copied.edits[shown])

# %% [markdown]
# ## One denial, in the wording of each outlet
#
# That military cooperation was discussed is denied in so many words by most of these texts. What it
# would have been directed against stands in some denials and not in others.

# %%
fr.figures.wordings(found)

# %%
fr.figures.wordings(found, "ar")

# %% [markdown]
# ## The same utterance in several articles
#
# Quotations and reported speech that two articles have in common. Where both stand in quotation
# marks, the words inside should be the same; those that are not are listed.

# %%
said = fr.shared_quotations(news)
differ = said[said["differences"].map(bool)]
print(f"{len(said)} pairs of utterances, {said['verbatim'].sum()} of them in one wording")
fr.show_table(differ[["speaker_a", "doc_id_a", "doc_id_b", "differences"]])

# %% [markdown]
# ## Who shares passages with whom

# %%
fr.figures.sharing(found)

# %% [markdown]
# ## Who says what, and who leaves it out
#
# Propositions are given by search terms. With each absence stand its near-misses, so that it
# can be checked.

# %%
fr.figures.coverage(found)

# %%
near = found.coverage.passages[found.coverage.passages["state"] == "near"]
fr.show_table(near[["doc_id", "proposition", "forms", "lacking"]].head(12))

# %% [markdown]
# ## The labels of shared passages in their sentences
#
# The words of the militancy lexicon that stand in a passage which another article carries:

# %%
hits = fr.mentions(news, "militancy")
shared = copied.clusters.merge(hits, on=["doc_id", "field"], suffixes=("_passage", ""))
inside = shared["start_passage"].le(shared["start"]) & shared["end"].le(shared["end_passage"])
fr.kwic(news, hits[hits["span_id"].isin(shared.loc[inside, "span_id"])])

# %% [markdown]
# ## What this does not show
#
# Who changed what: dates and credits are missing here, and a word may have been changed by any of
# the two, by their agencies or by a translator. Why: another agency version, a house rule, a view.
# Passages reworded throughout, or translated anew, are not found. What is an absence for the search
# terms may be said in other words. Each outlet stands here with one article, so
# nothing follows for the outlet. Labels are quoted, not endorsed.

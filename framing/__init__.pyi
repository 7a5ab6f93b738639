"""What is public: each name once, from the module it is loaded from when it is asked for."""

# an error to catch
from .base.errors import FramingError as FramingError

# how good it is
from .coding.evaluation import Evaluation as Evaluation
from .coding.evaluation import evaluate as evaluate
from .coding.records import read_coding as read_coding
from .coding.reliability import compare_codings as compare_codings

# what outlets share
from .copying.copies import clusters as clusters
from .copying.copies import copies as copies
from .copying.copies import effective_n as effective_n
from .copying.coverage import Coverage as Coverage
from .copying.coverage import coverage as coverage
from .copying.reuse import edits as edits
from .copying.reuse import reuse as reuse
from .copying.shared_quotations import shared_quotations as shared_quotations

# articles
from .corpus.articles import missing as missing
from .corpus.articles import outlet_labels as outlet_labels
from .corpus.articles import read_corpus as read_corpus
from .corpus.noise import noise as noise

# what is counted
from .counting.bases import counted as counted
from .counting.features import features as features
from .counting.house_spelling import house_spelling as house_spelling
from .counting.pooling import pool as pool
from .counting.shares import shares as shares
from .counting.zeros import with_zeros as with_zeros

# a corpus asked by click and key
from .desk.notebook import explore as explore

# a corpus read once
from .layers.annotated import AnnotatedCorpus as AnnotatedCorpus

# what stands where, and its sentences
from .layers.concordance import kwic as kwic
from .layers.concordance import show as show
from .layers.corpora import annotate as annotate
from .layers.metadata import with_articles as with_articles
from .layers.span_tables import attributions as attributions
from .layers.span_tables import leaks as leaks
from .layers.span_tables import mentions as mentions
from .layers.span_tables import quotations as quotations
from .layers.span_tables import zones as zones
from .lexicon.entries import load_lexicon as load_lexicon

# questions
from .questions.analysis_plan import write_plan as write_plan
from .questions.audit import draw_audit as draw_audit
from .questions.audit import score_audit as score_audit
from .questions.audit_coders import audit_agreement as audit_agreement
from .questions.collocates import collocates as collocates
from .questions.collocates import similar_articles as similar_articles
from .questions.comparison import compare as compare
from .questions.dispersion import dispersion as dispersion
from .questions.frequencies import frequencies as frequencies
from .questions.keywords import keywords as keywords
from .questions.naming import naming as naming
from .questions.sample_sizes import plan_audit as plan_audit
from .questions.sample_sizes import plan_comparison as plan_comparison
from .questions.sensitivity import sensitivity as sensitivity
from .questions.shrinkage import shrinkage as shrinkage
from .questions.survey import survey as survey
from .questions.trend import trend as trend

# what is shown
from .showing import figures as figures
from .showing import tables as tables
from .showing.citation import cite as cite
from .showing.marked_article import article as article
from .showing.marked_article import save_article as save_article
from .showing.record import verify as verify
from .showing.report import report as report
from .showing.research_object import write_crate as write_crate
from .showing.tables import show_table as show_table

__version__: str

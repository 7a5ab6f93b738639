"""What commands answer with, loaded when one runs."""

from .coding_answers import agreement_text as agreement_text
from .coding_answers import evaluation_json as evaluation_json
from .coding_answers import evaluation_text as evaluation_text
from .copying_answers import shared_passages as shared_passages
from .lexicon_answers import check_json as check_json
from .lexicon_answers import check_text as check_text
from .lexicon_answers import checked as checked
from .lexicon_answers import stems_text as stems_text
from .question_answers import clusters_in as clusters_in
from .question_answers import lexicons_asked as lexicons_asked
from .question_answers import rates_asked as rates_asked
from .table_answers import errors_of as errors_of
from .table_answers import save as save
from .table_answers import save_text as save_text
from .table_answers import set_aside_text as set_aside_text
from .table_answers import table_text as table_text

"""The columns of a span, with which tables of spans begin, and those of one of two passages."""

SPAN = """
span_id | text  | layer or lexicon, article, field, offsets: unique in its table
doc_id  | text  | the article
field   | text  | text or title
start   | whole | first character, code points of the untouched field, 0-based
end     | whole | one past the last character
form    | text  | the characters themselves: article[field][start:end]
"""


def side_of(side: str) -> str:
    """The span columns of one of two passages."""
    return f"""
doc_id_{side} | text  | the article of passage {side}
field_{side}  | text  | text or title
start_{side}  | whole | first character, code points of the untouched field; null where nothing is
end_{side}    | whole | one past the last character
form_{side}   | text  | the characters: article[field][start:end]; empty where nothing is"""

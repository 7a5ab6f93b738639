"""A text as words and sentences, each a span of the untouched text; spelling; quotation marks."""

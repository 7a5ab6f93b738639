"""Articles and their metadata, read and checked; the parts of an article; groups of articles."""

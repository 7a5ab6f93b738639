"""What is found in a corpus, as tables of spans, and the way back to the sentences."""

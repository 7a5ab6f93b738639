"""Tables, figures and pages: what was found, drawn and printed."""

"""Codings by people: how good is the finding, do coders agree."""

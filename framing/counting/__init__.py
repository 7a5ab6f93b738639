"""Spans counted: rates and shares with their bases and intervals."""

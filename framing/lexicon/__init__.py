"""Lexicons as data, their printed forms, and where one occurs in a text."""

"""Tables of rules for tests: each rule with its examples, those that still fail marked."""

import pytest


def cases(rules):
    """The rows of {rule: rows}, called by rule and number: pytest prints Arabic as code points."""
    return [
        pytest.param(*values_of(row), id=f"{rule} {number}", marks=marks_of(row))
        for rule, rows in rules.items()
        for number, row in enumerate(rows, start=1)
    ]


def fails(reason, *row):
    """A row that the package still gets wrong: it must go on failing until the mark is gone."""
    return pytest.param(*row, marks=pytest.mark.xfail(raises=AssertionError, reason=reason))


def values_of(row):
    return getattr(row, "values", row)


def marks_of(row):
    return getattr(row, "marks", ())

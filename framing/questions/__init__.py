"""Questions answered by a table, a finding and a note."""

"""What everything stands on: errors, columns of tables, files, what results look like."""

"""Who says what, introduced how; leaks and unnamed sources; whose words a span is."""

"""The city report: made, read, and each of its numbers traced."""

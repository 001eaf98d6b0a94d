"""The bank's forms on the road to a loan and after it (lending.md sections 2.2 and 2.3), and portfolios as files."""

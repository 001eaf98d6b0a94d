"""The bank's forms on the road to a loan and after it, and portfolios as files."""

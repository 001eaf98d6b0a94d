"""Two years of work in the demo city, told through the operations."""

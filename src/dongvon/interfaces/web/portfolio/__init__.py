"""Portfolios in and out: files of loans from other systems, and back."""

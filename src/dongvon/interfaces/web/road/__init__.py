"""The road to a loan: desks, files, confirmation, requests."""

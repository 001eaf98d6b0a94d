"""Savings and credit groups: the leader on a phone, and those who look after groups."""

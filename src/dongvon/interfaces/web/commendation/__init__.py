"""Commendation: the formula, the ranking, proposals, the council, awards."""

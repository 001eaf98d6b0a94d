"""The official forms of the plan's work: the city report with its annexes, and the papers of commendation."""

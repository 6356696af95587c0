"""Outcomes: the rows of all clauses, then totals and parts, and what is told twice."""

"""Where and when: the place and the dates of each outcome, within its sentence and from beyond it."""

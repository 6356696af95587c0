"""What every finder reads off the words: grammar, names and titles, numbers and quantities, dates."""

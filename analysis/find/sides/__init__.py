"""Who did it, and whose people or things it was done to: in the clause, in the sentence, and beyond both."""

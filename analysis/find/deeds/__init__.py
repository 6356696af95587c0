"""What one clause tells was done: the trigger, its arguments, the targets with their counts, and the rows of them."""

"""What hostile hands may write, and what must come of it: named cases, one module per kind."""

"""The same site under other circumstances, which must give the same bytes."""

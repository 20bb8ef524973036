"""Faults of a machine, laid at calls of all kinds that a build makes, and kills at any moment."""

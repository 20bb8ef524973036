"""Faults of a machine, laid at every call that a build makes, and kills at any moment."""

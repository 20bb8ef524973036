"""Static site generator for the event reports and theme pages of a knowledge network."""

__version__ = "0.1.0"

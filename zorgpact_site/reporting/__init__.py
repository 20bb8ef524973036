"""Diagnostics become something to read: for editors, for programs, for a pull request."""

"""Texts that nobody thought of: laws of one text and of a small site, and a fuzzer for each."""

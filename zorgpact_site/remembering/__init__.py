"""What earlier builds found out, kept in one file, so that the next need not find it again.

Everything is kept under a digest of all that it follows from, so what is remembered is either
right or not found. A memory that cannot be read, for whatever reason, is an empty memory.
"""

"""What `check` found, remembered: the same inputs and the same program give the same mistakes.

`remembering/digests.py` makes the digest of all that a verdict follows from, `memory.py` keeps
verdicts by it.
"""

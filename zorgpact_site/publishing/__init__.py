"""Publishing, all or nothing: a folder becomes exactly the set of artifacts (`publish.py`).

Nothing is loaded here: `inventory.py` tells whether a site still stands before all else is done.
"""

"""Publishing, all or nothing: a folder becomes exactly the set of artifacts (`publish.py`).

It loads none of its parts, as `inventory.py` is asked before the others are needed.
"""

"""The same site made by us and by others, in turn: see `docs/benchmarks.md`.

python -m benchmarks.peers --size 300 --peers hugo,ours

`corpus` makes the content and `edits` changes it; `facts` tells it to the peers, which `tools`
lists; `running` and `serving` measure one thing, `rounds` all things in turn, `results` keeps
them, `report` writes the table.
"""

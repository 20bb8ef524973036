"""One file at a time: bytes become a reading, with every mistake at its place."""

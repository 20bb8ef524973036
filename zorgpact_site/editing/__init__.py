"""What editors ask for: a new text or site, an old text taken over, edits and other names."""

"""How keys, dates and the like are written, as regular expressions that all validators share."""

KEY = r"\S+"
ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://\S+"
# As precise as it is known, level 0 of EDTF (ISO 8601-2): a day, a month or a year.
DATE = "[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"


def whole(pattern: str) -> str:
    """A pattern that the whole of a text must fit; JSON Schema looks for a part otherwise."""
    return f"^(?:{pattern})$"

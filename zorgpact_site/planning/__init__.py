"""The site becomes pages: an address, a template, and exactly what the page may show.

`plan.py` is where it starts; it is not loaded here, as who makes pages needs their views alone.
"""

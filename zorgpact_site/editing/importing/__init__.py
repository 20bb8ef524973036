"""An old text, as HTML or scraped from a page, becomes a draft article."""

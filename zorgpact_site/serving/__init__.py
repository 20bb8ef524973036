"""The preview: builds at every save, serves the last good site, and shows what is wrong."""

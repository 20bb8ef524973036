"""What Pelican is told of the site."""

SITENAME = "Proefsite"
SITESUBTITLE = "Een site met gemaakte teksten om te meten."
SITEURL = "https://proef.example"
TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["facets"]
PATH = "content"
ARTICLE_PATHS = ["artikelen"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["media", "site.css"]
ARTICLE_URL = "artikelen/{slug}/"
ARTICLE_SAVE_AS = "artikelen/{slug}/index.html"
PAGE_URL = "{section}/{slug}/"
PAGE_SAVE_AS = "{section}/{slug}/index.html"
YEAR_ARCHIVE_URL = "archief/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "archief/{date:%Y}/index.html"
ARCHIVES_SAVE_AS = "artikelen/index.html"
DIRECT_TEMPLATES = ["index", "archives", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DEFAULT_PAGINATION = False
SUMMARY_MAX_LENGTH = 0
WITH_FUTURE_DATES = True
RELATIVE_URLS = False
# What Pelican can remember between builds.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
GZIP_CACHE = False
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.smarty": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}

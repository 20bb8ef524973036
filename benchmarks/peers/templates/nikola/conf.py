"""What Nikola is told of the site."""

BLOG_AUTHOR = "Proef"
BLOG_TITLE = "Proefsite"
BLOG_DESCRIPTION = "Een site met gemaakte teksten om te meten."
BLOG_EMAIL = "n.n@proef.example"
SITE_URL = "https://proef.example/"
DEFAULT_LANG = "nl"
TIMEZONE = "Europe/Amsterdam"
THEME = "proef"
NAVIGATION_LINKS = {
    "nl": (
        ("/artikelen/", "Artikelen"),
        ("/onderwerpen/", "Thema’s, regio’s en kopgroep"),
        ("/hulpmiddelen/", "Hulpmiddelen"),
        ("/archief/", "Archief"),
    )
}
POSTS = (("posts/*.md", "artikelen", "post.tmpl"),)
PAGES = (
    ("regios/*.md", "regios", "page.tmpl"),
    ("themas/*.md", "themas", "page.tmpl"),
    ("kopgroep/*.md", "kopgroep", "page.tmpl"),
    ("hulpmiddelen/*.md", "hulpmiddelen", "page.tmpl"),
)
COMPILERS = {"markdown": (".md",), "html": (".html",)}
MARKDOWN_EXTENSIONS = [
    "markdown.extensions.extra",
    "markdown.extensions.smarty",
    "markdown.extensions.toc",
]
FILES_FOLDERS = {"files": ""}
PRETTY_URLS = True
STRIP_INDEXES = True
INDEX_PATH = "artikelen"
INDEX_DISPLAY_POST_COUNT = 20
INDEX_TEASERS = True
TAG_PATH = "onderwerpen"
TAG_PAGES_ARE_INDEXES = False
WRITE_TAG_CLOUD = False
ARCHIVE_PATH = "archief"
ARCHIVE_FILENAME = "index.html"
FEED_LENGTH = 20
GENERATE_RSS = True
GENERATE_ATOM = False
TAG_FEEDS = False
DISABLE_INDEXES = False
DISABLED_PLUGINS = ["classify_authors", "classify_categories", "render_galleries", "robots"]
COMMENT_SYSTEM = ""
SHOW_SOURCELINK = False
COPY_SOURCES = False
USE_CDN = False
FUTURE_IS_NOW = True
DEPLOY_FUTURE = True
GLOBAL_CONTEXT = {}

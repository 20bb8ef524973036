module.exports = {
  layout: "article.njk",
  tags: "artikel",
  permalink: ({ page }) => `/artikelen/${page.fileSlug}/`,
};

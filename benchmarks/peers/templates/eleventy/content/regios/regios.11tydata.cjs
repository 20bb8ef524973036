module.exports = {
  layout: "term.njk",
  tags: "term",
  kind: "regios",
  permalink: ({ page }) => `/regios/${page.fileSlug}/`,
};

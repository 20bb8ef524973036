module.exports = {
  layout: "term.njk",
  tags: "term",
  kind: "kopgroep",
  permalink: ({ page }) => `/kopgroep/${page.fileSlug}/`,
};

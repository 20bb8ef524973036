module.exports = {
  layout: "tool.njk",
  tags: "hulpmiddel",
  permalink: ({ page }) => `/hulpmiddelen/${page.fileSlug}/`,
};

module.exports = {
  layout: "term.njk",
  tags: "term",
  kind: "themas",
  permalink: ({ page }) => `/themas/${page.fileSlug}/`,
};

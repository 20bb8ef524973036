const footnote = require("markdown-it-footnote");

const KINDS = ["regios", "themas", "kopgroep"];
const newestFirst = (one, other) => other.date - one.date;
const articles = (api) => api.getFilteredByTag("artikel").sort(newestFirst);

module.exports = (config) => {
  config.addPassthroughCopy({ static: "/" });
  config.amendLibrary("md", (md) => md.set({ typographer: true, linkify: true }).use(footnote));
  config.addFilter("eerste", (all, count) => all.slice(0, count));
  config.addFilter("dag", (date) => date.toISOString().slice(0, 10));
  config.addFilter("dagtekst", (date) =>
    `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`);
  config.addCollection("nieuwste", articles);
  // Of each kind the articles by slug, in one pass over all of them.
  config.addCollection("over", (api) => {
    const about = Object.fromEntries(KINDS.map((kind) => [kind, {}]));
    for (const article of articles(api))
      for (const kind of KINDS)
        for (const slug of article.data.about[kind]) (about[kind][slug] ??= []).push(article);
    return about;
  });
  config.addCollection("titels", (api) => {
    const titles = Object.fromEntries(KINDS.map((kind) => [kind, {}]));
    for (const term of api.getFilteredByTag("term"))
      titles[term.data.kind][term.fileSlug] = term.data.title;
    return titles;
  });
  config.addCollection("jaren", (api) => {
    const years = {};
    for (const article of articles(api))
      (years[article.date.getUTCFullYear()] ??= []).push(article);
    return Object.entries(years).map(([year, of]) => ({ year, of }));
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};

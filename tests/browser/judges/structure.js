// Landmarks, headings, tables and language: what readers who do not see find their way by.
() => {
  const wrong = [];
  const expect = (holds, what) => holds || wrong.push(what);
  const isTop = (one) => !one.parentElement.closest("article, aside, main, nav, section");

  const banners = all("header, [role=banner]").filter((one) => isShown(one) && isTop(one));
  const mains = all("main, [role=main]").filter(isShown);
  const feet = all("footer, [role=contentinfo]").filter((one) => isShown(one) && isTop(one));
  expect(banners.length === 1, `${banners.length} headers of the page`);
  expect(mains.length === 1, `${mains.length} mains`);
  expect(feet.length === 1, `${feet.length} footers of the page`);

  const named = all("nav, aside, search, form[aria-label], form[aria-labelledby], [role=search], [role=region], section[aria-label], section[aria-labelledby]");
  const seen = new Set();
  for (const one of named.filter(isShown)) {
    const name = squeezed(one.getAttribute("aria-label"))
      || squeezed(document.getElementById(one.getAttribute("aria-labelledby"))?.textContent);
    const role = one.getAttribute("role") ?? one.localName;
    const isOnlyOne = named.filter((other) => (other.getAttribute("role") ?? other.localName) === role).length === 1;
    expect(name || isOnlyOne, `landmark without a name: ${told(one)}`);
    expect(!name || !seen.has(`${role} ${name}`), `two landmarks with one name: ${role} ${name}`);
    seen.add(`${role} ${name}`);
  }

  const headings = all("h1, h2, h3, h4, h5, h6").filter((one) => one.checkVisibility());
  const tops = headings.filter((one) => one.localName === "h1");
  expect(tops.length === 1, `${tops.length} h1`);
  expect(tops.every((one) => one.closest("main")), "h1 outside main");
  expect(headings[0]?.localName === "h1", `first heading is ${headings[0]?.localName}`);
  headings.forEach((one, at) => {
    const [before, level] = [headings[at - 1], one].map((heading) => Number(heading?.localName[1] ?? 0));
    expect(level <= before + 1, `heading skips a level: ${told(one)}`);
    expect(squeezed(one.textContent), `empty heading: ${told(one)}`);
  });

  for (const table of all("table")) {
    expect(squeezed(table.caption?.textContent), `table without caption: ${told(table)}`);
    expect(all("th", table).length, `table without th: ${told(table)}`);
    all("th", table).forEach((head) => expect(head.scope, `th without scope: ${told(head)}`));
  }

  expect(document.documentElement.lang, "no language");
  expect(squeezed(document.title), "no title");
  for (const one of all("[lang]")) {
    try {
      Intl.getCanonicalLocales(one.lang);
    } catch {
      wrong.push(`no such language: ${told(one)}`);
    }
  }
  return wrong;
}

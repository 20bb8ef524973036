// What a page offers, to compare it with and without JavaScript.
() => {
  const isOffered = (one) => one.checkVisibility({ visibilityProperty: true });
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const inSight = new Set(words(document.body.innerText));
  const controls = all("button, input:not([type=hidden]), select, textarea, [role=button], [onclick]").filter(isOffered);
  return {
    // What only tells that there is no JavaScript goes when there is.
    text: all("noscript").reduce((text, one) => text.replace(squeezed(one.innerText), ""),
      squeezed(document.body.innerText)),
    links: all("a[href]").filter(isOffered).map((one) => `${nameOf(one)} → ${one.href}`),
    headings: all("h1, h2, h3, h4, h5, h6").filter(isOffered).map(told),
    pictures: all("img, svg:not([aria-hidden=true]), table").filter(isOffered)
      .map((one) => `${one.localName} ${squeezed(one.alt ?? one.caption?.textContent ?? nameOf(one))}`),
    // A form with an address of its own works without JavaScript; a control outside one is dead.
    dead: controls.filter((one) => !one.closest("form[action]")).map(told),
    // Only what readers can open themselves may be folded away, or what stands in sight elsewhere,
    // as in a table that has another form on a narrow screen.
    hidden: all("body *").filter((one) => !isOffered(one) && words(one.textContent).some((word) => !inSight.has(word))
      && !one.closest("script, style, template, details:not([open]), svg, option")
      && isOffered(one.parentElement)).map(told),
  };
}

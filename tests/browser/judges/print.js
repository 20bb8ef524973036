// On paper: the text and where its links lead, black on white, and nothing to click on.
() => {
  const wrong = [];
  for (const one of all("nav, form, search, [role=search], button, input, select")) {
    if (isShown(one)) wrong.push(`of no use on paper: ${told(one)}`);
  }
  // A link within the page that stands outside the text, such as the one past the menu.
  for (const one of all("a[href^='#']:not(main *)")) {
    if (isShown(one)) wrong.push(`of no use on paper: ${told(one)}`);
  }
  for (const one of all("[data-seen]")) {
    if (!isShown(one)) wrong.push(`missing on paper: ${told(one)}`);
  }
  for (const one of all("body, body *")) {
    if (!isShown(one)) continue;
    const style = styleOf(one);
    if (["fixed", "sticky"].includes(style.position)) wrong.push(`stays in place on every sheet: ${told(one)}`);
    const hasText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && squeezed(node.data));
    // Printers leave grounds out, so text has to be dark by itself.
    if (hasText && contrast(style.color, "white") < 4.5) wrong.push(`too light for paper: ${told(one)}`);
  }
  for (const link of all("main :is(p, li, dd, td) a[href^='http']")) {
    if (!isShown(link)) continue;
    if (!styleOf(link, "::after").content.includes(link.getAttribute("href"))) {
      wrong.push(`its address is not shown: ${told(link)}`);
    }
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) wrong.push(`${root.scrollWidth} px wide on a sheet of ${root.clientWidth}`);
  return wrong;
}

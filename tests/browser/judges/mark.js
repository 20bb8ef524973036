// Remember what is on the screen, so that another judge can tell what became of it.
() => {
  for (const one of all("main :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, img)")) {
    if (!isShown(one) || one.closest("nav, form, search, [role=search], .on-screen")) continue;
    const rest = one.cloneNode(true);
    all("a, button", rest).forEach((link) => link.remove());
    // A line that only leads on, such as “Alle artikelen”, is no content on paper.
    const hasOwnText = /\p{L}/u.test(rest.textContent) || one.localName === "img" || one.localName.startsWith("h");
    if (hasOwnText) one.dataset.seen = "";
  }
}

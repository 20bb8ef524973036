// Link texts that stand alone: not two places for one text, and no text that says nothing.
() => {
  const VAGUE = /^(klik )?(hier|deze pagina|deze link|link|meer|lees meer|lees verder|verder|meer informatie|bekijk|download|website|ga naar|naar boven|\W*|https?:.*)$/iu;
  const links = all("a[href]").filter((one) => one.checkVisibility({ visibilityProperty: true }));
  // A card or a row that says more than its link (a day, a region) tells like titles apart.
  const itemOf = (one) => {
    const item = one.closest("li, article, tr");
    return item && item.querySelector("a[href]") === one ? squeezed(item.textContent).replace(squeezed(one.textContent), "") : "";
  };
  const wrong = [];
  const places = new Map();
  for (const one of links) {
    const name = nameOf(one);
    if (VAGUE.test(name)) wrong.push(`says too little: ${told(one)}`);
    const known = places.get(name.toLowerCase());
    const isTold = known && itemOf(one) && itemOf(known) && itemOf(one) !== itemOf(known);
    if (known && known.href !== one.href && !isTold) wrong.push(`“${name}” leads to ${known.href} and to ${one.href}`);
    places.set(name.toLowerCase(), known ?? one);
  }
  return wrong;
}

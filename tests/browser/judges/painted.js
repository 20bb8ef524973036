// Remember what grounds and colours tell apart, before forced colours take them away.
() => {
  const hasGround = (one) => rgba(styleOf(one).backgroundColor)[3] > 0
    && styleOf(one).backgroundColor !== groundOf(one.parentElement);
  for (const one of all("body *:not(svg *)")) {
    if (!isShown(one)) continue;
    const isControl = one.matches("button, input, select, textarea, summary");
    const isEmpty = !squeezed(one.innerText) && !one.matches("img, svg, video, hr") && !one.querySelector("img, svg");
    if (isControl || (isEmpty && (hasGround(one) || styleOf(one).backgroundImage !== "none"))) {
      one.dataset.painted = isControl ? "control" : "shape";
    }
  }
}

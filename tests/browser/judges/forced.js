// With forced colours grounds and shadows are gone: edges, strokes and words must say it all.
() => {
  const wrong = [];
  const hasEdge = (one) => ["Top", "Right", "Bottom", "Left"].some((side) =>
    styleOf(one)[`border${side}Style`] !== "none" && parseFloat(styleOf(one)[`border${side}Width`]) > 0)
    || (styleOf(one).outlineStyle !== "none" && parseFloat(styleOf(one).outlineWidth) > 0);
  for (const one of all("[data-painted]")) {
    const isKept = styleOf(one).forcedColorAdjust === "none" || hasEdge(one)
      // The browser draws its own marks for these.
      || one.matches("input:is([type=checkbox], [type=radio], [type=range], [type=color]), summary");
    if (!isKept) wrong.push(`${one.dataset.painted} without an edge: ${told(one)}`);
  }

  // What stands for “you are here” or “chosen” differs from its neighbours in more than colour.
  const traits = ["fontWeight", "fontStyle", "textDecorationLine", "borderTopStyle", "borderTopWidth",
    "borderRightStyle", "borderRightWidth", "borderBottomStyle", "borderBottomWidth",
    "borderLeftStyle", "borderLeftWidth", "outlineStyle", "forcedColorAdjust"];
  const look = (one) => traits.map((trait) => styleOf(one)[trait]).join(" ");
  for (const one of all("nav [aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]")) {
    const holder = one.closest("nav, [role=tablist], fieldset, form, ul") ?? document.body;
    const others = all(one.localName, holder).filter((other) => isShown(other) && other !== one
      && !["page", "true"].includes(other.getAttribute("aria-current") ?? other.ariaPressed ?? other.ariaSelected));
    if (isShown(one) && others.length && others.every((other) => look(other) === look(one))) {
      wrong.push(`looks like its neighbours: ${told(one)}`);
    }
  }

  // Shapes in drawings keep the colours we give them: some of each must be seen on this ground.
  const ground = groundOf(document.body);
  for (const drawing of all("svg")) {
    const shapes = all("path, circle, rect, line, polyline, polygon, ellipse, text, use", drawing).filter(isDrawn);
    if (!isShown(drawing) || !shapes.length) continue;
    const seen = shapes.filter((one) => ["fill", "stroke"].some((paint) => {
      const colour = styleOf(one)[paint];
      return colour !== "none" && !colour.startsWith("url") && rgba(colour)[3] > 0 && contrast(colour, ground) >= 3;
    }));
    if (!seen.length) wrong.push(`drawing that cannot be seen: ${told(drawing)}`);
  }
  return wrong;

  function isDrawn(one) {
    return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest("symbol, defs, clipPath");
  }
}

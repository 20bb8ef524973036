// Where the keyboard is now: what is wrong with how that looks, and where it stands.
() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const wrong = [];

  // Some ring that also forced colours show: on the element, or around what holds it.
  const ringed = [one, one.parentElement, one.parentElement?.parentElement].find((holder) => {
    const style = holder && styleOf(holder);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  });
  const style = ringed && styleOf(ringed);
  if (!ringed) wrong.push("has no outline");
  else {
    const width = parseFloat(style.outlineWidth);
    const away = parseFloat(style.outlineOffset);
    if (width < 2) wrong.push(`has an outline of ${width} px`);
    const ground = groundOf(away < 0 ? ringed : ringed.parentElement);
    const seen = contrast(style.outlineColor, ground);
    if (seen < 3) wrong.push(`has an outline with contrast ${seen.toFixed(2)} on ${ground}`);
    if (!(ringed instanceof SVGElement)) {
      // More than half of the ring's width must be left on every side.
      const reach = away + width / 2;
      for (const box of ringed.getClientRects()) {
        const cut = (left, top, right, bottom) =>
          box.left - reach < left - 0.5 || box.top - reach < top - 0.5
          || box.right + reach > right + 0.5 || box.bottom + reach > bottom + 0.5;
        // What is taller than the window cannot be in it whole.
        const tall = box.height + 2 * reach > innerHeight;
        if (cut(0, tall ? -Infinity : 0, document.documentElement.clientWidth, tall ? Infinity : innerHeight)) {
          wrong.push("has an outline that the window cuts off");
        }
        for (let up = ringed.parentElement; up && up !== document.body; up = up.parentElement) {
          if (styleOf(up).overflowX === "visible" && styleOf(up).overflowY === "visible") continue;
          const edge = up.getBoundingClientRect();
          if (cut(edge.left, edge.top, edge.right, edge.bottom)) wrong.push(`has an outline that ${told(up)} cuts off`);
        }
      }
    }
  }

  // Nothing may lie over it: not at its middle, not at its corners.
  const boxes = [...one.getClientRects()].filter((box) => box.width > 2 && box.height > 2);
  if (!boxes.length) wrong.push("takes no room");
  const isOwn = (x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (one.contains(hit) || hit.contains(one) || [...(one.labels ?? [])].includes(hit));
  };
  const hits = boxes.flatMap((box) => {
    // Of what is taller than the window, the part in it counts.
    const bottom = Math.min(box.bottom, Math.max(innerHeight, box.top));
    const top = Math.max(box.top, Math.min(0, box.bottom));
    const xs = [box.left + 1.5, (box.left + box.right) / 2, box.right - 1.5];
    const ys = [top + 1.5, (top + bottom) / 2, bottom - 1.5];
    return xs.flatMap((x) => ys.map((y) => ({ x, y, own: isOwn(x, y) })));
  });
  // A shape in a drawing need not fill its box.
  const hidden = one instanceof SVGElement ? hits.every((hit) => !hit.own) : hits.some((hit) => !hit.own);
  if (hidden) {
    const at = hits.find((hit) => !hit.own);
    const over = document.elementFromPoint(at.x, at.y);
    wrong.push(over ? `lies behind ${told(over)}` : "lies outside the window");
  }

  const box = one.getBoundingClientRect();
  return {
    name: told(one),
    wrong,
    // On a drawing, such as a map, no order is the only one.
    inText: (document.querySelector("main")?.contains(one) ?? false) && !(one instanceof SVGElement),
    left: box.left + scrollX, right: box.right + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
  };
}

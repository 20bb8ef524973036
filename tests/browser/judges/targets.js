// WCAG 2.2, 2.5.8: links and controls outside running text of 24 by 24 pixels, or with that room.
() => {
  const SIZE = 24;
  const isInline = (one) => {
    if (styleOf(one).display !== "inline" || one instanceof SVGElement) return false;
    let block = one.parentElement;
    while (styleOf(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    all("a, button", rest).forEach((link) => link.remove());
    return /\p{L}{2}/u.test(rest.textContent);
  };
  const boxOf = (one) => {
    const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)), top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right)), bottom = Math.max(...boxes.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  const targets = all(FOCUSABLE).filter(isShown).map((one) => {
    const box = boxOf(one);
    return {
      one, box,
      isSmall: box.width < SIZE - 0.05 || box.height < SIZE - 0.05,
      x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2,
    };
  });
  // A link over two lines is where its words are, not the whole of the box around both.
  const distance = (point, one) => Math.min(...[one, ...(one.labels ?? [])]
    .flatMap((part) => [...part.getClientRects()])
    .map((box) => Math.hypot(
      Math.max(box.left - point.x, 0, point.x - box.right),
      Math.max(box.top - point.y, 0, point.y - box.bottom),
    )));
  const hasRoom = (target) => targets.every((other) =>
    other === target || other.one.contains(target.one) || target.one.contains(other.one)
    || (distance(target, other.one) >= SIZE / 2
      && (!other.isSmall || Math.hypot(target.x - other.x, target.y - other.y) >= SIZE)));
  return targets
    .filter((target) => target.isSmall && !isInline(target.one) && !hasRoom(target))
    .map(({ one, box }) => `${told(one)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px`);
}

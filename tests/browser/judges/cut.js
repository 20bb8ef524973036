// What is lost when room is short: a page wider than the window, or text that its box cuts off.
() => {
  const root = document.documentElement;
  const wrong = [];
  if (root.scrollWidth > root.clientWidth) {
    const wide = all("body *").filter((one) =>
      isShown(one) && one.getBoundingClientRect().right > root.clientWidth + 0.5);
    const least = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    wrong.push(`${root.scrollWidth} px wide in ${root.clientWidth}: ${least.slice(0, 5).map(told).join(", ")}`);
  }
  for (const one of all("body *")) {
    const style = styleOf(one);
    const hides = (way) => way === "hidden" || way === "clip";
    if (!squeezed(one.innerText) || !isShown(one)) continue;
    const isCut = (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
      || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
    // A text for readers who do not see is cut off on purpose, to a pixel.
    if (isCut && one.clientWidth > 1 && one.clientHeight > 1) wrong.push(`cuts off its text: ${told(one)}`);
  }
  return wrong;
}

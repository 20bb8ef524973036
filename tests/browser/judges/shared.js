// What judges share. Each judge is one function, run in the page after this text.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const styleOf = (one, pseudo) => getComputedStyle(one, pseudo);
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Whether an element is drawn at all, wherever on the page. */
const isShown = (one) =>
  one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && [...one.getClientRects()].some((box) => box.width > 1 && box.height > 1);

/** What a link, control or landmark is called: the usual part of the rules for accessible names. */
const nameOf = (one) => {
  const by = one.getAttribute("aria-labelledby");
  if (by) return squeezed(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  if (one.hasAttribute("aria-label")) return squeezed(one.getAttribute("aria-label"));
  if (one.labels?.length) return squeezed([...one.labels].map((label) => label.textContent).join(" "));
  const copy = one.cloneNode(true);
  all("[aria-hidden=true]", copy).forEach((hidden) => hidden.remove());
  all("img[alt]", copy).forEach((image) => image.replaceWith(` ${image.alt} `));
  all("[aria-label]", copy).forEach((part) => part.replaceWith(` ${part.getAttribute("aria-label")} `));
  return squeezed(copy.textContent) || squeezed(one.getAttribute("title"));
};

/** How a finding names an element. */
const told = (one) => {
  const classes = one.getAttribute("class");
  const text = squeezed(one.textContent || one.getAttribute("alt") || one.getAttribute("name"));
  const id = one.id ? `#${one.id}` : "";
  const dots = classes ? `.${classes.trim().split(/\s+/).join(".")}` : "";
  const parent = one.parentElement?.closest("[class]")?.getAttribute("class");
  const inside = parent ? ` in .${parent.trim().split(/\s+/)[0]}` : "";
  return `${one.localName}${id}${dots}${inside} “${text.slice(0, 60)}”`;
};

const FOCUSABLE = `a[href], area[href], button:not(:disabled), input:not([type=hidden], :disabled),
  select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex^="-"])`;

/** A colour as red, green, blue and opacity, whatever notation it is computed to. */
const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data];
};
const luminance = (colour) => {
  const [red, green, blue] = rgba(colour).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG's contrast ratio of two opaque colours. */
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
/** The colour an element stands on: that of the nearest opaque ground at or above it. */
const groundOf = (one) => {
  for (let at = one; at; at = at.parentElement) {
    const colour = styleOf(at).backgroundColor;
    if (rgba(colour)[3] === 255) return colour;
  }
  // The browser's own ground: as a keyword a colour knows nothing of forced colours.
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const canvas = styleOf(probe).color;
  probe.remove();
  return canvas;
};

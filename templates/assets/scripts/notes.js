// A footnote can be read where its mark stands: the mark opens it below its paragraph. Without
// this script the mark leads to the note at the end of the text, and back.
const opened = new Map();

const place = (mark) => mark.closest("p, li, dd, blockquote, figcaption, td, th") ?? mark;

const close = (mark) => {
  opened.get(mark)?.remove();
  opened.delete(mark);
  mark.setAttribute("aria-expanded", "false");
};

const open = (mark, note) => {
  const copy = note.cloneNode(true);
  for (const back of copy.querySelectorAll(".note-back")) back.remove();
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  const box = document.createElement(place(mark).matches("p, blockquote") ? "aside" : "div");
  box.className = "note-here";
  box.id = `${mark.id}-hier`;
  box.append(...copy.childNodes);
  const block = place(mark);
  if (block.matches("p, blockquote")) block.after(box);
  else block.append(box);
  opened.set(mark, box);
  mark.setAttribute("aria-expanded", "true");
};

for (const mark of document.querySelectorAll(".note-mark a")) {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) continue;
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-expanded", "false");
  mark.setAttribute("aria-controls", `${mark.id}-hier`);
  const toggle = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (opened.has(mark)) close(mark);
    else open(mark, note);
  };
  mark.addEventListener("click", toggle);
  mark.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
    if (event.key === "Escape" && opened.has(mark)) close(mark);
  });
}

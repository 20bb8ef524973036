// A text that is nothing but a day (perhaps with hours) stands in `time`, which says the same.
() => {
  const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
  const DAY = new RegExp(`^(?:\\p{L}+dag )?(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})(?:$|,| –| \\()`, "u");
  const HOURS = /^(?:,? ?(?:van )?\d{1,2}[.:]\d{2}(?: ?(?:–|-|tot) ?\d{1,2}[.:]\d{2})?(?: uur)?)?[,.]?$/u;
  // In running text a day may be a link or have stress; Markdown knows no times.
  const isRunning = (node) => {
    let part = node;
    while (part.parentElement.matches("a, strong, em")) part = part.parentElement;
    return part !== node && [...part.parentElement.childNodes].some((other) =>
      other.nodeType === Node.TEXT_NODE && /\p{L}/u.test(other.data));
  };
  const wrong = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = squeezed(walk.currentNode.data);
    const day = DAY.exec(text);
    if (!day || !HOURS.test(text.slice(day[0].replace(/(,| –| \()$/u, "").length))) continue;
    const [, number, month, year] = day;
    const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${number.padStart(2, "0")}`;
    const time = walk.currentNode.parentElement.closest("time");
    if (isRunning(walk.currentNode)) continue;
    if (!time) wrong.push(`a day outside time: ${told(walk.currentNode.parentElement)}`);
    else if (!time.dateTime.startsWith(date)) wrong.push(`${told(time)} says ${time.dateTime}`);
  }
  for (const time of all("time")) {
    if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(time.dateTime)) {
      wrong.push(`no machine can read ${told(time)}`);
    }
  }
  return wrong;
}

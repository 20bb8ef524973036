// A site is right on the day it is built; this keeps what it says of meetings ahead right for
// whoever reads it later. Meetings ahead carry data-until, their last possible day. Those that are
// over go to the earlier ones where the page has these, else out of their list; what is then
// empty, or no longer true, gives way to what stands ready in a <template>.
{
  // The day it is where the meetings are; a browser without time zones gives its own.
  const today = () => {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" };
    const on = (zone) => {
      const told = new Intl.DateTimeFormat("en", { ...parts, ...zone }).formatToParts(new Date());
      const part = (type) => told.find((one) => one.type === type).value;
      return `${part("year")}-${part("month")}-${part("day")}`;
    };
    try {
      return on({ timeZone: "Europe/Amsterdam" });
    } catch {
      return on({});
    }
  };

  const makeYear = (past, year, groups) => {
    const group = document.createElement("section");
    group.className = "part";
    const heading = document.createElement("h3");
    heading.className = "year";
    heading.id = `_${year}`;
    heading.textContent = year;
    const rows = document.createElement("ul");
    rows.className = "rows";
    group.append(heading, rows);
    const older = groups.find((one) => !(Number(one.firstElementChild.textContent) > Number(year)));
    if (older) older.before(group);
    else (groups.at(-1) ?? past.querySelector("h2")).after(group);
    return group;
  };

  // Newest first, under its year; headings there are one level lower.
  const move = (row, past) => {
    past.querySelector(":scope > .empty")?.remove();
    const { date } = row.dataset;
    const year = date.slice(0, 4);
    const groups = [...past.querySelectorAll(":scope > .part")];
    const group = groups.find((one) => one.firstElementChild.id === `_${year}`) ?? makeYear(past, year, groups);
    const rows = group.querySelector(".rows");
    const later = [...rows.children].filter((one) => one.querySelector("time")?.dateTime > date);
    if (later.length) later.at(-1).after(row);
    else rows.prepend(row);
    const heading = row.querySelector("h3");
    const lower = document.createElement("h4");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
    // Still called an announcement, as nobody wrote a report yet, but no longer set off.
    row.classList.replace("row-announcement", "row-report");
    row.querySelector(".label")?.classList.replace("label-announcement", "label-report");
    delete row.dataset.date;
    delete row.dataset.until;
  };

  const empty = (list, section) => {
    const ready = document.querySelector("template[data-nothing-ahead]");
    if (section.contains(ready)) list.remove();
    else section.remove();
    ready?.replaceWith(ready.content);
  };

  // A short list goes on with what comes next.
  const fill = (list, section, length) => {
    const next = section.querySelector("template[data-next]");
    if (!next) return;
    const rows = [...next.content.querySelectorAll("[data-until]")].filter((one) => !isOver(one));
    list.append(...rows.slice(0, length - list.children.length));
  };

  // The number at the top of the page that leads to the list; what is called off does not count.
  const recount = (section, left) => {
    const figure = section.id && document.querySelector(`.figures a[href="#${section.id}"]`);
    if (!figure) return;
    if (!left) (figure.closest("li:only-child")?.parentElement ?? figure.closest("li")).remove();
    else figure.querySelector("strong").textContent = left;
    if (left === 1) figure.lastChild.data = ` ${figure.dataset.one}`;
  };

  const day = today();
  const isOver = (one) => one.dataset.until < day;
  const past = document.querySelector("[data-past]");
  const lists = new Map();
  for (const one of document.querySelectorAll("[data-until]")) {
    // Where a reader already is, nothing moves.
    if (!isOver(one) || one.contains(document.activeElement)) continue;
    const ready = one.nextElementSibling;
    if (ready?.matches("template")) {
      one.remove();
      ready.replaceWith(ready.content);
      continue;
    }
    const list = one.parentElement;
    if (!lists.has(list)) lists.set(list, list.children.length);
    if (past) move(one, past);
    else one.remove();
  }
  for (const [list, length] of lists) {
    const section = list.closest("section");
    fill(list, section, length);
    recount(section, list.querySelectorAll(":scope > :not(.row-cancelled)").length);
    if (!list.children.length) empty(list, section);
  }
}

// Long lists can be narrowed and put in another order. The page names what there is to choose:
//   data-list="koploper|koplopers"      what the items are called, one and more
//   data-facets="Regio|Thema"           names of the choices
//   data-sorts="naam=Naam|-sinds=..."   orders, the first being that of the page; - is descending
// Items are marked data-item and carry data-<sort>; inside them data-facet="Regio" holds the
// values, as links or as text. Groups (data-group) without items in sight are hidden; the number in
// the heading of the others is that of what is in sight.
// The choice is kept in the address, so that it can be shared and the back button undoes it.

{
  const SEARCH = "zoek";
  const ORDER = "volgorde";
  const words = (text) => (text ? text.split("|") : []);
  const plain = (text) => text.normalize("NFD").replace(/[\p{M}\u00ad]/gu, "").toLowerCase();
  const number = new Intl.NumberFormat("nl-NL");

  function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function valuesOf(item, facet) {
    const holders = [...item.querySelectorAll("[data-facet]")];
    return holders
      .filter((holder) => holder.dataset.facet === facet)
      .flatMap((holder) => {
        const links = [...holder.querySelectorAll("a")];
        return (links.length ? links : [holder]).map((one) => one.textContent.trim());
      });
  }

  function readItems(list, facets) {
    return [...list.querySelectorAll("[data-item]")].map((element, place) => ({
      element,
      place,
      home: element.parentNode,
      text: plain(element.textContent),
      facets: Object.fromEntries(facets.map((facet) => [facet, valuesOf(element, facet)])),
    }));
  }

  function labelled(label, control) {
    control.id = `_lijst-${control.name}`;
    return make("div", {}, make("label", { htmlFor: control.id, textContent: label }), control);
  }

  function choice(label, name, options) {
    const select = make("select", { name });
    for (const [value, text] of options) select.append(make("option", { value, textContent: text }));
    return labelled(label, select);
  }

  function makeControls(list, items, facets, sorts) {
    const search = make("input", { type: "search", name: SEARCH, autocomplete: "off" });
    const form = make("form", { className: "list-tools", role: "search" });
    form.setAttribute("aria-label", "Lijst filteren");
    form.dataset.made = "";
    form.append(labelled("Zoek in deze lijst", search));
    for (const facet of facets) {
      const found = [...new Set(items.flatMap((item) => item.facets[facet]))];
      if (found.length < 2) continue;
      found.sort((one, other) => one.localeCompare(other, "nl"));
      const options = [["", "Alle"], ...found.map((value) => [value, value])];
      form.append(choice(facet, facet.toLowerCase(), options));
    }
    if (sorts.length > 1) form.append(choice("Volgorde", ORDER, sorts));
    const reset = make("button", { type: "reset", textContent: "Wis keuzes", hidden: true });
    const told = make("p", { className: "list-told", role: "status" });
    form.append(reset, told);
    // In the room that the style sheet keeps for it, so that nothing moves when it comes.
    const room = list.previousElementSibling;
    if (room?.matches(".list-room")) room.append(form);
    else list.before(form);
    return { form, reset, told };
  }

  function start(list) {
    const [one, more] = words(list.dataset.list);
    const facets = words(list.dataset.facets);
    const sorts = words(list.dataset.sorts).map((sort) => {
      const at = sort.indexOf("=");
      return [sort.slice(0, at), sort.slice(at + 1)];
    });
    const items = readItems(list, facets);
    if (items.length < 2) return;
    const { form, reset, told } = makeControls(list, items, facets, sorts);
    const fields = [...form.elements].filter((field) => field.name);
    const initial = sorts[0]?.[0] ?? "";
    let typing = false;

    const asks = (item) =>
      fields.every(({ name, value }) => {
        if (!value || name === ORDER) return true;
        if (name === SEARCH) return plain(value).split(/\s+/).every((word) => item.text.includes(word));
        const facet = facets.find((known) => known.toLowerCase() === name);
        return item.facets[facet].includes(value);
      });

    function order(key) {
      const down = key.startsWith("-");
      const name = key.replace(/^-/, "");
      const rank = (item) => item.element.dataset[name] ?? "";
      const sorted = [...items];
      if (key && key !== initial) {
        sorted.sort((first, second) => {
          const [a, b] = [rank(first), rank(second)];
          if (!a !== !b) return a ? -1 : 1; // what is not known comes last, whichever the order
          const apart = a.localeCompare(b, "nl", { numeric: true });
          return (down ? -apart : apart) || first.place - second.place;
        });
      }
      for (const item of sorted) item.home.append(item.element);
    }

    function show() {
      let count = 0;
      for (const item of items) {
        const wanted = asks(item);
        item.element.hidden = !wanted;
        count += wanted;
      }
      for (const group of list.querySelectorAll("[data-group]")) {
        const shown = group.querySelectorAll("[data-item]:not([hidden])").length;
        group.hidden = !shown;
        const counted = group.querySelector("h2 > .quiet");
        if (counted) counted.textContent = `(${number.format(shown)})`;
      }
      if (form.elements[ORDER]) order(form.elements[ORDER].value);
      const noun = items.length === 1 ? one : more;
      const all = `${number.format(items.length)} ${noun}`;
      told.textContent =
        count === items.length ? all : count ? `${number.format(count)} van ${all}` : `Geen van ${all}`;
      reset.hidden = fields.every((field) => !field.value || field.value === initial);
    }

    function remember(push) {
      const address = new URL(location);
      for (const { name, value } of fields) {
        if (value && value !== initial) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      if (address.href === location.href) return;
      history[push ? "pushState" : "replaceState"](null, "", address);
    }

    function recall() {
      const asked = new URL(location).searchParams;
      for (const field of fields) {
        field.value = asked.get(field.name) ?? (field.name === ORDER ? initial : "");
        // A value that is no option leaves a select empty; then nothing was chosen.
        if (field.selectedIndex === -1) field.selectedIndex = 0;
      }
      show();
    }

    form.addEventListener("input", (event) => {
      show();
      const typed = event.target.name === SEARCH;
      remember(!typed || !typing); // one step back undoes a whole word, not a letter
      typing = typed;
    });
    form.addEventListener("focusout", () => { typing = false; });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault(); // the fields' first values may come from the address
      for (const field of fields) field.value = field.name === ORDER ? initial : "";
      show();
      remember(true);
      fields[0].focus();
    });
    addEventListener("popstate", recall);
    recall();
  }

  for (const list of document.querySelectorAll("[data-list]")) start(list);
}

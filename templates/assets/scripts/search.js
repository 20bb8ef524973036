// The search page comes alive: a form, results and filters on top of the index of Pagefind. All
// words and elements come from the templates of the page, which is whole without this script.
{
  const FACETS = { thema: "Thema", regio: "Regio", koploper: "Koploper", soort: "Soort", jaar: "Jaar" };
  const AT_ONCE = 10; // results
  const CHOICES = 6; // of a facet before “Toon alle”
  const SHORTEST = 4; // letters that a word must share to be near what was typed
  const PLURALS = ["n", "s", "en", "es"];
  const PAUSE = 150; // milliseconds after the last key

  const place = document.getElementById("_zoek");
  const browse = document.getElementById("_bladeren");
  const copy = (name) => document.getElementById(`_zoek-${name}`).content.cloneNode(true);
  const number = new Intl.NumberFormat("nl").format;
  place.append(copy("formulier"));
  const find = (selector) => place.querySelector(selector);
  const form = find(".finder");
  const field = form.elements.q;
  const found = find(".found");
  const heading = find("#_zoek-kop");
  const count = find(".found-count");
  const order = find("#_zoek-volgorde");
  const narrow = find(".narrow");
  const list = find(".results");
  const more = find(".more");
  const nothing = find(".nothing");
  const near = find(".near");
  const trouble = find(".trouble");
  const title = document.title;

  // What is asked for lives in the address, so that it can be kept, shared and gone back to.
  const chosen = Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, new Set()]));
  const isIdle = () => !field.value.trim() && Object.values(chosen).every((values) => !values.size);

  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") ?? "";
    order.value = ["nieuw", "oud"].includes(asked.get("volgorde")) ? asked.get("volgorde") : "";
    for (const facet in FACETS) chosen[facet] = new Set(asked.getAll(facet));
  };

  const writeAddress = (keep) => {
    const asked = new URLSearchParams();
    if (field.value.trim()) asked.set("q", field.value.trim());
    for (const facet in FACETS) for (const value of chosen[facet]) asked.append(facet, value);
    if (order.value) asked.set("volgorde", order.value);
    const address = asked.size ? `?${asked}` : location.pathname;
    if (address === (location.search || location.pathname)) return;
    history[keep || !location.search ? "pushState" : "replaceState"](null, "", address);
  };

  // The index, fetched when somebody is about to search.
  let loading;
  const load = () => {
    loading ??= import(new URL(place.dataset.index, document.baseURI)).then(async (pagefind) => {
      const metaWeights = { title: 5, naam: 4, namen: 1.5, woorden: 0.5, regio: 0.5, soort: 0.2, datum: 0.2, dag: 0 };
      await pagefind.options({ noWorker: true, ranking: { metaWeights } });
      return { pagefind, all: await pagefind.filters() };
    });
    loading.catch(() => { loading = undefined; });
    return loading;
  };

  const filtersBut = (left) => Object.fromEntries(
    Object.keys(FACETS)
      .filter((facet) => facet !== left && chosen[facet].size)
      .map((facet) => [facet, { any: [...chosen[facet]] }]),
  );

  const ask = async (pagefind, typed) => {
    const words = typed || null;
    const sort = order.value ? { [order.value]: order.value === "nieuw" ? "desc" : "asc" } : {};
    const answer = await pagefind.search(words, { filters: filtersBut(), sort });
    const counts = { ...answer.filters };
    // Choices within a facet add up, so what another choice of it would give is counted without it.
    for (const facet in FACETS) {
      if (chosen[facet].size) {
        counts[facet] = (await pagefind.search(words, { filters: filtersBut(facet) })).filters[facet];
      }
    }
    return { results: answer.results, counts };
  };

  // Each search has a turn: an answer that a later one overtook is dropped.
  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const late = () => mine !== turn;
    if (isIdle()) return show(null);
    // While an answer is awaited somebody may type on: it is told with the words it answers.
    const typed = field.value.trim();
    try {
      const { pagefind, all } = await load();
      const answer = await ask(pagefind, typed);
      if (late()) return;
      const first = await Promise.all(answer.results.slice(0, AT_ONCE).map((one) => one.data()));
      if (late()) return;
      showChoices(all, answer.counts);
      show(answer.results, first, typed);
    } catch (error) {
      if (late()) return;
      show(null);
      tell("Zoeken lukt nu niet. Probeer het later opnieuw, of kijk hieronder per onderwerp en van A tot Z.");
      throw error;
    }
  };

  const tell = (words) => {
    trouble.textContent = words;
    trouble.hidden = !words;
  };

  // When no word begins with what was typed, Pagefind gives texts with the longest word that the
  // typed one begins with: ‘wijk’ for ‘wijkverpleging’, but also ‘a’ for ‘appelmoes’.
  const wordsIn = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").split(/\s+/)
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)])
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase())
    .filter(Boolean);
  const insteadOf = (typed, { meta, raw_content: text }) => {
    const there = new Set(wordsIn([text, ...Object.values(meta)].join(" ")));
    const whole = (word) => [...there].some((other) => other.startsWith(word));
    const missed = typed.split(/\s+/).map((word) => wordsIn(word)[0]).find((word) => word && !whole(word));
    const starts = [...there].filter((word) => missed?.startsWith(word));
    const near = starts.sort((one, other) => other.length - one.length)[0];
    // The singular of what was typed is no other word: ‘technologie’ for ‘technologieën’.
    return near && PLURALS.includes(missed.slice(near.length)) ? "" : near;
  };

  const show = (results, first, typed) => {
    tell("");
    document.title = results && typed ? `‘${typed}’ – ${title}` : title;
    found.hidden = results === null;
    const instead = results?.length && typed && !typed.includes('"') ? insteadOf(typed, first[0]) : "";
    if (instead && instead.length < SHORTEST) results = first = [];
    browse.hidden = Boolean(results?.length);
    list.replaceChildren();
    waiting = results ?? [];
    if (results === null) return;
    const about = typed ? ` voor ‘${typed}’` : "";
    const total = results.length;
    const amount = `${number(total)} ${total === 1 ? "resultaat" : "resultaten"}`;
    count.textContent = total
      ? instead ? `Niets gevonden${about}, wel ${amount} voor ‘${instead}’` : `${amount}${about}`
      : `Niets gevonden${about}${anyChosen() ? " met deze keuzes" : ""}`;
    nothing.hidden = total > 0;
    near.hidden = true;
    narrow.hidden = !total && !anyChosen();
    find(".found-sort").hidden = total < 2;
    if (!total || instead) showNear(typed);
    append(first);
  };
  const anyChosen = () => Object.values(chosen).some((values) => values.size);

  let waiting = [];
  const append = (texts) => {
    waiting = waiting.slice(texts.length);
    list.append(...texts.map(result));
    more.hidden = !waiting.length;
  };

  more.addEventListener("click", async () => {
    const mine = turn;
    const next = await Promise.all(waiting.slice(0, AT_ONCE).map((one) => one.data()));
    if (mine !== turn) return;
    const before = list.children.length;
    append(next);
    list.children[before].querySelector("a").focus();
  });

  const result = (text) => {
    const item = copy("resultaat").firstElementChild;
    const part = (selector) => item.querySelector(selector);
    const link = part("a");
    link.href = place.dataset.root + (text.raw_url ?? text.url);
    link.textContent = text.meta.title;
    part(".label").textContent = text.meta.soort;
    fill(part(".date"), date(text.meta));
    fill(part(".regions"), text.meta.regio);
    part(".excerpt").append(...marked(text));
    return item;
  };

  const fill = (element, content) => content ? element.append(content) : element.remove();

  const date = ({ datum, dag }) => {
    if (!dag) return datum;
    const time = document.createElement("time");
    time.dateTime = dag;
    time.textContent = datum;
    return time;
  };

  // Pagefind gives text in which < and > are escaped, with <mark> around what was found.
  const marked = ({ excerpt, plain_excerpt: plain, raw_content: all }) => {
    const before = all.startsWith(plain.trim()) ? "" : "… ";
    const after = all.endsWith(plain.trim()) ? "" : " …";
    return [before, ...pieces(excerpt), after];
  };
  const pieces = (excerpt) => excerpt.split(/<\/?mark>/).map((piece, at) => {
    const plain = piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (at % 2 === 0) return plain;
    const [, word, sign] = plain.match(/^(.*?)([.,:;!?)”’]*)$/s);
    const mark = document.createElement("mark");
    mark.textContent = word;
    return [mark, sign];
  }).flat();

  // Filters: made once, in an order that stays, so that the focus and the finger do too.
  let choices;
  const showChoices = (all, counts) => {
    choices ??= Object.keys(FACETS).filter((facet) => all[facet]).map((facet) => makeFacet(facet, all[facet]));
    for (const { facet, box, button, items } of choices) {
      let shown = 0;
      let more = 0;
      for (const { value, item, input, quiet } of items) {
        const amount = counts[facet]?.[value] ?? 0;
        input.checked = chosen[facet].has(value);
        quiet.textContent = `(${number(amount)})`;
        const useful = amount > 0 || input.checked;
        const folded = useful && shown >= CHOICES && !input.checked && button.ariaExpanded !== "true";
        item.hidden = !useful || folded;
        shown += useful && !folded;
        more += useful;
      }
      box.hidden = !more;
      button.hidden = more <= CHOICES;
      button.textContent = button.ariaExpanded === "true" ? "Toon minder" : `Toon alle ${number(more)}`;
    }
  };

  const makeFacet = (facet, values) => {
    const box = copy("facet").firstElementChild;
    box.querySelector("legend").textContent = FACETS[facet];
    const byName = new Intl.Collator("nl").compare;
    const names = Object.keys(values).sort((one, other) => facet === "jaar"
      ? byName(other, one)
      : values[other] - values[one] || byName(one, other));
    const items = names.map((value) => {
      const item = copy("keuze").firstElementChild;
      const input = item.querySelector("input");
      item.querySelector(".choice").textContent = value;
      input.addEventListener("change", () => {
        chosen[facet][input.checked ? "add" : "delete"](value);
        writeAddress(true);
        search();
      });
      return { value, item, input, quiet: item.querySelector(".quiet") };
    });
    box.querySelector("ul").append(...items.map(({ item }) => item));
    const button = box.querySelector("button");
    button.ariaExpanded = "false";
    button.addEventListener("click", () => {
      button.ariaExpanded = button.ariaExpanded === "true" ? "false" : "true";
      search();
    });
    find(".narrow-form").append(box);
    return { facet, box, button, items };
  };

  // Names that look like what was typed: they share most of their pairs of letters.
  const pairs = (text) => {
    const letters = text.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();
    return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)));
  };
  const names = [...browse.querySelectorAll(".ways a")].map((link) => ({ link, own: pairs(link.textContent) }));
  const showNear = (words) => {
    const typed = pairs(words);
    const alike = ({ own }) => 2 * [...own].filter((pair) => typed.has(pair)).length / (own.size + typed.size);
    const best = names.map((name) => ({ ...name, score: alike(name) }))
      .filter(({ score }) => score > 0.5)
      .sort((one, other) => other.score - one.score)
      .slice(0, 3);
    near.hidden = !best.length;
    near.querySelectorAll("a").forEach((link) => link.remove());
    near.append(...best.map(({ link }) => link.cloneNode(true)));
  };

  // The list from A to Z becomes shorter while somebody types part of a name.
  const addFilter = () => {
    const letters = browse.querySelector(".letters");
    if (!letters) return;
    letters.before(copy("filter"));
    const filter = browse.querySelector(".letter-filter input");
    filter.form.addEventListener("submit", (event) => event.preventDefault());
    const told = browse.querySelector(".letter-filter [role=status]");
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
    filter.addEventListener("input", () => {
      const wanted = plain(filter.value);
      let shown = 0;
      for (const { link } of names) {
        const fits = plain(link.textContent).includes(wanted);
        link.closest("li").hidden = !fits;
        shown += fits;
      }
      for (const letter of browse.querySelectorAll(".letter")) {
        letter.hidden = !letter.querySelector("li:not([hidden])");
      }
      letters.hidden = Boolean(wanted);
      told.textContent = wanted ? `${number(shown)} ${shown === 1 ? "naam" : "namen"}` : "";
    });
  };

  const start = () => {
    let timer;
    readAddress();
    narrow.open = matchMedia("(min-width: 60rem)").matches;
    field.addEventListener("focus", () => load().catch(() => {}), { once: true });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => { writeAddress(false); search(); }, PAUSE);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      writeAddress(true);
      await search();
      if (!found.hidden) heading.focus();
    });
    order.addEventListener("change", () => { writeAddress(true); search(); });
    addEventListener("popstate", () => { readAddress(); search(); });
    search();
  };

  addFilter();
  if (location.protocol === "file:") {
    form.hidden = true;
    tell("U leest deze site vanaf een schijf; dan kan er niet worden gezocht. Hieronder vindt u alles per onderwerp en van A tot Z.");
  } else {
    start();
  }
}

/* Search over Pagefind's index: a panel that opens over the page. It asks for the index only when somebody searches.
   By default it looks in what is in force; a switch takes in the other editions. */
"use strict";
{
  const base = new URL(document.currentScript.dataset.pgBase.replace(/\/*$/, "/"), location);
  const panel = document.getElementById("pg-search");
  const words = document.getElementById("pg-search-words");
  const older = panel.querySelector("[data-pg-older]");
  const limits = [...panel.querySelectorAll("[data-pg-filter]")];
  const status = panel.querySelector("[data-pg-search-status]");
  const list = panel.querySelector("[data-pg-search-results]");
  const more = panel.querySelector("[data-pg-search-more]");
  const AT_A_TIME = 8;
  const IN_FORCE = "In force";

  let loading = null;
  let waiting = [];
  let turn = 0;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /* Pagefind's excerpts are HTML with <mark> in it: take the text and the marks, nothing else. */
  function excerpt(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    const line = element("span", "pg-search__excerpt");
    for (const node of parsed.childNodes) {
      line.append(node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
    }
    return line;
  }

  function load() {
    loading ??= import(new URL("pagefind/pagefind.js", base).href).then(async (index) => {
      await index.options({ excerptLength: 24, baseUrl: base.pathname });
      await index.init();
      await index.filters(); // without them, answers count no choices
      return index;
    });
    loading.catch(() => (loading = null));
    return loading;
  }

  function chosenFilters(except) {
    const filters = older.checked ? {} : { standing: IN_FORCE };
    for (const limit of limits) if (limit.value && limit !== except) filters[limit.dataset.pgFilter] = limit.value;
    return filters;
  }

  /* How many pages each choice would leave; for a filter that is in use, as if it were not, so that it can be changed. */
  async function countChoices(index, asked, answer) {
    const answers = limits.map((limit) => (limit.value ? index.search(asked, { filters: chosenFilters(limit) }) : answer));
    return (await Promise.all(answers)).map((each, place) => each.filters[limits[place].dataset.pgFilter] ?? {});
  }

  /* Each choice of a filter with its number of pages; the chosen one stays even at none. */
  function offerChoices(counts) {
    limits.forEach((limit, place) => {
      const chosen = limit.value;
      const values = Object.entries({ ...(chosen ? { [chosen]: 0 } : {}), ...counts[place] });
      const options = values.filter(([value, count]) => count > 0 || value === chosen);
      limit.replaceChildren(new Option("Any", ""), ...options.sort().map(([value, count]) => new Option(`${value} (${count})`, value)));
      limit.value = chosen;
    });
  }

  function facts(meta) {
    const items = [meta.kind, meta.edition ?? meta.guide].filter(Boolean).map((text) => element("span", "", text));
    if (meta.standing && meta.standing !== IN_FORCE) {
      items.push(element("span", `pg-status pg-status--${meta.standing.toLowerCase()}`, meta.standing));
    }
    return element("span", "pg-search__facts", ...items);
  }

  function link(url, className, ...children) {
    const made = element("a", className, ...children);
    made.href = url;
    made.addEventListener("click", () => panel.close());
    return made;
  }

  function result(page) {
    const item = element("li", "pg-search__result");
    item.append(link(page.url, "pg-search__link", page.meta.title), facts(page.meta), excerpt(page.excerpt));
    const parts = page.sub_results.map((part) => ({ ...part, title: part.title.replace(/\s*¶$/, "") }));
    const others = parts.filter((part) => part.anchor && part.title !== page.meta.title).slice(0, 3);
    if (others.length) {
      const inside = others.map((part) => element("li", "", link(part.url, "", part.title)));
      item.append(element("ul", "pg-search__parts", ...inside));
    }
    return item;
  }

  /* The next results as list items, or null where the reader has asked for something else meanwhile. */
  async function next(results, asked) {
    const pages = await Promise.all(results.slice(0, AT_A_TIME).map((each) => each.data()));
    return asked === turn ? pages.map(result) : null;
  }

  function show(items, rest) {
    list.append(...items);
    waiting = rest;
    more.hidden = !rest.length;
  }

  function tell(count) {
    const where = older.checked ? "in all editions" : "in guidance in force";
    if (count) status.textContent = `${count} ${count === 1 ? "page" : "pages"} ${where}`;
    else status.textContent = `Nothing found ${where}. Try fewer or other words${older.checked ? "." : ", or include editions not in force."}`;
  }

  function clear(message) {
    list.replaceChildren();
    show([], []);
    status.textContent = message;
  }

  async function search() {
    const asked = words.value.trim() || null;
    const narrowed = limits.some((limit) => limit.value);
    const mine = ++turn;
    try {
      const index = await load();
      const answer = await index.search(asked, { filters: chosenFilters() });
      const results = answer.results;
      const counts = await countChoices(index, asked, answer);
      const items = asked || narrowed ? await next(results, mine) : [];
      if (mine !== turn) return;
      offerChoices(counts);
      clear("");
      if (!asked && !narrowed) return;
      show(items, results.slice(items.length));
      tell(results.length);
    } catch {
      if (mine === turn) clear("Search could not be loaded. Check your connection, or find the page by task from the home page.");
    }
  }

  async function showMore() {
    const results = waiting;
    waiting = []; // so that a second press in haste finds nothing to show
    try {
      const items = await next(results, turn);
      if (!items?.length) return;
      show(items, results.slice(items.length));
      items[0].querySelector("a").focus();
    } catch {
      waiting = results;
      status.textContent = "No more results could be loaded. Check your connection and try again.";
    }
  }

  let pause = 0;
  function searchSoon() {
    clearTimeout(pause);
    pause = setTimeout(search, 180);
  }

  function open(text) {
    if (text !== undefined) words.value = text;
    if (!panel.open) panel.showModal();
    words.focus();
    words.select();
    search();
  }

  /* Arrow keys walk from the words through the results and back; everything is in tab order as well. Escape closes at once,
     where a browser would first empty the box. */
  function walk(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      return panel.close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target.matches("select, [type=checkbox]")) return;
    const stops = [words, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (!stops[next]) return;
    event.preventDefault();
    stops[next].focus();
  }

  /* The big search box of the home page; what is typed there goes on in the panel. */
  function setUpSlot(slot, number) {
    const id = `pg-slot-${number}`;
    const label = element("label", "pg-home-search__label", "Search all guidance in force");
    const box = element("input", "pg-home-search__box");
    Object.assign(box, { id, type: "search", autocomplete: "off", enterKeyHint: "search", placeholder: "Such as: missed appointment" });
    label.htmlFor = id;
    const button = element("button", "pg-home-search__button", element("span", "pg-icon pg-icon--search"), "Search");
    const form = element("form", "pg-home-search__form", label, element("span", "pg-home-search__line", box, button));
    form.setAttribute("role", "search");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(box.value);
    });
    slot.replaceChildren(form);
  }

  document.querySelectorAll("[data-pg-search-open]").forEach((button) => button.addEventListener("click", () => open()));
  document.querySelectorAll("[data-pg-search]").forEach(setUpSlot);
  panel.querySelector("[data-pg-search-close]").addEventListener("click", () => panel.close());
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  panel.addEventListener("keydown", walk);
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
  words.addEventListener("input", searchSoon);
  older.addEventListener("change", search);
  limits.forEach((limit) => limit.addEventListener("change", search));
  more.addEventListener("click", showMore);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
}

/* What a page does beside being read: menu, colours, copying its address, overdue reviews, tooltips. Each part stands
   alone, and a page without it still works. */
"use strict";
{
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Colours: the button turns the scheme that is shown into the other one; a choice equal to the device's is forgotten. */
  const device = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.pgScheme ? root.dataset.pgScheme === "dark" : device.matches;
  }

  function setUpScheme(button) {
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const dark = !isDark();
      const asDevice = dark === device.matches;
      __md_set("__scheme", asDevice ? null : dark ? "dark" : "light");
      if (asDevice) delete root.dataset.pgScheme;
      else root.dataset.pgScheme = dark ? "dark" : "light";
      show();
    });
    device.addEventListener("change", show);
    show();
  }

  /* Menu on narrow screens. Material's checkbox holds its state, so that it opens without scripts too. */
  function setUpMenu(button) {
    const state = document.getElementById("__drawer");
    const menu = document.getElementById("pg-menu");
    const behind = all(".md-content, .pg-footer, .pg-tabs, .md-sidebar--secondary");
    if (!state || !menu) return;

    const show = () => {
      button.setAttribute("aria-expanded", String(state.checked));
      for (const element of behind) element.inert = state.checked;
    };
    const set = (open) => {
      if (state.checked === open) return;
      state.click();
      if (open) requestAnimationFrame(() => menu.focus());
      else button.focus();
    };
    state.addEventListener("change", show);
    button.addEventListener("click", () => set(!state.checked));
    document.addEventListener("keydown", (event) => event.key === "Escape" && set(false));
    matchMedia("(min-width: 76.25em)").addEventListener("change", (wide) => wide.matches && state.checked && state.click());
    show();
  }

  /* Details that close when the reader turns to something else. */
  function setUpClosing(details) {
    const summary = details.querySelector("summary");
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    details.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      summary.focus();
    });
  }

  /* The permanent address, whole, to the clipboard. */
  function setUpCopy(button) {
    const word = button.querySelector("[data-pg-copy-word]");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(new URL(button.dataset.pgCopy, location).href);
        word.textContent = "Copied";
      } catch {
        word.textContent = "Not copied";
      }
      setTimeout(() => (word.textContent = "Copy"), 4000);
    });
  }

  /* A page whose review date has gone by says so, by the reader's own clock. */
  function showIfOverdue(notice, now) {
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    if (day > notice.dataset.pgReviewBy) notice.hidden = false;
  }

  /* Tooltips show by CSS. Here they keep inside the window, and Escape puts them away. */
  function setUpTerm(term) {
    const place = () => {
      const room = root.clientWidth - 16 - term.getBoundingClientRect().left;
      const width = Math.min(18 * parseFloat(getComputedStyle(root).fontSize), root.clientWidth - 32);
      term.style.setProperty("--pg-tip-shift", `${Math.min(0, room - width)}px`);
    };
    const restore = () => term.classList.remove("pg-term--quiet");
    for (const type of ["mouseenter", "focus"]) term.addEventListener(type, place);
    for (const type of ["mouseleave", "blur"]) term.addEventListener(type, restore);
  }

  function quietTerms(event) {
    if (event.key !== "Escape") return;
    for (const term of all(".pg-term:hover, .pg-term:focus")) term.classList.add("pg-term--quiet");
  }

  /* What two of Material's inline scripts did: content tabs keep the reader's choice; a dismissed announcement stays away. */
  function restoreContentTabs() {
    const chosen = __md_get("__tabs");
    if (!Array.isArray(chosen)) return;
    for (const set of all(".tabbed-set")) {
      const labels = all(":scope > .tabbed-labels > label", set);
      const label = chosen.map((name) => labels.find((each) => each.textContent.trim() === name)).find(Boolean);
      if (label) document.getElementById(label.htmlFor).checked = true;
    }
  }

  function hideDismissedAnnouncement() {
    const announcement = document.querySelector("[data-md-component=announce]");
    const text = announcement?.querySelector(".md-typeset");
    if (text && __md_hash(text.innerHTML) === __md_get("__announce")) announcement.hidden = true;
  }

  /* What Material's script adds to code and tables, finished for readers who hear the page or use the keyboard alone. */
  function finishMaterialParts() {
    for (const bar of all(".md-code__nav")) bar.setAttribute("role", "none");
    for (const frame of all(".md-typeset__scrollwrap")) {
      if (frame.closest(".pg-table") || frame.scrollWidth <= frame.clientWidth) continue;
      frame.tabIndex = 0;
    }
  }

  all("[data-pg-scheme-toggle]").forEach(setUpScheme);
  all("[data-pg-menu]").forEach(setUpMenu);
  all("[data-pg-closes]").forEach(setUpClosing);
  all("[data-pg-copy]").forEach(setUpCopy);
  all("[data-pg-print]").forEach((button) => button.addEventListener("click", () => print()));
  all("[data-pg-review-by]").forEach((notice) => showIfOverdue(notice, new Date()));
  all(".pg-term").forEach(setUpTerm);
  document.addEventListener("keydown", quietTerms);
  restoreContentTabs();
  hideDismissedAnnouncement();
  addEventListener("load", () => requestAnimationFrame(finishMaterialParts));
}

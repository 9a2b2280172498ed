"use strict";
// The reader page with its marks alive. Without this script everything can be read all the same:
// a sign leads to the note of its quotation, which the card shows here.
(() => {
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const [main, card, status, clear, panel] = ["articles", "card", "status", "clear", "panel"].map(by);
  const find = by("find"), period = by("period"), keys = by("keys"), theme = by("theme");
  const wide = matchMedia("(min-width: 60rem)");
  const narrowing = document.head.appendChild(document.createElement("style"));
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  root.classList.add("scripted");

  // what is chosen: a speaker, a period, both or none; the address keeps it

  let chosen = { speaker: "", period: "" };
  let here = null; // the address that is shown
  const marksOf = ({ speaker, period }) =>
    "mark.quotation"
    + (speaker && `[data-speaker="${CSS.escape(speaker)}"]`)
    + (period && `[data-date^="${CSS.escape(period)}"]`);
  const speakerButton = (speaker) => document.querySelector(`[data-choose="${CSS.escape(speaker)}"]`);

  function choose(change) {
    const next = { ...chosen, ...change };
    const parts = Object.entries(next).filter(([, value]) => value);
    history.pushState(null, "", location.href.split("#")[0] + "#" + new URLSearchParams(parts));
    here = location.href;
    show(next);
  }

  function chosenInAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const speaker = asked.get("speaker") ?? "", when = asked.get("period") ?? "";
    return {
      speaker: speaker && speakerButton(speaker) ? speaker : "",
      period: [...(period?.options ?? [])].some((option) => option.value === when) ? when : "",
    };
  }

  function show(next) {
    const kept = articleInView();
    chosen = next;
    const all = !chosen.speaker && !chosen.period;
    const marks = marksOf(chosen);
    const first = [...document.querySelectorAll(marks + "[id]")];
    const shown = new Set(first.map((mark) => mark.closest("article")));
    for (const article of main.getElementsByTagName("article")) article.hidden = !all && !shown.has(article);
    narrowing.textContent = all ? "" : dimmed(marks);
    for (const button of document.querySelectorAll("[data-choose]"))
      button.setAttribute("aria-pressed", String(button.dataset.choose === chosen.speaker));
    drawTimeline();
    if (period) period.value = chosen.period;
    clear.hidden = all;
    status.textContent = `${count(first.length, "quotation")} in ${count(shown.size, "article")}`
      + (chosen.speaker ? `: ${speakerButton(chosen.speaker).querySelector(".name").textContent}` : "");
    if (!card.hidden && !matches(active)) close();
    stayAt(kept, shown);
  }

  // one rule dims all other quotations, however many there are
  function dimmed(marks) {
    const others = `main mark.quotation:not(${marks.slice("mark.quotation".length) || "*"})`;
    const names = chosen.speaker ? `.beside .by:not([data-speaker="${CSS.escape(chosen.speaker)}"]) { display: none }` : "";
    return `${others} { color: inherit; background: none; border-bottom: 1px dotted var(--grey) }
      ${others} > .sign { background: var(--grey); color: var(--on-strong); box-shadow: none } ${names}`;
  }

  function articleInView() {
    if (scrollY < 200) return null;
    const found = [...main.querySelectorAll("article:not([hidden])")]
      .find((article) => article.getBoundingClientRect().bottom > 80);
    return found && { article: found, top: found.getBoundingClientRect().top };
  }

  function stayAt(kept, shown) {
    if (!kept) return;
    if (kept.article.hidden) main.scrollIntoView({ behavior: "instant" });
    else scrollBy({ top: kept.article.getBoundingClientRect().top - kept.top, behavior: "instant" });
  }

  function drawTimeline() {
    const timeline = document.querySelector(".timeline");
    if (!timeline) return;
    timeline.classList.toggle("part-shown", Boolean(chosen.speaker));
    const bars = [...timeline.querySelectorAll("g")];
    const most = Math.max(...bars.map((bar) => Number(bar.dataset.all)));
    const counts = new Map(bars.map((bar) => [bar.dataset.period, 0]));
    if (chosen.speaker) {
      const length = bars[0].dataset.period.length;
      for (const mark of document.querySelectorAll(marksOf({ ...chosen, period: "" }) + "[id]")) {
        const when = (mark.dataset.date ?? "").slice(0, length);
        if (counts.has(when)) counts.set(when, counts.get(when) + 1);
      }
    }
    for (const bar of bars) {
      const height = 58 * counts.get(bar.dataset.period) / most;
      const part = bar.querySelector(".part");
      part.setAttribute("y", 60 - height);
      part.setAttribute("height", height);
      bar.classList.toggle("on", bar.dataset.period === chosen.period);
    }
  }

  // the card: what is known of one quotation

  let active = null; // the number of the quotation whose card is open
  let pinned = false; // it was asked for, not only passed over
  let timer = 0;
  const sign = (id) => document.querySelector(`#q${id} > .sign`);
  const matches = (id) => Boolean(by(`q${id}`)?.matches(marksOf(chosen)));

  function open(id, pin) {
    if (active !== id) {
      unmark();
      active = id;
      const body = by(`n${id}`).cloneNode(true);
      by("card-body").replaceChildren(...body.children);
      for (const mark of document.querySelectorAll(`mark[data-q="${id}"]`)) mark.classList.add("active");
      for (const part of document.querySelectorAll(`main [data-of~="${id}"]`)) part.classList.add("seen");
      sign(id).setAttribute("aria-expanded", "true");
      sign(id).setAttribute("aria-describedby", "card-body");
    }
    pinned ||= pin;
    const speaker = by(`q${id}`).dataset.speaker;
    by("only").textContent = chosen.speaker === speaker ? "All speakers" : "Only this speaker";
    card.hidden = false;
    place();
  }

  function unmark() {
    if (active === null) return;
    for (const mark of document.querySelectorAll("mark.active")) mark.classList.remove("active");
    for (const part of document.querySelectorAll("main [data-of].seen")) part.classList.remove("seen");
    sign(active).setAttribute("aria-expanded", "false");
    sign(active).removeAttribute("aria-describedby");
    active = null;
  }

  function close(giveBack = false) {
    const was = active;
    card.hidden = true;
    pinned = false;
    unmark();
    if (giveBack && was !== null) sign(was).focus({ preventScroll: true });
  }

  function place() {
    card.style.top = card.style.left = "";
    if (active === null) return;
    if (!wide.matches) {
      const below = by(`q${active}`).getClientRects()[0]?.bottom - (innerHeight - card.offsetHeight - 24);
      if (below > 0) scrollBy({ top: below, behavior: "instant" });
      return;
    }
    const parts = document.querySelectorAll(`mark[data-q="${active}"]`);
    const around = by(`q${active}`).getClientRects()[0];
    const last = [...parts].at(-1).getBoundingClientRect();
    if (!around) return;
    const height = card.offsetHeight;
    const fits = last.bottom + height + 16 < innerHeight || around.top < height + 16;
    card.style.top = `${scrollY + (fits ? last.bottom + 8 : around.top - height - 8)}px`;
    card.style.left = `${Math.max(8, Math.min(around.left, root.clientWidth - card.offsetWidth - 12))}px`;
  }

  // reading on, from quotation to quotation
  function step(direction) {
    const all = [...main.querySelectorAll(marksOf(chosen) + "[id]")].filter((mark) => !mark.closest("[hidden]"));
    if (!all.length) return;
    let at = all.findIndex((mark) => mark.dataset.q === active);
    if (at >= 0) at += direction;
    else {
      const below = all.findIndex((mark) => mark.getBoundingClientRect().top > 60);
      at = direction > 0 ? below : (below < 0 ? all.length : below) - 1;
    }
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 && direction > 0 ? all.length - 1 : at))];
    next.scrollIntoView({ block: wide.matches ? "center" : "start", behavior: "instant" });
    sign(next.dataset.q).focus({ preventScroll: true });
    open(next.dataset.q, true);
  }

  for (const link of main.querySelectorAll("a.sign")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "card");
  }

  // one listener a sort of event for the whole page

  document.addEventListener("click", (event) => {
    const at = event.target;
    const choice = at.closest("[data-choose]"), bar = at.closest(".timeline g"), name = at.closest(".beside .by");
    const mark = at.closest("mark.quotation");
    if (choice) {
      choose({ speaker: choice.dataset.choose === chosen.speaker ? "" : choice.dataset.choose });
      if (!wide.matches) openPanel(false);
    } else if (bar) choose({ period: bar.dataset.period === chosen.period || bar.dataset.all === "0" ? "" : bar.dataset.period });
    else if (name) choose({ speaker: name.dataset.speaker === chosen.speaker ? "" : name.dataset.speaker });
    else if (mark && getSelection().isCollapsed) {
      event.preventDefault();
      open(mark.dataset.q, true);
      // a sign that was pressed hands the focus on, so that the card is read and can be walked through
      if (at.closest("a.sign")) card.focus({ preventScroll: true });
    } else if (!at.closest("#card")) close();
  });

  document.addEventListener("mouseover", (event) => {
    clearTimeout(timer);
    if (pinned || !wide.matches || event.target.closest("#card")) return;
    const mark = event.target.closest("mark.quotation");
    timer = setTimeout(() => {
      if (mark) open(mark.dataset.q, false);
      else if (!pinned) close();
    }, mark ? 120 : 250);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !card.hidden) {
      close(card.contains(document.activeElement) || document.activeElement.matches("a.sign"));
      return;
    }
    if (event.key === " " && event.target.matches("a.sign")) {
      event.preventDefault();
      event.target.click();
      return;
    }
    if (!keys.checked || event.target.matches("input, select")) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
  });

  card.querySelector(".close").addEventListener("click", () => close(true));
  by("previous").addEventListener("click", () => step(-1));
  by("next").addEventListener("click", () => step(1));
  by("only").addEventListener("click", () => {
    const { speaker } = by(`q${active}`).dataset;
    choose({ speaker: speaker === chosen.speaker ? "" : speaker });
    open(active, true);
  });
  addEventListener("resize", place);

  // the list beside

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  find?.addEventListener("input", () => {
    const words = folded(find.value).split(/\s+/);
    let some = false;
    for (const entry of by("speakers").children) {
      const name = folded(entry.querySelector(".name").textContent);
      entry.hidden = !words.every((word) => name.includes(word));
      some ||= !entry.hidden;
    }
    by("none-found").hidden = some;
  });
  period?.addEventListener("change", () => choose({ period: period.value }));
  clear.addEventListener("click", () => { choose({ speaker: "", period: "" }); main.focus({ preventScroll: true }); });

  function openPanel(opened) {
    panel.classList.toggle("open", opened);
    by("panel-button").setAttribute("aria-expanded", String(opened));
    if (opened) scrollTo({ top: 0, behavior: "instant" });
  }
  by("panel-button").addEventListener("click", () => openPanel(!panel.classList.contains("open")));

  // light or dark: as the system has it, until somebody says otherwise

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light page" : "Dark page"; };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  nameTheme();

  function arrive() {
    if (here === location.href) return;
    here = location.href;
    show(chosenInAddress());
    const quotation = /^#q(\d+)$/.exec(location.hash);
    if (quotation && by(`q${quotation[1]}`)) open(quotation[1], true);
  }
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
  arrive();
})();

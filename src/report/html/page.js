// The script of the page: the panel of a chosen figure, the keys, the filter and the search. It reads what the
// page says already and fetches nothing; without it all findings, marks and equations are there to be read.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const byId = (id) => document.getElementById(id);
  const make = (name, text = "", className = "") => {
    const element = document.createElement(name);
    if (text !== "") element.textContent = text;
    if (className !== "") element.className = className;
    return element;
  };
  const panel = byId("panel");
  const told = byId("told");
  const hint = byId("hint");
  const close = byId("close");

  /** The equations of each figure, by its number. */
  const equations = new Map();
  for (const item of document.querySelectorAll(".eqs li[data-f]")) {
    for (const number of item.dataset.f.split(" ")) {
      const known = equations.get(number);
      if (known) known.push(item);
      else equations.set(number, [item]);
    }
  }

  const textOf = (figure) => {
    let text = "";
    for (const node of figure.childNodes) {
      if (!(node instanceof Element && node.matches(".sr, .tk"))) text += node.textContent;
    }
    return text.trim();
  };
  const captionOf = (figure) => {
    if (figure.dataset.c) return figure.dataset.c;
    const row = figure.closest("tr");
    if (row) return row.querySelector("th")?.textContent.trim() || "line without a caption";
    const paragraph = figure.closest("p");
    return paragraph ? `in the text, line ${paragraph.dataset.line}` : "";
  };

  const head = document.querySelector(".top");
  new ResizeObserver(() => root.style.setProperty("--head", `${head.offsetHeight}px`)).observe(head);

  const isNarrow = matchMedia("(max-width: 67.99rem)");
  let chosen = null;
  let lit = [];

  const dim = () => {
    for (const figure of lit) figure.classList.remove("co");
    lit = [];
  };
  const light = (numbers) => {
    dim();
    for (const number of numbers) {
      const figure = byId(`f${number}`);
      if (figure && figure !== chosen) {
        figure.classList.add("co");
        lit.push(figure);
      }
    }
  };
  const numberOf = (figure) => figure.id.slice(1);
  const allOf = (number) => (equations.get(number) ?? []).flatMap((item) => item.dataset.f.split(" "));

  const rowOf = (number, isResult, name) => {
    const figure = byId(`f${number}`);
    if (!figure) return null;
    const row = make("tr", "", [isResult ? "res" : "", figure === chosen ? "me" : ""].join(" ").trim());
    const caption = make("th", isResult && figure.closest("p") ? name : captionOf(figure));
    caption.scope = "row";
    const cell = make("td");
    if (figure === chosen) cell.append(textOf(figure));
    else {
      const button = make("button", textOf(figure));
      button.type = "button";
      button.addEventListener("click", () => choose(figure, true));
      cell.append(button);
    }
    row.append(caption, cell);
    return row;
  };

  const equationOf = (item) => {
    const box = make("div", "", `eq ${item.className}`);
    const title = make("p");
    title.append(
      ...[...item.closest("section").querySelector("h4").childNodes].map((node) => node.cloneNode(true)),
    );
    const [result, ...terms] = item.dataset.f.split(" ");
    const parts = make("table", "", "parts");
    const body = make("tbody");
    for (const number of terms) body.append(rowOf(number, false, "") ?? "");
    body.append(rowOf(result, true, item.querySelector(".wh").textContent) ?? "");
    parts.append(body);
    const arithmetic = make("ul");
    const line = make("li", "", item.className);
    for (const part of item.querySelectorAll("code, em")) line.append(part.cloneNode(true), " ");
    arithmetic.append(line);
    box.append(title, parts, arithmetic);
    const numbers = item.dataset.f.split(" ");
    box.addEventListener("mouseenter", () => light(numbers));
    box.addEventListener("mouseleave", () => chosen && light(allOf(numberOf(chosen))));
    return box;
  };

  const sayings = {
    t: "Ties.",
    x: "Does not tie.",
    w: "To be looked at: a warning, or part of an equation that does not tie.",
    k: "Does not tie; the baseline accepts it.",
    u: "In no relation: nothing that was checked determines this figure.",
    z: "Not counted as a figure, but part of equations.",
  };

  const leave = () => {
    if (chosen) chosen.classList.remove("sel");
    dim();
    chosen = null;
    told.replaceChildren();
    hint.hidden = false;
    close.hidden = true;
    panel.classList.remove("on");
  };

  /** Shows the equations of a figure. `moves`: it is brought into view and focused. */
  function choose(figure, moves) {
    if (chosen) chosen.classList.remove("sel");
    chosen = figure;
    figure.classList.add("sel");
    const number = numberOf(figure);
    light(allOf(number));
    const found = equations.get(number) ?? [];
    const state = ["t", "x", "w", "k", "u", "z"].find((name) => figure.classList.contains(name));
    const saying = make("p", `${captionOf(figure)}. ${sayings[state] ?? ""}`);
    const finding = figure.nextElementSibling;
    if (finding?.classList.contains("no")) {
      const link = make("a", `Finding ${finding.textContent}`);
      link.href = `#n${finding.textContent}`;
      saying.append(" ", link);
      const why = byId(`n${finding.textContent}`)?.querySelector(".why");
      if (why) saying.append(make("br"), why.textContent);
    }
    // Broken ones first, the others as they stand in the page.
    const rank = (item) => (item.className === "x" ? 0 : item.className === "w" ? 1 : 2);
    const sorted = [...found].sort((a, b) => rank(a) - rank(b));
    told.replaceChildren(make("h3", textOf(figure)), saying, ...sorted.map(equationOf));
    hint.hidden = true;
    close.hidden = false;
    panel.classList.add("on");
    panel.scrollTop = 0;
    if (moves) {
      reveal(figure);
      figure.focus({ preventScroll: true });
    }
  }

  const reveal = (element) => {
    for (let out = element.closest(".out"); out; out = element.closest(".out")) out.classList.remove("out");
    // On a narrow page the panel covers the lower half.
    element.scrollIntoView({ block: isNarrow.matches ? "start" : "center", inline: "nearest" });
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const figure = target?.closest(".doc .f");
    if (figure) {
      event.preventDefault();
      choose(figure, false);
      figure.focus({ preventScroll: true });
      return;
    }
    const link = target?.closest('a[href^="#f"]');
    const to = link && byId(link.getAttribute("href").slice(1));
    if (to?.classList.contains("f")) {
      event.preventDefault();
      choose(to, true);
      if (link.dataset.n) at = Number(link.dataset.n) - 1;
      showAt();
    }
  });
  close.addEventListener("click", () => {
    const last = chosen;
    leave();
    last?.focus({ preventScroll: true });
  });

  // Next and previous

  const links = [...document.querySelectorAll(".found a")];
  let at = -1;
  const showAt = () => {
    byId("at").textContent = links.length === 0 ? "" : `${at + 1} / ${links.length}`;
    for (const [i, link] of links.entries()) {
      if (i === at) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    // Only the lists move, not the page that they may lie in.
    const side = document.querySelector(".side");
    const list = links[at]?.closest(".found");
    if (!list) return;
    const toTop = (element, box) => element.getBoundingClientRect().top - box.getBoundingClientRect().top;
    side.scrollTop += toTop(list, side) - 60;
    list.scrollTop += toTop(links[at], list) - list.clientHeight / 3;
  };
  const step = (by) => {
    if (links.length === 0) return;
    at = at === -1 && by < 0 ? links.length - 1 : (at + by + links.length) % links.length;
    const to = byId(links[at].getAttribute("href").slice(1));
    if (to?.classList.contains("f")) choose(to, true);
    else if (to) reveal(to);
    showAt();
  };
  byId("next").addEventListener("click", () => step(1));
  byId("prev").addEventListener("click", () => step(-1));
  byId("next").disabled = byId("prev").disabled = links.length === 0;
  showAt();

  const figures = [...document.querySelectorAll(".doc .f")];
  const nextUntied = () => {
    const untied = figures.filter((figure) => figure.classList.contains("u"));
    const from = chosen ?? document.activeElement;
    const after = (figure) =>
      Boolean(from && from.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING);
    const to = (from && from !== document.body ? untied.find(after) : null) ?? untied[0];
    if (to) choose(to, true);
  };

  // From figure to figure. The first of each block is reached by the Tab key, the others by arrows.

  for (const block of document.querySelectorAll(".doc > *")) {
    block.querySelector(".f")?.setAttribute("tabindex", "0");
  }
  const columnOf = (figure) => {
    const box = figure.getBoundingClientRect();
    return box.right;
  };
  const beside = (figure, key) => {
    if (key === "ArrowLeft" || key === "ArrowRight") {
      return figures[figures.indexOf(figure) + (key === "ArrowRight" ? 1 : -1)];
    }
    const isDown = key === "ArrowDown";
    const row = figure.closest("tr, p, .ln");
    const next = (element) => (isDown ? element.nextElementSibling : element.previousElementSibling);
    for (let to = next(row); to; to = next(to)) {
      const found = [...to.querySelectorAll(".f")];
      if (found.length === 0) continue;
      const x = columnOf(figure);
      const distance = (other) => Math.abs(columnOf(other) - x);
      return found.reduce((best, other) => (distance(other) < distance(best) ? other : best));
    }
    return figures[figures.indexOf(figure) + (isDown ? 1 : -1)];
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key === "Escape") {
      if (target === search && search.value !== "") return;
      const last = chosen;
      leave();
      last?.focus({ preventScroll: true });
      return;
    }
    if (isTyping) return;
    const figure = target instanceof Element ? target.closest(".doc .f") : null;
    if (figure && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(figure, false);
    } else if (figure && event.key.startsWith("Arrow")) {
      const to = beside(figure, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
      if (chosen) choose(to, false);
    } else if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
    else if (event.key === "u") nextUntied();
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });

  // Filter

  const show = byId("show");
  show.addEventListener("change", () => {
    const wanted = { found: ".f.x, .f.w", untied: ".f.u" }[show.value];
    for (const block of document.querySelectorAll(".doc > *")) {
      block.classList.toggle("out", wanted !== undefined && !block.querySelector(wanted));
    }
  });

  // Search

  const search = byId("q");
  const hits = byId("hits");
  let found = [];
  let hit = -1;
  const clear = () => {
    for (const element of found) element.classList.remove("hit", "now");
    found = [];
    hit = -1;
  };
  const look = () => {
    isStale = false;
    clear();
    const words = search.value.trim().toLowerCase();
    if (words.length < 2) {
      hits.textContent = "";
      return;
    }
    for (const element of document.querySelectorAll(".doc tr, .doc > p, .ln")) {
      if (!element.textContent.toLowerCase().includes(words)) continue;
      element.classList.add("hit");
      found.push(element);
    }
    hits.textContent = found.length === 0 ? "none" : `${found.length} found`;
  };
  const stepHit = (by) => {
    if (found.length === 0) return;
    found[hit]?.classList.remove("now");
    hit = hit === -1 && by < 0 ? found.length - 1 : (hit + by + found.length) % found.length;
    found[hit].classList.add("now");
    reveal(found[hit]);
    hits.textContent = `${hit + 1} of ${found.length}`;
  };
  let waiting = 0;
  let isStale = false;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    isStale = true;
    waiting = setTimeout(look, 120);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(waiting);
    if (isStale) look();
    stepHit(event.shiftKey ? -1 : 1);
  });
  search.form.addEventListener("submit", (event) => event.preventDefault());
})();

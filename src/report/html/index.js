// Sorts, filters and searches the lines of the index. Without it they can be read as they stand.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  document.documentElement.classList.add("js");
  const [search, result, rule, confidence, hits] = ["q", "s", "r", "c", "hits"].map(byId);
  const body = byId("filings").tBodies[0];
  const rows = Array.from(body.rows, (row) => ({
    row,
    text: row.textContent.toLowerCase(),
    state: row.dataset.s,
    rules: row.dataset.r.split(" "),
    kinds: row.dataset.c.split(" "),
  }));

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text, state, rules, kinds } of rows) {
      const isShown =
        words.every((word) => text.includes(word)) &&
        (result.value === "" || state === result.value) &&
        (rule.value === "" || rules.includes(rule.value)) &&
        (confidence.value === "" || kinds.includes(confidence.value));
      row.hidden = !isShown;
      if (isShown) shown++;
    }
    hits.textContent =
      shown === rows.length ? `${rows.length} filings` : `${shown} of ${rows.length} filings`;
  }

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  /** What a line is sorted by in a column: a number or a date where the cell has one, else its text. */
  function keyOf(row, column) {
    const cell = row.cells[column];
    return cell.dataset.v ?? cell.textContent;
  }

  function sort(head) {
    const column = head.cellIndex;
    const table = head.closest("table");
    // Numbers first go down, since most is what is looked for; texts go up.
    const isNumber = head.classList.contains("n");
    const was = head.getAttribute("aria-sort");
    const isUp = was === null ? !isNumber : was === "descending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const keyed = Array.from(table.tBodies[0].rows, (row) => ({ row, key: keyOf(row, column) }));
    keyed.sort((a, b) => collator.compare(a.key, b.key) * (isUp ? 1 : -1));
    table.tBodies[0].append(...keyed.map(({ row }) => row));
  }

  /** The filing after or before the one that is looked at, among those that are shown. */
  function step(by) {
    const links = Array.from(body.rows)
      .filter((row) => !row.hidden)
      .map((row) => row.cells[0].querySelector("a"));
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement?.closest("tr")?.querySelector("th a"));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next].focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("th button");
    if (button) sort(button.closest("th"));
  });
  for (const control of [search, result, rule, confidence]) control.addEventListener("input", filter);
  search.form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = /^(?:input|select)$/i.test(event.target.tagName);
    if (event.key === "Escape") {
      for (const control of [search, result, rule, confidence]) control.value = "";
      filter();
    } else if (!isTyping && event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (!isTyping && (event.key === "n" || event.key === "p")) step(event.key === "n" ? 1 : -1);
  });
  filter();
})();

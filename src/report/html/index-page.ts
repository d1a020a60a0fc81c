/** The index of an archive: what was found, by rule, issuer and period, and a line for each filing. */
import { count, counted, emptyTally, honestyOf, summaryOf, tallied } from "../honesty.ts";
import { formatPeriods } from "../period.ts";
import type { Confidence, FileReport } from "../report.ts";
import { escapeHtml } from "./escape.ts";
import { hash } from "./html.ts";
import script from "./index.js?raw";
import ownStyle from "./index.css?raw";
import style from "./page.css?raw";
import { pageHead } from "./head.ts";
import { verdictOf } from "./verdict.ts";

export interface IndexedFinding {
  /** As on the page of the filing. */
  readonly number: number;
  readonly rule: string;
  readonly state: "breaks" | "warns" | "accepted";
  /** Null for what is no break. */
  readonly confidence: Confidence | null;
  readonly period: string;
  readonly sentence: string;
}

export interface IndexedFiling {
  readonly name: string;
  /** The address of its page, from the index. */
  readonly link: string;
  /** What is counted of it. */
  readonly file: FileReport;
  readonly findings: readonly IndexedFinding[];
}

const kinds = ["certain", "likely", "possible", "warning"] as const;
type Kind = (typeof kinds)[number];

function kindOf({ confidence }: IndexedFinding): Kind {
  return confidence ?? "warning";
}

/** Findings of one name, by how certain they are, and in how many filings. */
type Group = Record<Kind | "filings", number>;

function grouped(
  filings: readonly IndexedFiling[],
  nameOf: (finding: IndexedFinding, filing: IndexedFiling) => string,
): readonly (readonly [name: string, group: Group])[] {
  const groups = new Map<string, Group>();
  for (const filing of filings) {
    const seen = new Set<string>();
    for (const finding of filing.findings) {
      if (finding.state === "accepted") continue;
      const name = nameOf(finding, filing);
      const group = groups.get(name) ?? { certain: 0, likely: 0, possible: 0, warning: 0, filings: 0 };
      group[kindOf(finding)]++;
      if (!seen.has(name)) group.filings++;
      seen.add(name);
      groups.set(name, group);
    }
  }
  return [...groups].sort(
    ([a, x], [b, y]) => y.certain - x.certain || y.likely - x.likely || (a < b ? -1 : a > b ? 1 : 0),
  );
}

function head(names: readonly string[], firstNumber: number): string {
  const cells = names.map(
    (name, i) =>
      `<th scope="col"${i >= firstNumber ? ' class="n"' : ""}><button type="button" class="js">${name}</button><span class="plain">${name}</span></th>`,
  );
  return `<thead><tr>${cells.join("")}</tr></thead>`;
}

function numberCell(n: number, state = ""): string {
  return `<td class="n${n > 0 ? state : ""}" data-v="${n}">${n === 0 ? "" : count(n)}</td>`;
}

function groupHtml(
  title: string,
  groups: readonly (readonly [name: string, group: Group])[],
  isOpen: boolean,
): string {
  if (groups.length === 0) return "";
  const rows = groups.map(
    ([name, { filings, ...group }]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${kinds.map((kind) => numberCell(group[kind], kind === "certain" ? " x" : " w")).join("")}${numberCell(filings)}</tr>`,
  );
  return `<details class="group"${isOpen ? " open" : ""}><summary>${title} <small>${count(groups.length)}</small></summary><div class="scroll"><table class="sorted">${head([title.toLowerCase().replace(/s$/, ""), ...kinds, "filings"], 1)}<tbody>${rows.join("\n")}</tbody></table></div></details>`;
}

const states = { breaks: "x", warns: "w", accepted: "k" } as const;

function findingHtml(finding: IndexedFinding, link: string): string {
  const { number, rule, state, sentence } = finding;
  const how = state === "accepted" ? "accepted" : kindOf(finding);
  return `<li class="${states[state]}"><a href="${escapeHtml(link)}#n${number}">${escapeHtml(sentence)}</a> <small>${escapeHtml(rule)} · ${how}</small></li>`;
}

function findingsHtml({ findings, link, file }: IndexedFiling): string {
  if (findings.length === 0) return escapeHtml(file.error ?? "");
  const items = findings.map((finding) => findingHtml(finding, link)).join("\n");
  return `<details><summary>${counted(findings.length, "finding")}</summary><ol class="in">${items}</ol></details>`;
}

function rowHtml(filing: IndexedFiling, isSince: boolean): string {
  const { file, findings, link, name } = filing;
  const { words, state } = verdictOf(file);
  const open = findings.filter((each) => each.state !== "accepted");
  const of = (kind: Kind): number => open.filter((finding) => kindOf(finding) === kind).length;
  const distinct = (values: readonly string[]): string => escapeHtml([...new Set(values)].join(" "));
  const last = [...file.periods].map((period) => period.split("/").at(-1) ?? "").sort();
  const facts = [
    `data-s="${file.error === null ? state : "e"}"`,
    `data-r="${distinct(open.map(({ rule }) => rule))}"`,
    `data-c="${distinct(open.map(kindOf))}"`,
  ];
  return [
    `<tr ${facts.join(" ")}><th scope="row"><a href="${escapeHtml(link)}">${escapeHtml(name)}</a></th>`,
    `<td>${escapeHtml(file.issuer ?? "")}</td>`,
    `<td data-v="${escapeHtml(last.at(-1) ?? "")}">${escapeHtml(formatPeriods(file.periods, 2))}</td>`,
    `<td class="v ${state}">${words}</td>`,
    kinds.map((kind) => numberCell(of(kind), kind === "certain" ? " x" : " w")).join(""),
    isSince ? numberCell(file.since?.known ?? 0) + numberCell(file.since?.resolved.length ?? 0) : "",
    numberCell(file.figures.printed),
    numberCell(file.figures.tied),
    `<td class="found">${findingsHtml(filing)}</td></tr>`,
  ].join("");
}

function resolvedHtml(filings: readonly IndexedFiling[]): string {
  const resolved = filings.flatMap(({ file, name }) =>
    (file.since?.resolved ?? []).map(
      ({ rule, message }) =>
        `<li>${escapeHtml(name)}: ${escapeHtml(message)} <small>${escapeHtml(rule)}</small></li>`,
    ),
  );
  if (resolved.length === 0) return "";
  return `<details class="group"><summary>Resolved since last time <small>${count(resolved.length)}</small></summary><ul class="in">${resolved.join("\n")}</ul></details>`;
}

function options(first: string, names: readonly (readonly [value: string, name: string])[]): string {
  return [["", first] as const, ...names]
    .map(([value, name]) => `<option value="${escapeHtml(value)}">${escapeHtml(name)}</option>`)
    .join("");
}

function controls(rules: readonly string[]): string {
  const results = [
    ["x", "does not tie"],
    ["w", "to be looked at"],
    ["t", "ties"],
    ["e", "not checked"],
  ] as const;
  return `<form class="tools js" role="search" aria-label="Find filings">
<label class="q"><span class="sr">Search</span><input id="q" type="search" placeholder="Search files, issuers and findings" autocomplete="off" aria-keyshortcuts="/"></label>
<label>Result <select id="s">${options("any", results)}</select></label>
<label>Rule <select id="r">${options(
    "any",
    rules.map((rule) => [rule, rule]),
  )}</select></label>
<label>Confidence <select id="c">${options(
    "any",
    kinds.map((kind) => [kind, kind]),
  )}</select></label>
<output id="hits" for="q s r c"></output>
</form>`;
}

/** The page; it can be read without its script. */
export function indexPage(filings: readonly IndexedFiling[], version: string): string {
  const tally = filings.reduce((sum, { file }) => tallied(sum, file), emptyTally);
  const isSince = filings.some(({ file }) => file.since !== undefined);
  const [byRule, byIssuer, byPeriod] = [
    grouped(filings, ({ rule }) => rule),
    grouped(filings, (_finding, { file }) => file.issuer ?? "(not named)"),
    grouped(filings, ({ period }) => period || "(not named)"),
  ];
  const covered = new Set(filings.flatMap(({ file }) => file.periods)).size;
  const issuers = new Set(filings.flatMap(({ file }) => file.issuer ?? [])).size;
  const all = `${style}${ownStyle}`;
  const since = isSince ? ["known before", "resolved"] : [];
  const heads = ["filing", "issuer", "periods", "result", ...kinds, ...since, "figures", "tied", "findings"];
  return `${pageHead({ title: `${summaryOf(tally)} · kc-check`, style: all, styles: hash(all), scripts: hash(script) })}
<body class="archive">
<a class="skip" href="#filings">Skip to the filings</a>
<header class="top"><h1>Tie-out</h1>${controls(byRule.map(([rule]) => rule).sort())}</header>
<main id="main" tabindex="-1">
<p class="all">${escapeHtml(summaryOf(tally))}</p>
<p class="honesty">${escapeHtml(honestyOf(tally, false))} ${counted(issuers, "issuer")}, ${counted(covered, "period")}.${isSince ? " Findings are those that are new since last time." : ""}</p>
<div class="groups">
${groupHtml("Rules", byRule, true)}
${groupHtml("Issuers", byIssuer, false)}
${groupHtml("Periods", byPeriod, false)}
${resolvedHtml(filings)}
</div>
<div class="scroll"><table class="sorted" id="filings" tabindex="-1"><caption class="sr">The filings</caption>${head(heads, 4)}<tbody>
${filings.map((filing) => rowHtml(filing, isSince)).join("\n")}
</tbody></table></div>
<footer><p>Made by kc-check ${escapeHtml(version)}. <kbd>/</kbd> search, <kbd>n</kbd> <kbd>p</kbd> next and previous filing, <kbd>Esc</kbd> shows all. A filing that ties agrees with itself; that says nothing of what it does not print.</p></footer>
</main>
<script>${script}</script>
</body>
</html>
`;
}

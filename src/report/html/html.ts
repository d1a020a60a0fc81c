/**
 * One page that shows the filings themselves with tick marks. Self-contained: its style and script stand in
 * it, nothing is fetched, and the policy in its head allows these two and nothing else. Everything can be
 * read without the script, which adds the panel, the search and the keys.
 */
import { sha256 } from "../../findings/sha256.ts";
import type { ContentBlock, ContentGrid, ContentPage } from "../content.ts";
import { counted, emptyTally, honestyLine, isBaselined, summaryOf, tallied, wasChecked } from "../honesty.ts";
import type { ReportOptions } from "../options.ts";
import { formatPeriods } from "../period.ts";
import type { FileReport } from "../report.ts";
import type { ReportStream } from "../stream.ts";
import { hasLines } from "../where.ts";
import { changesHtml } from "./changes.ts";
import { equationsHtml } from "./equations.ts";
import { escapeHtml } from "./escape.ts";
import { coverage, coverageWords, filingHtml, type Section, statesOf } from "./filing.ts";
import { findingsHtml } from "./findings.ts";
import { type Finding, type Marked, markFigures, type Numbers } from "./marks.ts";
import script from "./page.js?raw";
import style from "./page.css?raw";
import { pageHead } from "./head.ts";
import { verdictOf } from "./verdict.ts";

/** What a policy of content names a script or a style by that stands in the page. */
export function hash(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), "hex").toString("base64")}'`;
}

/** Of the script and the style of this page, for one that holds it. */
export function ownHashes(): { readonly script: string; readonly style: string } {
  return { script: hash(script), style: hash(style) };
}

/** What a file is called on a page. */
export function nameOf({ path }: FileReport): string {
  return path === "-" ? "standard input" : path;
}

/** What a table or a page is called, without the company's name before it. */
function titleOf(
  { title, ...block }: ContentGrid | ContentPage,
  issuer: string | null,
  number: number,
): string {
  const isNamed = issuer !== null && title.toUpperCase().startsWith(issuer.toUpperCase());
  const own = isNamed ? title.slice(issuer.length).replace(/^[\s,.:–—-]+/, "") : title;
  if (block.kind === "page") {
    const said = [own, title].find((name) => name !== "");
    return said === undefined ? `Page ${block.page}` : `Page ${block.page} · ${said}`;
  }
  return [own, title, `Table ${number}`].find((name) => name !== "") ?? "";
}

/** The tables and pages that hold figures, named. */
function sectionsOf(file: FileReport, marked: Marked, number: number): ReadonlyMap<ContentBlock, Section> {
  const sections = new Map<ContentBlock, Section>();
  for (const block of file.content?.blocks ?? []) {
    if (block.kind === "text") continue;
    const states = statesOf(block, marked);
    if (coverage(states) === "") continue;
    sections.set(block, {
      id: `s${number}-${sections.size + 1}`,
      title: titleOf(block, file.issuer, sections.size + 1),
      states,
    });
  }
  return sections;
}

function findingLink({ number, check, figure }: Finding): string {
  const { line, period } = check.display;
  const status = isBaselined(check) ? "k" : check.status === "fail" ? "x" : "w";
  const name = line === "" ? check.title : line;
  return `<li class="${status}"><a href="#${figure === null ? `n${number}` : `f${figure}`}" data-n="${number}"><b>${number}</b><span>${escapeHtml(name)}<small>${escapeHtml([check.rule, period].filter((part) => part !== "").join(" · "))}</small></span></a></li>`;
}

function sectionLink({ id, title, states }: Section): string {
  const attention = states.breaks > 0 ? " x" : states.warns > 0 ? " w" : "";
  return `<li class="sec${attention}"><a href="#${id}"><span>${escapeHtml(title)}</span>${coverage(states)}<small>${coverageWords(states)}</small></a></li>`;
}

interface Part {
  readonly file: FileReport;
  /** For the side of the page. */
  readonly nav: string;
  readonly main: string;
  readonly findings: readonly Finding[];
}

function undonePart(file: FileReport, number: number): Part {
  const name = escapeHtml(nameOf(file));
  const nav = `<li><a href="#file${number}">${name}</a></li>`;
  const main = `<article id="file${number}"><header><h2>${name}</h2><p class="verdict x">${escapeHtml(file.error ?? "could not be checked")}</p></header></article>`;
  return { file, nav, main, findings: [] };
}

/** A page without a mark must never look as if all of it had been looked at. */
function unplacedHtml(unplaced: number): string {
  if (unplaced === 0) return "";
  const figures = counted(unplaced, "figure");
  return `<p class="lost">${figures} ${unplaced === 1 ? "has" : "have"} no mark below: where ${unplaced === 1 ? "it stands" : "they stand"} on the page is not known.</p>`;
}

function factsOf({ periods, currencies, scale }: FileReport): string {
  const money = [currencies.join(" and "), scale ?? ""].filter((part) => part !== "").join(", ");
  return [formatPeriods(periods), money].filter((part) => part !== "").join(" · ");
}

function filePart(file: FileReport, number: number, numbers: Numbers, options: ReportOptions): Part {
  if (!wasChecked(file)) return undonePart(file, number);
  const content = file.content ?? { blocks: [] };
  const marked = markFigures(file, content, numbers);
  const sections = sectionsOf(file, marked, number);
  const isMarkdown = file.format === "text" || file.format === "markdown";
  const view = { marked, isMarkdown, hasLines: hasLines(file) };
  const name = escapeHtml(nameOf(file));
  const { words, state } = verdictOf(file);
  const title = file.issuer === null ? name : escapeHtml(file.issuer);
  const nav = [
    `<li class="file"><a href="#file${number}">${name}</a>`,
    marked.findings.length > 0 ? `<ol class="found">${marked.findings.map(findingLink).join("\n")}</ol>` : "",
    sections.size > 0 ? `<ul class="secs">${[...sections.values()].map(sectionLink).join("\n")}</ul>` : "",
    "</li>",
  ].join("\n");
  const main = [
    `<article id="file${number}">`,
    `<header><p class="path">${name}</p><h2>${title}</h2><p class="facts">${escapeHtml(factsOf(file))}</p>`,
    `<p class="verdict ${state}">${words}</p><p class="honesty">${escapeHtml(honestyLine([file], true))}</p></header>`,
    unplacedHtml(marked.unplaced),
    file.changes ? changesHtml(file.changes, marked) : "",
    findingsHtml(marked.findings, options.rules),
    content.blocks.length === 0
      ? ""
      : `<div class="doc">\n${filingHtml(content.blocks, sections, view)}\n</div>`,
    equationsHtml(marked.equations),
    "</article>",
  ].join("\n");
  return { file, nav, main, findings: marked.findings };
}

/** The files of a page with more than one. */
function indexHtml(parts: readonly Part[]): string {
  if (parts.length < 2) return "";
  const rows = parts.map(({ file }, i) => {
    const { words, state } = verdictOf(file);
    const { printed, tied } = file.figures;
    return `<tr><th scope="row"><a href="#file${i + 1}">${escapeHtml(nameOf(file))}</a></th><td>${escapeHtml(file.issuer ?? "")}</td><td class="v ${state}">${words}</td><td class="n">${printed}</td><td class="n">${tied}</td></tr>`;
  });
  return `<table class="index"><thead><tr><th scope="col">file</th><th scope="col">issuer</th><th scope="col">result</th><th scope="col" class="n">figures</th><th scope="col" class="n">tied</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

const legend = `<ul class="legend" aria-label="Marks">
<li><span class="f t">1,234</span> ties</li>
<li><span class="f x">1,234</span> does not tie</li>
<li><span class="f w">1,234</span> to be looked at</li>
<li><span class="f u">1,234</span> in no relation</li>
</ul>`;

const controls = `<form class="tools js" role="search" aria-label="Find in the filing">
<label>Show <select id="show"><option value="">everything</option><option value="found">parts with findings</option><option value="untied">parts with untied figures</option></select></label>
<label class="q"><span class="sr">Search</span><input id="q" type="search" placeholder="Search captions and figures" autocomplete="off" aria-keyshortcuts="/"></label>
<output id="hits" for="q"></output>
<span class="step"><button type="button" id="prev" aria-keyshortcuts="p">↑ <span>Previous</span></button><output id="at"></output><button type="button" id="next" aria-keyshortcuts="n"><span>Next</span> ↓</button></span>
</form>`;

const panel = `<aside id="panel" class="js" aria-label="Equations of the chosen figure" tabindex="-1">
<button type="button" id="close" aria-label="Close" hidden>×</button>
<div id="told" aria-live="polite"></div>
<div id="hint"><p>Choose a figure to see the equations it is part of.</p>
<dl class="keys"><div><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next, previous finding</dd></div><div><dt><kbd>u</kbd></dt><dd>next figure in no relation</dd></div><div><dt><kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd></dt><dd>from figure to figure</dd></div><div><dt><kbd>Enter</kbd></dt><dd>its equations</dd></div><div><dt><kbd>/</kbd></dt><dd>search</dd></div><div><dt><kbd>Esc</kbd></dt><dd>close</dd></div></dl></div>
</aside>`;

function pageHtml(parts: readonly Part[], version: string, back: string | null = null): string {
  const tally = parts.reduce((sum, { file }) => tallied(sum, file), emptyTally);
  const [only] = parts;
  const isOne = parts.length === 1;
  const title = isOne && only ? nameOf(only.file) : summaryOf(tally);
  return `${pageHead({ title: `${title} · kc-check`, style, styles: hash(style), scripts: hash(script) })}
<body>
<a class="skip" href="#main">Skip to the filing</a>
<header class="top"><h1>Tie-out</h1>${legend}${controls}</header>
<div class="page">
<nav class="side" aria-label="Findings and tables"><ol class="files">
${parts.map(({ nav }) => nav).join("\n")}
</ol></nav>
<main id="main" tabindex="-1">
${back === null ? "" : `<p><a href="${escapeHtml(back)}">All filings</a></p>\n`}${isOne ? "" : `<p class="all">${escapeHtml(summaryOf(tally))}</p>`}
${indexHtml(parts)}
${parts.map(({ main }) => main).join("\n")}
<footer><p>Made by kc-check ${escapeHtml(version)}. A tick says that a figure agrees with others that the filing prints; it says nothing of what the filing does not print.</p></footer>
</main>
${panel}
</div>
<script>${script}</script>
</body>
</html>
`;
}

/** A page of one filing among many; `back` is the address of their index. */
export function filingPage(
  file: FileReport,
  options: ReportOptions,
  version: string,
  back: string,
): { readonly html: string; readonly findings: readonly Finding[] } {
  const part = filePart(file, 1, { figure: 0, equation: 0, finding: 0 }, options);
  return { html: pageHtml([part], version, back), findings: part.findings };
}

/** The page comes when the last file has ended: it begins with what is in it. */
export function htmlStream(options: ReportOptions, version: string): ReportStream {
  const parts: Part[] = [];
  const numbers: Numbers = { figure: 0, equation: 0, finding: 0 };
  return {
    file(file) {
      if (options.passOver && file.status === "unrecognized") return "";
      const part = filePart(file, parts.length + 1, numbers, options);
      // What the index says of it is kept, not the filing.
      const { content: _content, figureList: _figureList, ...kept } = file;
      parts.push({ ...part, file: { ...kept, checks: [], untied: [], skipped: [] } });
      return "";
    },
    end: () => pageHtml(parts, version),
  };
}

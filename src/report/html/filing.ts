/** The filing itself: its paragraphs and tables, each figure with its mark. */
import type {
  ContentBlock,
  ContentCell,
  ContentGrid,
  ContentPage,
  ContentRow,
  ContentText,
  Mark,
} from "../content.ts";
import { count, counted } from "../honesty.ts";
import { escapeHtml } from "./escape.ts";
import { sheetHtml } from "./sheet.ts";
import { classes, spoken } from "./states.ts";
import { type Marked, type MarkedFigure, marksOf, placeKey, type State } from "./marks.ts";

function figureHtml(text: string, marked: MarkedFigure | undefined, drawn: Set<number>): string {
  if (!marked || (marked.state === "part" && marked.equation === null)) return escapeHtml(text);
  const { id, state, finding, equation } = marked;
  const target = finding === null ? (equation === null ? "" : `e${equation}`) : `n${finding}`;
  // "(1,234)" hangs its bracket over the edge, so that digits stand under digits.
  const hangs = text.endsWith(")") ? " b" : "";
  const said = spoken[state] === "" ? "" : `<span class="sr">${spoken[state]}</span>`;
  const name = drawn.has(id) ? "" : ` id="f${id}"`;
  drawn.add(id);
  const open = `class="f ${classes[state]}${hangs}"${name} tabindex="-1"`;
  const body = escapeHtml(text) + said;
  const figure = target === "" ? `<span ${open}>${body}</span>` : `<a ${open} href="#${target}">${body}</a>`;
  return finding === null ? figure : `${figure}<sup class="no">${finding}</sup>`;
}

/** Emphasis and escapes that converters leave in text; `bold` is whether it is in force, before and after. */
function inline(text: string, isMarkdown: boolean, emphasis: { bold: boolean }): string {
  if (!isMarkdown) return escapeHtml(text);
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .split(/(\*\*|__)/)
    .map((part) => {
      if (part !== "**" && part !== "__") return escapeHtml(part);
      emphasis.bold = !emphasis.bold;
      return emphasis.bold ? "<strong>" : "</strong>";
    })
    .join("");
}

/** A text with its figures marked. */
function markedText(text: string, marks: readonly Mark[], marked: Marked, isMarkdown: boolean): string {
  const emphasis = { bold: false };
  let html = "";
  let at = 0;
  for (const mark of marks) {
    html += inline(text.slice(at, mark.start), isMarkdown, emphasis);
    html += figureHtml(text.slice(mark.start, mark.end), marked.byPlace.get(placeKey(mark)), marked.drawn);
    at = mark.end;
  }
  html += inline(text.slice(at), isMarkdown, emphasis);
  return emphasis.bold ? `${html}</strong>` : html;
}

/** A line of capitals, or a short one by itself that does not end like a sentence and states no amount. */
function isHeading({ text, marks }: ContentText, isAlone: boolean): boolean {
  if (/^#{1,6} /.test(text)) return true;
  if (text.length < 4 || text.length > 160 || marks.length > 0) return false;
  if (text === text.toUpperCase()) return /[A-Z]{3}/.test(text);
  return (
    isAlone &&
    text.length <= 110 &&
    /^\**[A-Z]/.test(text) &&
    !/[.:;,!?]\**$|\d[.,]\d|[$%@]|\d\d\//.test(text)
  );
}

interface Around {
  readonly before: ContentBlock | undefined;
  readonly after: ContentBlock | undefined;
}

function textHtml(block: ContentText, { before, after }: Around, view: View): string {
  const { isMarkdown, marked } = view;
  // Lines of a paragraph that the source breaks by hand.
  const isOn = view.hasLines && before?.kind === "text" && before.line === block.line - 1;
  const isBroken = isOn || (view.hasLines && after?.kind === "text" && after.line === block.line + 1);
  const lead = isMarkdown ? (/^(?:#{1,6} |[-*•·] )/.exec(block.text)?.[0].length ?? 0) : 0;
  const names = [
    isHeading(block, !isBroken && lead === 0) ? "hd" : "",
    lead > 0 && !block.text.startsWith("#") ? "li" : "",
    isOn && lead === 0 ? "on" : "",
  ].filter((name) => name !== "");
  const marks = block.marks
    .filter((mark) => mark.start >= lead)
    .map((mark) => ({ ...mark, start: mark.start - lead, end: mark.end - lead }));
  const body = markedText(block.text.slice(lead), marks, marked, isMarkdown);
  const attribute = names.length === 0 ? "" : ` class="${names.join(" ")}"`;
  return `<p${attribute} data-line="${block.line}">${body}</p>`;
}

/** Currency marks, brackets and percent signs in cells of their own stand close to their number. */
const opening = /^(?:[$€£¥]|(?:US|HK|NT|C|A|S)\$|RMB|Rs\.?|CHF)?\s*\(?$/;
const closing = /^[)%]{1,2}$/;

/** How the columns of the page come from those of the grid: empty ones are left out. */
interface Columns {
  /** The position on the page of each column of the grid; the next one's where it is left out. */
  readonly at: readonly number[];
  readonly glue: ReadonlyMap<number, "open" | "close">;
}

function columnsOf({ rows }: ContentGrid): Columns {
  const texts: Set<string>[] = [];
  for (const { cells } of rows) {
    for (const { col, span, text } of cells) {
      while (texts.length < col + span) texts.push(new Set());
      // What stands over several columns says nothing of one of them.
      if (span === 1 && text !== "") texts[col]?.add(text);
    }
  }
  const at: number[] = [];
  const glue = new Map<number, "open" | "close">();
  let next = 0;
  for (const [col, found] of texts.entries()) {
    at.push(next);
    if (found.size === 0) continue;
    const all = [...found];
    if (all.every((text) => closing.test(text))) glue.set(col, "close");
    else if (all.every((text) => opening.test(text))) glue.set(col, "open");
    next++;
  }
  at.push(next);
  return { at, glue };
}

const numeric = /^[-–—_.,\d\s$€£¥()%*†]+$/;

function cellHtml(cell: ContentCell, columns: Columns, isHead: boolean, row: ContentRow, view: View): string {
  const from = columns.at[cell.col] ?? 0;
  const to = columns.at[cell.col + cell.span] ?? from + 1;
  if (to <= from) return "";
  const body = markedText(cell.text, cell.marks, view.marked, view.isMarkdown);
  const span = to - from > 1 ? ` colspan="${to - from}"` : "";
  if (from === 0) {
    const depth = Math.min(row.indent, 6);
    const indent = depth > 0 && !isHead ? ` class="i${depth}"` : "";
    return isHead ? `<td${span}>${body}</td>` : `<th scope="row"${span}${indent}>${body}</th>`;
  }
  if (isHead) return cell.text === "" ? `<td${span}></td>` : `<th scope="col"${span}>${body}</th>`;
  const glue = cell.span === 1 ? columns.glue.get(cell.col) : undefined;
  const name = glue ?? (cell.marks.length > 0 || numeric.test(cell.text) ? "n" : "");
  return `<td${name === "" ? "" : ` class="${name}"`}${span}>${body}</td>`;
}

function rowHtml(row: ContentRow, columns: Columns, isHead: boolean, view: View): string {
  const [lead, ...others] = row.cells;
  const most = columns.at.at(-1) ?? 1;
  // A heading of the body has the width of the table.
  if (!isHead && lead && lead.marks.length === 0 && others.every(({ text }) => text === "")) {
    const body = markedText(lead.text, [], view.marked, view.isMarkdown);
    return `<tr class="hd" data-line="${row.line}"><th scope="row" colspan="${most}">${body}</th></tr>`;
  }
  let cells = "";
  let at = 0;
  for (const cell of row.cells) {
    const from = columns.at[cell.col] ?? at;
    // A blank cell of the grid lies under one that stands over several columns.
    if (from < at && cell.text === "") continue;
    for (; at < from; at++) cells += "<td></td>";
    const html = cellHtml(cell, columns, isHead, row, view);
    if (html === "") continue;
    cells += html;
    at = columns.at[cell.col + cell.span] ?? at + 1;
  }
  const isEmpty = row.cells.every((cell) => cell.marks.length === 0);
  const names = [
    !isHead && isEmpty ? "hd" : "",
    !isEmpty && /^total\b/i.test(lead?.text ?? "") ? "sum" : "",
  ].filter((name) => name !== "");
  const attribute = names.length === 0 ? "" : ` class="${names.join(" ")}"`;
  return `<tr${attribute} data-line="${row.line}">${cells}</tr>`;
}

/** How many figures of a block are in each state. */
export function statesOf(block: ContentBlock, marked: Marked): Readonly<Record<State, number>> {
  const states = { ties: 0, breaks: 0, warns: 0, accepted: 0, untied: 0, part: 0 };
  for (const mark of marksOf(block)) {
    const figure = marked.byPlace.get(placeKey(mark));
    if (figure) states[figure.state]++;
  }
  return states;
}

/** A bar of how much of a table ties. */
export function coverage(states: Readonly<Record<State, number>>): string {
  const { ties, breaks, warns, accepted, untied } = states;
  const all = ties + breaks + warns + accepted + untied;
  if (all === 0) return "";
  let x = 0;
  const parts = (["ties", "accepted", "warns", "breaks", "untied"] as const).map((state) => {
    const width = (states[state] / all) * 100;
    const part =
      width > 0
        ? `<rect class="${classes[state]}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="4"/>`
        : "";
    x += width;
    return part;
  });
  return `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${parts.join("")}</svg>`;
}

/** "50 of 54 figures tie, 1 breaks". */
export function coverageWords(states: Readonly<Record<State, number>>): string {
  const { ties, breaks, warns, accepted, untied } = states;
  const all = ties + breaks + warns + accepted + untied;
  return [
    `${count(ties)} of ${counted(all, "figure")} ${ties === 1 ? "ties" : "tie"}`,
    ...(breaks > 0 ? [`${count(breaks)} ${breaks === 1 ? "breaks" : "break"}`] : []),
    ...(warns > 0 ? [`${count(warns)} to be looked at`] : []),
    ...(accepted > 0 ? [`${count(accepted)} accepted`] : []),
    ...(untied > 0 ? [`${count(untied)} in no relation`] : []),
  ].join(", ");
}

/** What a block is drawn with. */
export interface View {
  readonly marked: Marked;
  /** The source holds escapes and emphasis of markdown. */
  readonly isMarkdown: boolean;
  /** Its lines are those of the file: one that follows another may go on with its paragraph. */
  readonly hasLines: boolean;
}

/** The name of a table on the page; the nth table of a file begun at `first`. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly states: Readonly<Record<State, number>>;
}

/** What is said of a table or a page above it. */
function coverageHtml({ states }: Section): string {
  return `<p class="cov">${coverage(states)}<span>${coverageWords(states)}</span></p>`;
}

function pageHtml(page: ContentPage, section: Section | undefined, view: View): string {
  const name = escapeHtml(section?.title ?? `Page ${page.page}`);
  const id = section ? ` id="${section.id}"` : "";
  const head = `<p class="pn">${name}</p>${section ? coverageHtml(section) : ""}`;
  const scroll = `<div class="scroll" role="region" tabindex="0" aria-label="${name}">${sheetHtml(page, view.marked)}</div>`;
  return `<section class="sheet"${id} aria-label="${name}">${head}${scroll}</section>`;
}

function gridHtml(grid: ContentGrid, section: Section | undefined, view: View): string {
  const columns = columnsOf(grid);
  const isFigured = (row: ContentRow): boolean => row.cells.some(({ marks }) => marks.length > 0);
  const body = Math.max(0, grid.rows.findIndex(isFigured));
  // Headings of the first section stand under the last line that has labels of columns.
  const head = grid.rows.slice(0, body);
  while (head.length > 0 && !head.at(-1)?.cells.some(({ col, text }) => col > 0 && text !== "")) head.pop();
  const draw = (rows: readonly ContentRow[], isHead: boolean): string =>
    rows.map((row) => rowHtml(row, columns, isHead, view)).join("\n");
  const thead = head.length === 0 ? "" : `<thead>\n${draw(head, true)}\n</thead>\n`;
  const table = `<table>\n${thead}<tbody>\n${draw(grid.rows.slice(head.length), false)}\n</tbody>\n</table>`;
  const name = escapeHtml(section?.title ?? (view.hasLines ? `Table at line ${grid.line}` : "Table"));
  const scroll = `<div class="scroll" role="region" tabindex="0" aria-label="${name}">${table}</div>`;
  if (!section) return `<div class="grid">${scroll}</div>`;
  return `<section class="grid" id="${section.id}" aria-label="${name}">${coverageHtml(section)}${scroll}</section>`;
}

/** All blocks; `sections` names the grids that hold figures. */
export function filingHtml(
  blocks: readonly ContentBlock[],
  sections: ReadonlyMap<ContentBlock, Section>,
  view: View,
): string {
  return blocks
    .map((block, i) => {
      if (block.kind === "page") return pageHtml(block, sections.get(block), view);
      if (block.kind === "grid") return gridHtml(block, sections.get(block), view);
      return textHtml(block, { before: blocks[i - 1], after: blocks[i + 1] }, view);
    })
    .join("\n");
}

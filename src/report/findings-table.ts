/** The summary of the findings of a file: one row each, fitted to the width of the terminal. */
import { shortWhere } from "./place.ts";
import { columnWidths, type GridCell, type GridColumn, gap, gridWidth, paddedGrid } from "./grid.ts";
import type { ReportOptions } from "./options.ts";
import type { Painter } from "./paint.ts";
import type { Check } from "./report.ts";
import { pad, truncateMiddle, width, wrap } from "./width.ts";

/** A finding with the number it has in the report. */
export interface Numbered {
  readonly number: number;
  readonly check: Check;
}

type Field = "number" | "rule" | "line" | "period" | "printed" | "recomputed" | "difference" | "where";

interface FieldColumn extends GridColumn {
  readonly field: Field;
}

const columns: readonly FieldColumn[] = [
  { field: "number", head: "", align: "right" },
  { field: "rule", head: "RULE", align: "left" },
  { field: "line", head: "LINE", align: "left" },
  { field: "period", head: "PERIOD", align: "left" },
  { field: "printed", head: "PRINTED", align: "right" },
  { field: "recomputed", head: "RECOMPUTED", align: "right" },
  { field: "difference", head: "DIFFERENCE", align: "right" },
  { field: "where", head: "WHERE", align: "left" },
];

const shortHeads: Partial<Record<Field, string>> = { recomputed: "RECOMP.", difference: "DIFF." };

/** What is given up when the terminal is narrow, in this order. Numbers and places are never cut. */
const layouts: readonly {
  readonly line: number;
  readonly short: boolean;
  readonly without: readonly Field[];
}[] = [
  { line: 28, short: false, without: [] },
  { line: 24, short: true, without: [] },
  { line: 16, short: true, without: [] },
  { line: 16, short: true, without: ["rule"] },
  { line: 16, short: true, without: ["rule", "period"] },
  { line: 8, short: true, without: ["rule", "period"] },
];

/** ":181:22", "p12:5:22" in a PDF, "table 4, row 7" in a document of Word. */
export function where(check: Check): string {
  const named = shortWhere(check.place);
  if (named !== null) return named;
  const page = check.place.page ?? check.result.page;
  return `${typeof page === "number" ? `p${page}` : ""}:${check.place.line}:${check.place.column}`;
}

function cellsOf(
  { number, check }: Numbered,
  path: string,
  { paint, link }: ReportOptions,
  colour: Painter,
): Record<Field, GridCell> {
  const { display } = check;
  return {
    number: { text: String(number), paint: paint.dim },
    rule: { text: check.rule },
    line: { text: display.line, paint: paint.bold },
    period: { text: display.period },
    printed: { text: display.printed, paint: colour },
    recomputed: { text: display.recomputed },
    difference: { text: display.difference, paint: colour },
    where: { text: where(check), paint: paint.cyan, href: link(path, check.place.line) },
  };
}

/** The first layout that fits `room`, with what is left of it for the caption of the line. */
function fitColumns(
  cells: readonly Record<Field, GridCell>[],
  room: number,
): { readonly chosen: readonly FieldColumn[]; readonly line: number } {
  let chosen = columns;
  let line = 0;
  for (const layout of layouts) {
    chosen = columns
      .filter(({ field }) => !layout.without.includes(field))
      .map((column) => ({ ...column, head: (layout.short && shortHeads[column.field]) || column.head }));
    const widths = columnWidths(
      chosen,
      cells.map((row) => chosen.map(({ field }) => row[field])),
    );
    const natural = widths[chosen.findIndex(({ field }) => field === "line")] ?? 0;
    const left = room - (gridWidth(widths) - natural);
    line = Math.min(natural, Math.max(left, layout.line));
    if (left >= Math.min(natural, layout.line)) break;
  }
  return { chosen, line };
}

/** The rows under their heads and a light rule. `path` is the true path of the file, for links. */
export function findingsTable(
  findings: readonly Numbered[],
  path: string,
  options: ReportOptions,
  colour: Painter,
): readonly string[] {
  const cells = findings.map((finding) => cellsOf(finding, path, options, colour));
  const { chosen, line } = fitColumns(cells, options.width - 1);
  const hasAll = columns.every(({ field }) => chosen.some((column) => column.field === field));
  if (!hasAll) return narrowTable(cells, chosen, options);
  const rows = cells.map((row) =>
    chosen.map(({ field }) =>
      field === "line" ? { ...row.line, text: truncateMiddle(row.line.text, line) } : row[field],
    ),
  );
  const [head = "", ...body] = paddedGrid(chosen, rows, options.paint.dim);
  return [head, ruleUnder(chosen, rows, options), ...body].map((text) => ` ${text}`);
}

/** A light rule, which starts under the first head, not under the column of numbers. */
function ruleUnder(
  chosen: readonly FieldColumn[],
  rows: readonly (readonly GridCell[])[],
  { paint }: ReportOptions,
): string {
  const widths = columnWidths(chosen, rows);
  const numbers = (widths[0] ?? 0) + gap;
  return pad("", numbers) + paint.dim("─".repeat(gridWidth(widths) - numbers));
}

/** On a narrow terminal what a finding is about stands above its numbers, so that nothing is left out. */
function narrowTable(
  cells: readonly Record<Field, GridCell>[],
  fitted: readonly FieldColumn[],
  options: ReportOptions,
): readonly string[] {
  const { paint, width: room } = options;
  const chosen = fitted.filter(({ field }) => !/^(?:line|rule|period)$/.test(field));
  const rows = cells.map((row) =>
    chosen.map(({ field }) => (field === "number" ? { text: pad("", row.number.text.length) } : row[field])),
  );
  const [head = "", ...body] = paddedGrid(chosen, rows, paint.dim);
  const most = Math.max(...cells.map((row) => row.number.text.length));
  const lines = cells.flatMap((row, i) => {
    const facts = [row.period.text, row.rule.text].filter((text) => text !== "").join(" · ");
    const [first = "", ...rest] = wrap(row.line.text === "" ? facts : row.line.text, room - most - gap - 1);
    const last = rest.at(-1) ?? first;
    const isBeside = row.line.text !== "" && width(`${last} · ${facts}`) <= room - most - gap - 1;
    const said = [first, ...rest].map((text) => (row.line.text === "" ? text : paint.bold(text)));
    if (isBeside) said[said.length - 1] += paint.dim(` · ${facts}`);
    else if (row.line.text !== "")
      said.push(...wrap(facts, room - most - gap - 1).map((text) => paint.dim(text)));
    const [top = "", ...under] = said;
    return [
      paint.dim(pad(row.number.text, most, "right")) + pad("", gap) + top,
      ...under.map((text) => pad("", most + gap) + text),
      body[i] ?? "",
    ];
  });
  return [head, ruleUnder(chosen, rows, options), ...lines].map((text) => ` ${text}`);
}

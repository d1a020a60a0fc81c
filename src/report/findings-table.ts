/** The summary of the findings of a file: one row each, fitted to the width of the terminal. */
import { drawnGrid } from "./drawn-table.ts";
import { columnWidths, type GridCell, type GridColumn, gap, gridWidth } from "./grid.ts";
import type { ReportOptions } from "./options.ts";
import type { Painter } from "./paint.ts";
import type { Check } from "./report.ts";
import { placeMark } from "./where.ts";
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

/** One line a finding, with at least so many cells for the caption. A terminal without that room gets two lines. */
const layouts: readonly { readonly line: number; readonly short: boolean; readonly empty: boolean }[] = [
  { line: 28, short: false, empty: true },
  { line: 24, short: true, empty: true },
  // Columns in which nothing stands are left out.
  { line: 24, short: true, empty: false },
];

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
    where: { text: placeMark(check), paint: paint.cyan, href: link(path, check.place.line) },
  };
}

function withHeads(short: boolean): readonly FieldColumn[] {
  return columns.map((column) => ({ ...column, head: (short && shortHeads[column.field]) || column.head }));
}

/** The first layout that fits `room`, with what is left of it for the caption of the line; null where none does. */
function fitColumns(
  cells: readonly Record<Field, GridCell>[],
  room: number,
): { readonly chosen: readonly FieldColumn[]; readonly line: number } | null {
  for (const layout of layouts) {
    const chosen = withHeads(layout.short).filter(
      ({ field }) => layout.empty || cells.some((row) => row[field].text !== ""),
    );
    const widths = columnWidths(
      chosen,
      cells.map((row) => chosen.map(({ field }) => row[field])),
    );
    const natural = widths[chosen.findIndex(({ field }) => field === "line")] ?? 0;
    const left = room - (gridWidth(widths) - natural);
    if (left >= Math.min(natural, layout.line)) return { chosen, line: Math.min(natural, left) };
  }
  return null;
}

/** The rows under their heads and a light rule. `path` is the true path of the file, for links. */
export function findingsTable(
  findings: readonly Numbered[],
  path: string,
  options: ReportOptions,
  colour: Painter,
): readonly string[] {
  const cells = findings.map((finding) => cellsOf(finding, path, options, colour));
  const fitted = fitColumns(cells, options.width - 1);
  if (!fitted) return narrowTable(cells, options);
  const { chosen, line } = fitted;
  const rows = cells.map((row) =>
    chosen.map(({ field }) =>
      field === "line" ? { ...row.line, text: truncateMiddle(row.line.text, line) } : row[field],
    ),
  );
  const [head = "", ...body] = drawnGrid(chosen, rows, options.paint.dim);
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
function narrowTable(cells: readonly Record<Field, GridCell>[], options: ReportOptions): readonly string[] {
  const { paint, width: room } = options;
  const chosen = withHeads(true).filter(({ field }) => !/^(?:line|rule|period)$/.test(field));
  const rows = cells.map((row) =>
    chosen.map(({ field }) => (field === "number" ? { text: pad("", row.number.text.length) } : row[field])),
  );
  const [head = "", ...body] = drawnGrid(chosen, rows, paint.dim);
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

/** The long lists of --all and --verbose: thousands of rows, so plain padded columns, grouped and compact. */
import { where } from "./findings-table.ts";
import { paddedGrid } from "./grid.ts";
import { count, counted } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FigureRef, ListedFigure, Note, Skipped } from "./report.ts";
import { truncate, width, wrap } from "./width.ts";

const captionRoom = 44;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `   ${line}`);
}

function passCells(check: Check, { paint }: ReportOptions) {
  const { display } = check;
  const off =
    check.grade === "rounding" && display.difference !== "" ? ` (rounding ${display.difference})` : "";
  return [
    { text: where(check), paint: paint.cyan },
    { text: truncate(display.line, captionRoom) },
    { text: display.period },
    { text: display.equation + off, paint: paint.dim },
  ];
}

const left = { head: "", align: "left" } as const;

/** What ties, by rule. */
export function passingLines(checks: readonly Check[], options: ReportOptions): readonly string[] {
  const passing = checks.filter((check) => check.status === "pass");
  if (passing.length === 0) return [];
  const lines = [
    ` ${options.paint.green(`${counted(passing.length, "relation")} ${passing.length === 1 ? "ties" : "tie"}`)}`,
  ];
  for (const [rule, group] of groupBy(passing, (check) => check.rule)) {
    const rows = group.map((check) => passCells(check, options));
    lines.push("", ` ${options.paint.bold(rule)} (${count(group.length)})`);
    lines.push(...indented(paddedGrid([left, left, left, left], rows, String)));
  }
  return lines;
}

/** Findings that the baseline accepts, with the reason. */
export function baselinedLines(checks: readonly Check[], options: ReportOptions): readonly string[] {
  if (checks.length === 0) return [];
  const said = checks.map((check) => {
    const { baselined, message } = check;
    const until = baselined?.expires ? ` until ${baselined.expires}` : "";
    const by = baselined?.who ? ` by ${baselined.who}` : "";
    return `${where(check)} ${message}; accepted${by}${until}: ${baselined?.reason || "no reason given"}`;
  });
  return [
    ` Accepted by the baseline: ${counted(checks.length, "finding")}`,
    ...said.flatMap((text) => {
      return wrap(text, options.width - 5).map((line, i) => (i === 0 ? `   ${line}` : `     ${line}`));
    }),
  ];
}

/** Figures by table, one row of the table a line, `mark` behind each. */
function figureRows<T extends FigureRef>(
  figures: readonly T[],
  { paint, width: room }: ReportOptions,
  mark: (figure: T) => string,
): readonly string[] {
  const lines: string[] = [];
  for (const [table, ofTable] of groupBy(figures, (figure) => figure.table)) {
    lines.push(`   ${paint.dim(truncate(table === "" ? "(in the text)" : table, room - 3))}`);
    const rows = [...groupBy(ofTable, (figure) => `${figure.page}:${figure.line}:${figure.row}`).values()];
    const cells = rows.map((row) => {
      const [first] = row;
      const page = first === undefined || first.page === null ? "" : `p${first.page}`;
      return [
        { text: `${page}:${first?.line ?? ""}`, paint: paint.cyan },
        { text: truncate(first?.row ?? "", captionRoom) },
        { text: row.map((figure) => figure.raw + mark(figure)).join("  ") },
      ];
    });
    lines.push(...indented(indented(paddedGrid([left, left, left], cells, String))));
  }
  return lines;
}

/** Figures under a heading; nothing when there are none. */
export function figureLines(
  heading: string,
  figures: readonly FigureRef[],
  options: ReportOptions,
): readonly string[] {
  if (figures.length === 0) return [];
  return [` ${heading}: ${counted(figures.length, "figure")}`, ...figureRows(figures, options, () => "")];
}

/** Every figure of the filing with the number of relations it takes part in. */
export function figureListLines(figures: readonly ListedFigure[], options: ReportOptions): readonly string[] {
  if (figures.length === 0) return [];
  return [
    ` All figures, with the number of relations each takes part in: ${count(figures.length)}`,
    ...figureRows(figures, options, (figure) => ` [${figure.checks}]`),
  ];
}

/** What rules matched, and what they found in one filing only. */
export function noteLines(notes: readonly Note[], options: ReportOptions): readonly string[] {
  if (notes.length === 0) return [];
  return [
    ` ${counted(notes.length, "note")}`,
    ...notes.flatMap(({ rule, note }) =>
      wrap(`${rule}: ${note}`, options.width - 5).map((line, i) => (i === 0 ? `   ${line}` : `     ${line}`)),
    ),
  ];
}

/** Rules that did not look, with the reason, each pair once. */
export function skippedLines(skipped: readonly Skipped[], options: ReportOptions): readonly string[] {
  if (skipped.length === 0) return [];
  const lines = [` Not checked: ${counted(skipped.length, "relation")}`];
  for (const [reason, group] of groupBy(skipped, (skip) => skip.reason)) {
    const rules = [...groupBy(group, (skip) => skip.rule)].map(([rule, of]) =>
      of.length > 1 ? `${rule} (${count(of.length)})` : rule,
    );
    const head = `${rules.join(", ")}: `;
    const [first = "", ...rest] = wrap(head + reason, options.width - 3);
    lines.push(
      `   ${width(head) <= width(first) ? options.paint.bold(head) + first.slice(head.length) : first}`,
    );
    lines.push(...rest.map((line) => `     ${line}`));
  }
  return lines;
}

/** The long lists of --all and --verbose: thousands of rows, so plain padded columns, grouped and compact. */
import { append } from "../lists.ts";
import { paddedGrid } from "./grid.ts";
import { count, counted } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FigureRef, ListedFigure, Note, Skipped } from "./report.ts";
import { figureMark, isFarOut, placeMark } from "./where.ts";
import { truncate, truncateMiddle, width, wrap } from "./width.ts";
import { findingSentence } from "./finding-sentence.ts";

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
    { text: placeMark(check), paint: paint.cyan },
    { text: truncateMiddle(display.line, captionRoom) },
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
    append(lines, indented(paddedGrid([left, left, left, left], rows, String)));
  }
  return lines;
}

/** Findings that the baseline accepts, with the reason. */
export function baselinedLines(checks: readonly Check[], options: ReportOptions): readonly string[] {
  if (checks.length === 0) return [];
  const said = checks.map((check) => {
    const { baselined } = check;
    const until = baselined?.expires ? ` until ${baselined.expires}` : "";
    const by = baselined?.who ? ` by ${baselined.who}` : "";
    return `${placeMark(check)} ${findingSentence(check)}; accepted${by}${until}: ${baselined?.reason || "no reason given"}`;
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
      return [
        { text: first ? figureMark(first) : "", paint: paint.cyan },
        { text: truncateMiddle(first?.row ?? "", captionRoom) },
        { text: row.map((figure) => figure.raw + mark(figure)).join("  ") },
      ];
    });
    append(lines, indented(indented(paddedGrid([left, left, left], cells, String))));
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

/** Figures in no relation. Those of sentences stand with their reasons under "Not checked". */
export function untiedLines(
  figures: readonly FigureRef[],
  skipped: readonly Skipped[],
  options: ReportOptions,
): readonly string[] {
  const told = new Set(
    skipped.flatMap(({ about }) => (about && about.printed !== null ? [about.where] : [])),
  );
  const others = figures.filter(
    ({ page, line, column }) => !told.has(`${page === null ? "" : `p${page}`}:${line}:${column}`),
  );
  if (others.length === figures.length) return figureLines("In no relation", figures, options);
  const below = `${count(figures.length - others.length)} of them in sentences, listed below`;
  return [
    ` In no relation: ${counted(figures.length, "figure")}, ${below}`,
    ...figureRows(others, options, () => ""),
  ];
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

/**
 * What was not checked, by reason: under each the numbers of sentences and the relations that it kept back, the
 * columns of one relation in one line. Where the reason is the rule's own, the rules that share it.
 */
export function skippedLines(skipped: readonly Skipped[], options: ReportOptions): readonly string[] {
  if (skipped.length === 0) return [];
  const numbers = skipped.filter(({ about }) => about && about.printed !== null).length;
  const relations = skipped.filter(({ about }) => about?.printed === null).length;
  const counts = [
    ...(numbers > 0 ? [counted(numbers, "number of a sentence", "numbers of sentences")] : []),
    ...(relations > 0 ? [counted(relations, "relation")] : []),
  ];
  const lines = [` Not checked${counts.length > 0 ? `: ${counts.join(", ")}` : ""}`];
  const byReason = groupBy(
    skipped.filter(({ about }) => about),
    ({ rule, about }) => `${rule} ${about?.why}`,
  );
  const sorted = [...byReason.values()].sort((a, b) => (a[0]?.rule === b[0]?.rule ? b.length - a.length : 0));
  for (const group of sorted) {
    const [first] = group;
    append(lines, headed(`${first?.rule} (${count(group.length)}): `, first?.about?.why ?? "", options));
    lines.push(
      ...indented(indented(paddedGrid([left, left, left, left], uncheckedRows(group, options), String))),
    );
  }
  const own = skipped.filter(({ about }) => !about);
  for (const [reason, group] of groupBy(own, (skip) => skip.reason)) {
    const rules = [...groupBy(group, (skip) => skip.rule)].map(([rule, of]) =>
      of.length > 1 ? `${rule} (${count(of.length)})` : rule,
    );
    append(lines, headed(`${rules.join(", ")}: `, reason, options));
  }
  return lines;
}

function headed(head: string, reason: string, { paint, width: room }: ReportOptions): readonly string[] {
  const [first = "", ...rest] = wrap(head + reason, room - 3);
  const painted = width(head) <= width(first) ? paint.bold(head) + first.slice(head.length) : first;
  return [`   ${painted}`, ...rest.map((line) => `     ${line}`)];
}

/** The line alone where the column is no help. */
function placeOf(where: string): string {
  const column = /:(\d+)$/.exec(where)?.[1] ?? "";
  return isFarOut({ column: Number(column) }) ? where.slice(0, -column.length - 1) : where;
}

function uncheckedRows(group: readonly Skipped[], { paint, width: room }: ReportOptions) {
  const about = group.flatMap((skip) => skip.about ?? []);
  // Place, column and number take the rest.
  const lineRoom = Math.max(20, Math.min(captionRoom, room - 55));
  // A relation is made in every column of its line, a number of a sentence stands alone.
  const rows = [
    ...groupBy(about, ({ where: at, line, printed }) => `${at} ${line} ${printed ?? ""}`).values(),
  ];
  return rows.map((row) => {
    const [first] = row;
    const columns = [...new Set(row.map(({ column }) => column))].filter((column) => column !== "");
    return [
      { text: placeOf(first?.where ?? ""), paint: paint.cyan },
      { text: truncateMiddle(first?.line ?? "", lineRoom) },
      { text: truncate(columns.join(", "), Math.max(20, room - lineRoom - 40)) },
      { text: first?.printed ?? "" },
    ];
  });
}

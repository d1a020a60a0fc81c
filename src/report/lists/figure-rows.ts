/** One row for each figure of a filing: the binder of a tie-out, with room for who looked at it and when. */
import { equation } from "../equation.ts";
import { shortWhere } from "../where.ts";
import type { Check, FigureRef, FileReport } from "../report.ts";
import type { Row } from "./finding-rows.ts";

export const figureNames: readonly string[] = [
  "File",
  "Table",
  "Line",
  "Column",
  "Figure",
  "Value",
  "Place",
  "Tick",
  "Relations",
  "Ties to",
  "Checked by",
  "On",
];
export const figureWidths: readonly number[] = [24, 32, 36, 20, 14, 18, 20, 6, 10, 70, 14, 12];

/** Equations that are told of one figure. */
const mostTold = 4;
/** Amounts up to here are exact as numbers of a spreadsheet. */
const mostDigits = 15;

type Tick = "✓" | "✗" | "?" | "";

interface Told {
  tick: Tick;
  readonly equations: string[];
  count: number;
}

function keyOf({ page, line, column }: Pick<FigureRef, "page" | "line" | "column">): string {
  return `${page ?? ""}:${line}:${column}`;
}

const ranks: readonly Tick[] = ["", "✓", "?", "✗"];

function tell(told: Map<string, Told>, figure: FigureRef, check: Check, tick: Tick): void {
  // A figure of another file has its place there.
  if (figure.path !== undefined) return;
  const key = keyOf(figure);
  const known = told.get(key) ?? { tick: "", equations: [], count: 0 };
  if (ranks.indexOf(tick) > ranks.indexOf(known.tick)) known.tick = tick;
  known.count++;
  const said = `${check.rule}: ${equation(check)}`;
  if (known.equations.length < mostTold && !known.equations.includes(said)) known.equations.push(said);
  told.set(key, known);
}

/** What the checks say of each figure, by its place. */
function toldOf({ checks }: FileReport): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const check of checks.flatMap((each) => [each, ...each.related])) {
    if (check.status === "skip") continue;
    const tick: Tick = check.status === "pass" ? "✓" : check.status === "warn" || check.baselined ? "?" : "✗";
    for (const figure of new Set([check.result, ...check.terms])) tell(told, figure, check, tick);
  }
  return told;
}

/** The amount in units as a number, where a spreadsheet keeps all its digits; else its digits as text. */
function valueOf({ value }: FigureRef): string | number | null {
  if (value === null) return null;
  return value.replace(/\D/g, "").length <= mostDigits ? Number(value) : value;
}

/** The rows of a file that was checked with all that ties; none of another. */
export function figureRows(file: FileReport): readonly Row[] {
  const told = toldOf(file);
  return (file.figureList ?? []).map((figure) => {
    const known = told.get(keyOf(figure));
    const equations = known?.equations ?? [];
    const place =
      shortWhere(figure) ?? `${figure.page === null ? "" : `page ${figure.page}, `}line ${figure.line}`;
    return [
      file.path,
      figure.table,
      figure.row,
      figure.col,
      figure.raw,
      valueOf(figure),
      place,
      known?.tick ?? "",
      known?.count ?? 0,
      equations.join("\n"),
      null,
      null,
    ];
  });
}

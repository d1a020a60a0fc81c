/** A figure of the list of all figures, with what is known of it besides its print. */
import type { ListedFigure } from "../report/report.ts";
import type { Filing } from "../statements/filing.ts";
import { type Figure, periodKey, type Unit } from "../tables/table.ts";
import { figureRef } from "./refs.ts";

/** Those that are amounts of money. */
const money: ReadonlySet<Unit> = new Set(["currency", "per-share"]);

/** `checks`: in how many relations it ties. */
export function listedFigure(figure: Figure, checks: number, filing: Filing): ListedFigure {
  const { row, column, table, unit } = figure;
  const statement = filing.kindOf(table);
  return {
    ...figureRef(figure),
    checks,
    period: periodKey(column.period),
    currency: money.has(unit) ? column.currency : null,
    unit,
    concept: filing.conceptOf(row),
    statement: statement === "other" ? null : statement,
  };
}

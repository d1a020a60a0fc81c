/** What the print of a cell means in its row and column: unit, scale, value, and whether it is damaged. */
import { type Decimal, zero } from "../money/decimal.ts";
import type { Printed } from "../money/figure.ts";
import type { Layout } from "./header.ts";
import type { DraftRow, RowCell } from "./draft.ts";
import type { Column, Damage, Unit } from "./table.ts";

export function figureUnitOf(column: Column, printed: Printed, rowUnit: Unit): Unit {
  if (column.role === "percent" || (printed.kind === "figure" && printed.percent)) return "percent";
  if (column.role === "count") return "count";
  return rowUnit;
}

export function scaleOf(unit: Unit, column: Column, layout: Layout): number {
  if (unit === "percent") return -2;
  if (unit === "currency") return column.scale;
  return unit === "shares" && !layout.sharesInUnits ? column.scale : 0;
}

export function valueOf(printed: Printed, scale: number): Decimal {
  if (printed.kind === "figure") {
    return { coefficient: printed.value.coefficient, exponent: printed.value.exponent + scale };
  }
  return { ...zero, exponent: scale };
}

/** What is left of a damaged figure, in whole units of the scale. */
export function remains(fragment: Damage["fragment"], scale: number): Decimal {
  const digits = BigInt(fragment.digits);
  return { coefficient: fragment.negative ? -digits : digits, exponent: scale };
}

/** Whether a column of five figures or more prints amounts without decimals, all but one in ten. */
export function printsWholeNumbers(drafts: readonly DraftRow[], column: number): boolean {
  let whole = 0;
  let decimals = 0;
  for (const draft of drafts) {
    const cell = draft.cells[column];
    if (!cell || draft.kind === "ghost" || draft.unit !== "currency") continue;
    if (cell.printed.kind === "damaged") whole++;
    else if (cell.printed.kind === "figure" && cell.printed.value.exponent < 0) decimals++;
    else if (cell.printed.kind === "figure") whole++;
  }
  return whole >= 5 && decimals * 10 <= whole;
}

export function damageOf(cell: RowCell, draft: DraftRow, wholeColumn: boolean): Damage | null {
  const { printed } = cell;
  if (draft.kind === "ghost") {
    return {
      kind: "ghost",
      reason: "its row is a second reading of the row beside it",
      fragment: fragmentOf(printed),
    };
  }
  if (cell.damage) return cell.damage;
  const wholeRow = draft.cells.some(
    (other) => other?.printed.kind === "figure" && other.printed.value.exponent >= 0,
  );
  if (wholeColumn && wholeRow && printed.kind === "figure" && mayBeMisread(cell.raw, printed.value)) {
    const reason = "a decimal point among whole numbers: a misread separator";
    return { kind: "garbled", reason, fragment: fragmentOf(printed) };
  }
  return null;
}

/**
 * Whether the point of a number may be a comma misread, perhaps of a number cut off. No number of groups begins
 * with a zero, and one that has a comma as well has its point in its place but where three digits follow.
 */
function mayBeMisread(raw: string, { coefficient, exponent }: Decimal): boolean {
  if (exponent >= 0 || (raw.includes(",") && exponent !== -3)) return false;
  const size = coefficient < 0n ? -coefficient : coefficient;
  return size >= 10n ** BigInt(-exponent);
}

function fragmentOf(printed: Printed): Damage["fragment"] {
  if (printed.kind === "damaged") return printed.fragment;
  if (printed.kind !== "figure") return { digits: "", negative: false };
  const { coefficient } = printed.value;
  return { digits: (coefficient < 0n ? -coefficient : coefficient).toString(), negative: coefficient < 0n };
}

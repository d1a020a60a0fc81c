/** Captions of balances: what stands between two of them is a movement from one to the other. */
import { captionKey } from "./caption.ts";
import type { RowKind, Unit } from "./table.ts";

const named =
  /^(?:balances?|outstanding|(?:non ?|un)vested|opening|beginning|closing|ending|at (?:beginning|end))\b|^(?:total )?(?:shareholder )?equity\b.*\b\d{4}$/;

const month = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const date = `(?:${month} \\d{1,2}|\\d{1,2} ${month}) \\d{4}`;
/**
 * "December 31, 2024", "As of 31 December 2024", "At 31 December 2024 and 1 January 2025": all that statements of
 * equity call a balance.
 */
const dated = new RegExp(`^(?:as (?:of|at) |at )?${date}(?:\\D{1,5}${date})?$`);

export function isBalance(caption: string): boolean {
  const key = captionKey(caption);
  return named.test(key) || dated.test(key);
}

/** The lines that stand between two balances in money. */
export function movementsOf<
  Line extends { readonly caption: string; readonly kind: RowKind; readonly unit: Unit },
>(rows: readonly Line[]): readonly Line[] {
  const moved: Line[] = [];
  let since: Line[] | null = null;
  for (const row of rows) {
    if (row.kind !== "item") continue;
    if (!isBalance(row.caption)) {
      since?.push(row);
      continue;
    }
    if (row.unit === "currency") for (const line of since ?? []) moved.push(line);
    since = row.unit === "currency" ? [] : null;
  }
  return moved;
}

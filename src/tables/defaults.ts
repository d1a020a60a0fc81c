/** What a filing says of all its tables: where a header leaves out currency, scale or year end, these stand. */
import type { Document } from "../read/document.ts";
import { type Defaults, readCurrency, readScale } from "./header.ts";
import { isDateline, type MonthDay, readMonthDay } from "./period.ts";
import type { RawTable } from "./segment.ts";

/** Where no header names the currency, the marks before the figures do. */
function countMarks(raws: readonly RawTable[], counts: Map<string, number>): void {
  for (const { body } of raws) {
    for (const { cells } of body) {
      for (const { mark } of cells) {
        const currency = mark === undefined ? null : readCurrency(mark);
        if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
      }
    }
  }
}

export function readDefaults(document: Document, raws: readonly RawTable[]): Defaults {
  let scale: number | null = null;
  const yearEnds = new Map<string, { day: MonthDay; count: number }>();
  const currencyCounts = new Map<string, number>();
  for (const raw of raws) {
    const said = [...raw.heading, ...raw.header.flatMap((row) => row.cells.map((cell) => cell.text))];
    for (const text of said) {
      const currency = readCurrency(text);
      if (currency) currencyCounts.set(currency, (currencyCounts.get(currency) ?? 0) + 1);
    }
    scale ??= readScale(said.join(" "));
    const named = [...raw.heading.filter((line) => !isDateline(line)), ...said.slice(raw.heading.length)];
    const day = named.map(readMonthDay).find((found) => found?.day);
    if (!day) continue;
    const key = `${day.month}-${day.day}`;
    yearEnds.set(key, { day, count: (yearEnds.get(key)?.count ?? 0) + 1 });
  }
  for (const block of document.blocks) {
    if (scale !== null) break;
    if (block.kind === "paragraph" && /\b(?:in|nearest) (?:thousands?|millions?)\b/i.test(block.text)) {
      scale = readScale(block.text);
    }
  }
  if (currencyCounts.size === 0) countMarks(raws, currencyCounts);
  const currency = [...currencyCounts].reduce<[string, number] | null>(
    (a, b) => (a && a[1] >= b[1] ? a : b),
    null,
  );
  const yearEnd = [...yearEnds.values()].reduce<{ day: MonthDay; count: number } | null>(
    (a, b) => (a && a.count >= b.count ? a : b),
    null,
  );
  return { currency: currency?.[0] ?? null, scale: scale ?? 0, yearEnd: yearEnd?.day ?? null };
}

/** The lines that an equation names, in a filing, and the figure of a line that belongs with another. */
import { compare } from "../../money/decimal.ts";
import { type Concept, concepts, conceptKey } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, periodKey, printedSection, type Row, type Table } from "../../tables/table.ts";

/** One part of an equation. */
export interface Part {
  /** As written. */
  readonly name: string;
  readonly concept: Concept | null;
  /** Captions that it may have, each perhaps under a heading. */
  readonly captions: readonly { readonly heading: string | null; readonly caption: string }[];
}

/** `as` are captions that the name stands for. */
export function partOf(name: string, as: readonly string[] | undefined): Part {
  const captions = (as ?? [name]).map((text) => {
    const at = text.lastIndexOf(" > ");
    return at < 0
      ? { heading: null, caption: text.trim() }
      : { heading: captionKey(text.slice(0, at)), caption: text.slice(at + 3).trim() };
  });
  const concept = as ? undefined : concepts.find((known) => known === name);
  return { name, concept: concept ?? null, captions };
}

export interface Line {
  readonly table: Table;
  readonly row: Row;
}

type Index = ReadonlyMap<string, readonly Line[]>;

const indexes = new WeakMap<Filing, { readonly exact: Index; readonly general: Index }>();

function indexOf(filing: Filing): { readonly exact: Index; readonly general: Index } {
  const known = indexes.get(filing);
  if (known) return known;
  const exact = new Map<string, Line[]>();
  const general = new Map<string, Line[]>();
  const put = (index: Map<string, Line[]>, key: string, line: Line): void => {
    const lines = index.get(key);
    if (lines) lines.push(line);
    else index.set(key, [line]);
  };
  for (const table of filing.tables) {
    for (const row of table.rows) {
      if (row.kind !== "item") continue;
      put(exact, captionKey(row.caption), { table, row });
      put(general, conceptKey(row.caption), { table, row });
      if (!row.printed) continue;
      put(exact, captionKey(row.printed.caption), { table, row });
      put(general, conceptKey(row.printed.caption), { table, row });
    }
  }
  const made = { exact, general };
  indexes.set(filing, made);
  return made;
}

/** The lines of the filing that a part may mean. A concept has precedence, then the very words, then the words without remarks. */
export function linesOf(filing: Filing, { concept, captions }: Part): readonly Line[] {
  if (concept) {
    const found = filing.tables.flatMap((table) => {
      const row = filing.rowOf(table, concept);
      return row ? [{ table, row }] : [];
    });
    if (found.length > 0) return found;
  }
  const { exact, general } = indexOf(filing);
  const under = (heading: string | null, lines: readonly Line[]): readonly Line[] =>
    heading === null
      ? lines
      : lines.filter(({ row }) =>
          [...row.section, ...printedSection(row)].some((section) => captionKey(section) === heading),
        );
  for (const [index, key] of [
    [exact, captionKey],
    [general, conceptKey],
  ] as const) {
    const found = captions.flatMap(({ heading, caption }) => under(heading, index.get(key(caption)) ?? []));
    if (found.length > 0) return found;
  }
  return [];
}

/** Amounts of two currencies never meet in one equation; counts and shares have none. */
function sameMoney(a: Figure, b: Figure): boolean {
  const bare = (figure: Figure): boolean => figure.unit !== "currency" && figure.unit !== "per-share";
  return bare(a) || bare(b) || a.column.currency === b.column.currency;
}

/** A balance stands beside the period that ends on its day. */
function samePeriod(a: Figure, b: Figure): boolean {
  const [first, second] = [a.column.period, b.column.period];
  if (!first || !second) return false;
  if (periodKey(first) === periodKey(second)) return true;
  return first.kind !== second.kind && first.end === second.end;
}

function sameValue(a: Figure, b: Figure): boolean {
  return a.damage === null && b.damage === null && compare(a.value, b.value) === 0;
}

/** The figure, or in a word why there is none. */
export type Found = Figure | "missing" | "ambiguous";

/**
 * The figure of one of `lines` that belongs with `anchor`: in its own table and column, else wherever the
 * filing prints one for its period and currency. Several are one when they print the same.
 */
export function beside(anchor: Figure, lines: readonly Line[]): Found {
  const own = lines.filter(({ table }) => table === anchor.table);
  const here = own.flatMap(({ row }) => row.figures[anchor.column.index] ?? []);
  if (here.length > 0) {
    const section = anchor.row.section.join("\n");
    const near = here.filter(({ row }) => row.section.join("\n") === section);
    return oneOf(near.length > 0 ? near : here);
  }
  const elsewhere = lines
    .filter(({ table }) => table !== anchor.table)
    .flatMap(({ row }) => row.figures.flatMap((figure) => figure ?? []))
    .filter((figure) => isCounted(figure) && samePeriod(figure, anchor) && sameMoney(figure, anchor));
  const exact = elsewhere.filter(
    (figure) => periodKey(figure.column.period) === periodKey(anchor.column.period),
  );
  return oneOf(exact.length > 0 ? exact : elsewhere);
}

function oneOf(figures: readonly Figure[]): Found {
  const [first] = figures;
  if (!first) return "missing";
  return figures.every((figure) => figure === first || sameValue(figure, first)) ? first : "ambiguous";
}

/** Columns of changes, notes and prices say nothing of a period's amount. */
export function isCounted({ column }: Figure): boolean {
  return column.role === "amount" || column.role === "count";
}

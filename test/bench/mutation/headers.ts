/** Where a slip can be planted in words: rates, scale lines, dates over columns and in titles, words of direction. */
import type { Block, Cell, Paragraph, Place } from "../../../src/read/document.ts";
import { placeOfSpot } from "../../../src/headings/change.ts";
import type { Filing, StatementKind } from "../../../src/statements/filing.ts";
import { slipped } from "./plant.ts";
import type { Random } from "./random.ts";

export const headerSlips = [
  "rate",
  "scale-line",
  "column-year",
  "title-year",
  "direction",
  "loss-profit",
] as const;
export type HeaderSlip = (typeof headerSlips)[number];

/** A word or number of a header or sentence. */
export interface HeaderTarget {
  readonly slip: HeaderSlip;
  readonly place: Place;
  readonly raw: string;
  readonly label: string;
}

const rate = /(?<=(?:RMB|US\$|HK\$|NT\$|€|£|¥|CNY)\s?)\d{1,2}\.\d{4}(?!\d)/g;
const translated = /\btranslat|\bexchange rate|\bconvenience\b|\bat (?:the|a) rate\b/i;
const scale = /(?<=\bin )(?:thousands|millions)\b/gi;
const year = /(?<!\d)20\d\d(?!\d)/g;
const direction =
  /\b(?:increased|decreased|increase|decrease|rose|fell|grew|declined)\b(?=[^.]{0,120}\d[\d,.]*\s?(?:%|million|billion|thousand))/gi;
const result = /(?<=\bnet )(?:loss|income|profit)\b(?=\s+(?:was|of|for|attributable)[^.]{0,120}\d)/gi;

const opposite: Readonly<Record<string, string>> = {
  thousands: "millions",
  millions: "thousands",
  increased: "decreased",
  decreased: "increased",
  increase: "decrease",
  decrease: "increase",
  rose: "fell",
  fell: "rose",
  grew: "declined",
  declined: "grew",
  loss: "income",
  income: "loss",
  profit: "loss",
};

/** The other word, in the letters of the one. */
function otherWord(raw: string): string | null {
  const word = opposite[raw.toLowerCase()];
  if (word === undefined) return null;
  if (raw === raw.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(raw) ? (word[0] ?? "").toUpperCase() + word.slice(1) : word;
}

/** What the header prints after the slip; null where none can be made. */
export function misheaded({ slip, raw, place, label }: HeaderTarget, random: Random): string | null {
  if (slip === "column-year" || slip === "title-year")
    return String(Number(raw) + (random.below(2) === 0 ? 1 : -1));
  if (slip !== "rate") return otherWord(raw);
  const kind = random.below(2) === 0 ? "digit" : "transposition";
  return slipped(kind, { place, raw, label, neighbours: [], others: [], face: false }, random);
}

const statements: ReadonlySet<StatementKind> = new Set(["income", "balance", "cash-flow"]);
/** Lines of a title above a table. */
const titleLines = 8;

/** `lines`: the source by line; what it does not print in one piece is left alone. */
export function headerTargets(filing: Filing, lines: readonly string[]): HeaderTarget[] {
  const { blocks } = filing.document;
  const titles = new Set<Block>();
  const found: HeaderTarget[] = [];
  const add = (slip: HeaderSlip, owner: Paragraph | Cell, pattern: RegExp, label: string): void => {
    for (const match of owner.text.matchAll(pattern)) {
      const [raw] = match;
      const place = placeOfSpot({ owner, start: match.index, end: match.index + raw.length });
      const { line, column } = place;
      if (lines[line - 1]?.slice(column - 1, column - 1 + raw.length) !== raw) continue;
      found.push({ slip, place: { ...place, endColumn: column + raw.length }, raw, label });
    }
  };
  for (const table of filing.tables) {
    if (!statements.has(filing.kindOf(table))) continue;
    const own = blocks.findIndex(
      (block) => block.kind === "grid" && block.rows.some(({ line }) => line === table.line),
    );
    const grid = blocks[own];
    const first = table.rows.find(({ figures }) => figures.some((figure) => figure && !figure.nil));
    if (grid?.kind === "grid" && first) {
      for (const row of grid.rows) {
        if (
          row.line >= first.line &&
          grid.rows.length > 1 &&
          row.cells.some(({ text }) => text === first.caption)
        )
          break;
        for (const cell of row.cells) {
          add("column-year", cell, year, `column of ${table.title}`);
          add("scale-line", cell, scale, `scale of ${table.title}`);
        }
      }
    }
    for (const block of blocks.slice(Math.max(0, own - titleLines), Math.max(0, own))) {
      if (block.kind !== "paragraph" || !table.heading.includes(block.text) || titles.has(block)) continue;
      titles.add(block);
      add("scale-line", block, scale, `title of ${table.title}`);
      add("title-year", block, year, `title of ${table.title}`);
    }
  }
  for (const block of blocks) {
    if (block.kind !== "paragraph" || titles.has(block)) continue;
    const label = block.text.slice(0, 80);
    if (translated.test(block.text)) add("rate", block, rate, label);
    add("direction", block, direction, label);
    add("loss-profit", block, result, label);
  }
  return found;
}

/** A statement that says another scale than the other statements, and prints amounts of the same size. */
import type { Block, Cell, Paragraph } from "../read/document.ts";
import { toNumber } from "../money/decimal.ts";
import type { Filing } from "../statements/filing.ts";
import { readScale } from "../tables/header.ts";
import { readable, type Table } from "../tables/table.ts";
import { type HeaderChange, placeOfSpot, type Spot } from "./change.ts";

const words: ReadonlyMap<number, string> = new Map([
  [3, "thousands"],
  [6, "millions"],
  [9, "billions"],
]);
const scaleWord = /\b(?:thousand|million|billion)s?\b/i;

/** Statements of one company are of sizes less than this apart; scales are a thousand apart. */
const mostApart = 30;

/** Two figures that agree to the digit across statements. */
const fewest = 2;

interface Face {
  readonly table: Table;
  readonly scale: number;
  /** The largest amount as it is printed. */
  readonly size: number;
}

export function* scaleChanges(filing: Filing): Generator<HeaderChange> {
  const faces = filing.tables.flatMap((table) => faceOf(filing, table) ?? []);
  if (faces.length < 2 || faces.every(({ scale }) => scale === faces[0]?.scale)) return;
  for (const face of faces) {
    const others = faces.filter((other) => other !== face);
    const scales = new Set(others.map(({ scale }) => scale));
    const [scale] = scales;
    const word = words.get(scale ?? 0);
    if (scale === undefined || word === undefined || scales.size > 1 || scale === face.scale) continue;
    if (!others.some(({ size }) => size < face.size * mostApart && face.size < size * mostApart)) continue;
    const at = statedAt(filing.document.blocks, face);
    if (!at) continue;
    const printed = at.owner.text.slice(at.start, at.end);
    const meant = printed === printed.toUpperCase() ? word.toUpperCase() : word;
    yield {
      subject: `Scale of ${face.table.title || "the statement"}`,
      printed,
      meant: printed.endsWith("s") || printed.endsWith("S") ? meant : meant.slice(0, -1),
      place: placeOfSpot(at),
      fewest,
      at,
    };
  }
}

/** A statement in one scale; null where tags say what the amounts are. */
function faceOf(filing: Filing, table: Table): Face | null {
  if (filing.kindOf(table) === "other") return null;
  const scales = new Set<number>();
  let size = 0;
  for (const { figures } of table.rows) {
    for (const figure of figures) {
      if (!readable(figure) || figure.nil || figure.unit !== "currency") continue;
      if (figure.scale !== figure.column.scale) return null;
      scales.add(figure.scale);
      size = Math.max(size, Math.abs(toNumber(figure.value)) / 10 ** figure.scale);
    }
  }
  const [scale] = scales;
  return scale === undefined || scales.size > 1 || size === 0 ? null : { table, scale, size };
}

/** Where the title or the header of the table says its scale, the nearest to its figures. */
function statedAt(blocks: readonly Block[], { table, scale }: Face): Spot | null {
  const last = table.rows.find(({ kind }) => kind !== "heading")?.line ?? table.line;
  const headings = new Set(table.heading);
  let found: Spot | null = null;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      if (block.line <= last && headings.has(block.text)) found = spotIn(block, scale) ?? found;
      continue;
    }
    for (const { line, cells } of block.rows) {
      if (line < table.line || line >= last) continue;
      for (const cell of cells) found = spotIn(cell, scale) ?? found;
    }
  }
  return found;
}

function spotIn(owner: Paragraph | Cell, scale: number): Spot | null {
  const match = scaleWord.exec(owner.text);
  if (!match || readScale(owner.text) !== scale) return null;
  return { owner, start: match.index, end: match.index + match[0].length };
}

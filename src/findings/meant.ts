/**
 * Whether a print that cannot be read is a figure that was damaged. Notes "4,7", a bracket that stands on the
 * next line, a point in a percentage: the print may be right there, so only an equation can tell.
 */
import type { Document } from "../read/document.ts";
import type { Filing } from "../statements/filing.ts";
import { type Figure, readable } from "../tables/table.ts";

/** Lines that a wrapped cell may be away from its bracket. */
const near = 2;

/** Prints that need not be figures, and that no equation shows to be any. */
export function doubtfulFigures(
  { document, figures }: Filing,
  readings: ReadonlyMap<number, unknown>,
): ReadonlySet<Figure> {
  const isMeant = meantIn(document);
  return new Set(
    figures.filter((figure) => {
      if (figure.damage === null || readings.has(figure.id)) return false;
      // Of a row that was read twice any figure tells.
      const printed = figure.row.kind === "ghost" ? figure.row.figures : [figure];
      return !printed.some((other) => other && isMeant(other));
    }),
  );
}

function meantIn(document: Document): (figure: Figure) => boolean {
  let lines: ReadonlyMap<number, Unpaired> | null = null;
  return (figure) => {
    const raw = figure.raw.trim();
    if (isList(raw) || /^\d{1,3}\s?\)$/.test(raw)) return false;
    if (figure.damage?.reason.startsWith("a decimal point") && !/\.\d{3}\D*$/.test(raw)) return false;
    if (/^0\d+$/.test(raw) && !groups(figure)) return false;
    const has = unpairedIn(raw);
    if (has === null) return true;
    lines ??= unpairedByLine(document);
    return !isNear(lines, figure.place.line, has);
  };
}

/** "4,7", "15, 19": numbers of notes rise, and there are not many notes. */
function isList(raw: string): boolean {
  if (!/^\d{1,2}(?:\s?[,&;]\s?\d{1,2})+$/.test(raw)) return false;
  const numbers = (raw.match(/\d+/g) ?? []).map(Number);
  return numbers.every((number, i) => number > (numbers[i - 1] ?? 0) && number <= mostNotes);
}

const mostNotes = 50;

/** Whether its column parts thousands: then a number with a zero before it is not a code. */
function groups({ table, column }: Figure): boolean {
  const index = table.columns.indexOf(column);
  return table.rows.some(({ figures }) => {
    const other = figures[index];
    return readable(other) && /\d,\d{3}/.test(other.raw);
  });
}

/** Brackets of a text that have no partner in it. */
interface Unpaired {
  readonly open: number;
  readonly closed: number;
}

/** Which bracket an amount has that the other one lacks; null where it has another fault. */
function unpairedIn(raw: string): keyof Unpaired | null {
  if (!/^\s*[$€£¥]?\s*\d[\d,]*(?:\.\d+)?\s*%?\s*$/.test(raw.replace(/[()]/g, ""))) return null;
  const { open, closed } = unpaired(raw);
  if (open + closed !== 1) return null;
  return open === 1 ? "open" : "closed";
}

function unpaired(text: string, before: Unpaired = { open: 0, closed: 0 }): Unpaired {
  let { open, closed } = before;
  for (const char of text) {
    if (char === "(") open++;
    else if (char === ")" && open > 0) open--;
    else if (char === ")") closed++;
  }
  return { open, closed };
}

/** By line, where there are any. */
function unpairedByLine({ blocks }: Document): Map<number, Unpaired> {
  const lines = new Map<number, Unpaired>();
  const add = (line: number, text: string): void => {
    if (/[()]/.test(text)) lines.set(line, unpaired(text, lines.get(line)));
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") add(block.line, block.text);
    else for (const { line, cells } of block.rows) for (const { text } of cells) add(line, text);
  }
  return lines;
}

/** Whether its own line has the partner, or one nearby: behind it what closes, before it what opens. */
function isNear(lines: ReadonlyMap<number, Unpaired>, line: number, has: keyof Unpaired): boolean {
  if ((lines.get(line)?.[has] ?? 0) === 0) return true;
  for (let away = 1; away <= near; away++) {
    const other = lines.get(has === "open" ? line + away : line - away);
    if ((other?.[has === "open" ? "closed" : "open"] ?? 0) > 0) return true;
  }
  return false;
}

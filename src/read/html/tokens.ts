/** Cells of one row -> what is printed: marks in cells of their own go to their numbers. */
import type { DraftCell } from "./drafts.ts";
import { currencyOf, isYear, numberText, pieceOf } from "./numbers.ts";
import type { TextRun } from "./text-run.ts";

/** A cell with its place in the table's own grid of columns. */
export interface Placed {
  readonly cell: DraftCell;
  readonly run: TextRun;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface Token {
  readonly kind: "number" | "nil" | "year" | "text";
  readonly text: string;
  /** The run that prints the number or the text. */
  readonly run: TextRun;
  /** Columns of the cell that prints it. */
  readonly start: number;
  readonly end: number;
  /** With the cells of its marks. */
  readonly from: number;
  readonly to: number;
  /** The currency mark before the number. */
  readonly mark?: string;
}

/** `marks`: starts of columns that hold nothing but footnote marks and the like. */
export function readTokens(cells: readonly Placed[], marks: ReadonlySet<number>): Token[] {
  const tokens: Token[] = [];
  let opening: Placed | null = null;
  const flush = (): void => {
    if (opening) tokens.push(textToken(opening));
    opening = null;
  };
  for (const placed of cells) {
    const { run, start, end } = placed;
    if (run.empty) continue;
    let piece = pieceOf(run.text);
    const last = tokens.at(-1);
    if (piece === "mark") {
      const beside = marks.has(start) && last?.to === start;
      if (last && !opening && (beside || !/^\(\d{1,2}\)$/.test(run.text))) continue;
      piece = pieceOf(run.text.replace(/[*†‡§#]/g, "")) === "blank" ? "text" : "number";
    }
    if (piece === "suffix" && !opening && last && last.kind !== "text") {
      tokens[tokens.length - 1] = closed(last, run.text, end);
      continue;
    }
    if (piece === "prefix") {
      flush();
      opening = placed;
      continue;
    }
    if (piece === "number" || piece === "nil") {
      const before: Placed | null = opening;
      opening = null;
      const printed = before === null ? run.text : before.run.text + run.text;
      const text = piece === "nil" ? nilText(printed) : numberText(printed);
      const kind = piece === "nil" ? "nil" : isYear(text) ? "year" : "number";
      const mark = currencyOf(printed);
      tokens.push({
        kind,
        text,
        run,
        start,
        end,
        from: before === null ? start : before.start,
        to: end,
        ...(mark === null ? {} : { mark }),
      });
      continue;
    }
    flush();
    tokens.push(textToken(placed));
  }
  flush();
  return tokens;
}

function textToken({ run, start, end }: Placed): Token {
  return { kind: "text", text: run.text, run, start, end, from: start, to: end };
}

/** The number with the bracket or percent sign that a later cell prints. */
function closed(token: Token, behind: string, to: number): Token {
  if (token.kind === "nil") return { ...token, to };
  return { ...token, kind: "number", text: numberText(token.text + behind), to };
}

function nilText(printed: string): string {
  return /nil/i.test(printed) ? "nil" : (/[-\u2010-\u2015\u2212]+/.exec(printed)?.[0] ?? printed);
}

/** Where a slip can be planted: cells and rows of the tables, numbers in the prose. */
import type { Paragraph, Place } from "../../../src/read/document.ts";
import type { Filing, StatementKind } from "../../../src/statements/filing.ts";
import type { Figure } from "../../../src/tables/table.ts";

/** A printed number with the figures it may be mistaken for. */
export interface Target {
  readonly place: Place;
  readonly raw: string;
  /** Prints of the cells beside and above. */
  readonly neighbours: readonly string[];
  /** Prints of the same line in other periods of the same currency. */
  readonly others: readonly string[];
  readonly label: string;
  /** It stands on the face of one of the three statements. */
  readonly face: boolean;
}

/** A line of a table that may be dropped or doubled. */
export interface Line {
  readonly line: number;
  readonly label: string;
  readonly face: boolean;
}

const statements: ReadonlySet<StatementKind> = new Set(["income", "balance", "cash-flow"]);

function plantable(figure: Figure | undefined): figure is Figure {
  return (
    figure !== undefined &&
    !figure.nil &&
    figure.damage === null &&
    figure.row.kind !== "ghost" &&
    figure.column.role !== "note" &&
    /[1-9]/.test(figure.raw)
  );
}

export function tableTargets(filing: Filing): Target[] {
  return filing.figures.filter(plantable).map((figure) => {
    const { row, column, table } = figure;
    const beside = row.figures.filter(
      (other) => plantable(other) && Math.abs(other.column.index - column.index) === 1,
    );
    const above = table.rows
      .slice(0, row.index)
      .filter((other) => other.unit === row.unit && plantable(other.figures[column.index]))
      .slice(-1)
      .map((other) => other.figures[column.index]);
    const periods = row.figures.filter(
      (other) =>
        plantable(other) &&
        other !== figure &&
        other.column.currency === column.currency &&
        (other.column.period?.end ?? "") < (column.period?.end ?? ""),
    );
    const raws = (figures: readonly (Figure | undefined)[]): string[] =>
      figures.flatMap((other) => (other && other.raw !== figure.raw ? [other.raw] : []));
    return {
      place: figure.place,
      raw: figure.raw,
      neighbours: raws([...beside, ...above]),
      others: raws(periods),
      label: `${row.caption || "(no caption)"} | ${column.label}`,
      face: statements.has(filing.kindOf(table)),
    };
  });
}

/**
 * Lines with at least one figure that can be planted on; a line that OCR damaged is none. In a source that
 * prints several rows on one line, or one over several, none can be dropped.
 */
export function tableLines(filing: Filing): Line[] {
  if (filing.document.format === "html" || filing.document.format === "pdf") return [];
  return filing.tables.flatMap((table) =>
    table.rows
      .filter((row) => row.figures.some(plantable) && row.figures.every((f) => !f || f.damage === null))
      .map((row) => ({
        line: row.line,
        label: `${row.caption || "(no caption)"} | ${table.title}`,
        face: statements.has(filing.kindOf(table)),
      })),
  );
}

/** Amounts and percentages as sentences print them; years, dates and counts of days are none. */
const proseNumber = /(?:RMB|US\\?\$|HK\\?\$|\$)\s?-?\(?\d[\d,]*(?:\.\d+)?\)?|(?<![\d.,])-?\d+(?:\.\d+)?%/g;

/** `lines`: the source by line, since paragraphs may be put together from pieces. */
export function proseTargets(filing: Filing, lines: readonly string[]): Target[] {
  const paragraphs = filing.document.blocks.filter((block): block is Paragraph => block.kind === "paragraph");
  return paragraphs.flatMap((paragraph) => {
    const { text } = paragraph;
    const found = [...text.matchAll(proseNumber)].flatMap((match): Target[] => {
      const mark = /^[^\d(-]*/.exec(match[0])?.[0].length ?? 0;
      const raw = match[0].slice(mark).replace(/[,.]$/, "");
      const at = match.index + mark;
      const { line, column } = sourceOf(paragraph, at);
      // A number that the source does not print in one piece is left alone.
      if (lines[line - 1]?.slice(column - 1, column - 1 + raw.length) !== raw) return [];
      return [
        {
          place: { line, column, endColumn: column + raw.length },
          raw,
          neighbours: [],
          others: [],
          face: false,
          label: text.slice(Math.max(0, match.index - 50), match.index + match[0].length),
        },
      ];
    });
    return found.map((target, i) => {
      const beside = found[i - 1] ?? found[i + 1];
      const alike =
        beside && beside.raw !== target.raw && beside.raw.endsWith("%") === target.raw.endsWith("%");
      return { ...target, neighbours: alike ? [beside.raw] : [] };
    });
  });
}

function sourceOf({ line, column, pieces }: Paragraph, at: number): { line: number; column: number } {
  const piece = pieces?.findLast(({ offset }) => offset <= at) ?? { offset: 0, line, column };
  return { line: piece.line, column: piece.column + at - piece.offset };
}

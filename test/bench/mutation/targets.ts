/** Where a slip can be planted: cells and rows of the tables, numbers in the prose. */
import type { Paragraph, Place } from "../../../src/read/document.ts";
import type { Filing } from "../../../src/statements/filing.ts";
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
}

/** A line of a table that may be dropped or doubled. */
export interface Line {
  readonly line: number;
  readonly label: string;
}

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
    };
  });
}

/** Lines with at least one figure that can be planted on; a line that OCR damaged is none. */
export function tableLines(filing: Filing): Line[] {
  return filing.tables.flatMap((table) =>
    table.rows
      .filter((row) => row.figures.some(plantable) && row.figures.every((f) => !f || f.damage === null))
      .map((row) => ({ line: row.line, label: `${row.caption || "(no caption)"} | ${table.title}` })),
  );
}

/** Amounts and percentages as sentences print them; years, dates and counts of days are none. */
const proseNumber = /(?:RMB|US\\?\$|HK\\?\$|\$)\s?-?\(?\d[\d,]*(?:\.\d+)?\)?|(?<![\d.,])-?\d+(?:\.\d+)?%/g;

/** `lines`: the text of the filing by line, since paragraphs are kept trimmed. */
export function proseTargets(filing: Filing, lines: readonly string[]): Target[] {
  const paragraphs = filing.document.blocks.filter((block): block is Paragraph => block.kind === "paragraph");
  return paragraphs.flatMap((paragraph) => {
    const text = lines[paragraph.line - 1] ?? "";
    const found = [...text.matchAll(proseNumber)].flatMap((match): Target[] => {
      const mark = /^[^\d(-]*/.exec(match[0])?.[0].length ?? 0;
      const raw = match[0].slice(mark).replace(/[,.]$/, "");
      const column = match.index + mark + 1;
      return [
        {
          place: { line: paragraph.line, column, endColumn: column + raw.length },
          raw,
          neighbours: [],
          others: [],
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

import { lineOnPage } from "../read/document.ts";
import { saidSpot, wordSpotOf } from "../read/office/spots.ts";
import type { Excerpt, ExcerptRow } from "../report/report.ts";
import type { Relation } from "../relations/relation.ts";
import { type Figure, printedCaption, type Row } from "../tables/table.ts";
import { columnName, lineName, withScale } from "./words.ts";

const mostRows = 16;

/** Figures that may be wrong: those that the excerpt marks, and others whose rows it shows as well. */
interface Shown {
  readonly marked: readonly Figure[];
  readonly beside: readonly Figure[];
}

/** The rows that a finding is about, in the columns it is about, with the cells marked. */
export function excerptOf({ result, terms }: Relation, { marked, beside }: Shown): Excerpt {
  if (result.wording) return textExcerpt(result, terms, marked);
  const figures = [result, ...terms, ...marked, ...beside].filter((figure) => figure.table === result.table);
  const columns = [...new Set(figures.map((figure) => figure.column))].sort((a, b) => a.index - b.index);
  const rows = [...new Set(figures.map((figure) => figure.row))].sort((a, b) => a.index - b.index);
  const marks = new Map<Figure, "result" | "term" | "suspect">();
  for (const term of terms) marks.set(term, "term");
  marks.set(result, "result");
  for (const suspect of marked) marks.set(suspect, "suspect");
  const makeRow = (row: Row): ExcerptRow => ({
    line: lineOnPage(row.line),
    ...shownAs(wordSpotOf(row.line)?.number),
    caption: printedCaption(row),
    cells: columns.map((column) => {
      const figure = row.figures[column.index];
      return { text: figure?.raw ?? "", mark: (figure && marks.get(figure)) ?? null };
    }),
  });
  const label = (index: number): string => {
    const figure = figures.find((candidate) => candidate.column.index === index);
    return figure ? columnName(figure) : "";
  };
  return { columns: columns.map((column) => label(column.index)), rows: shorten(rows, marks).map(makeRow) };
}

/** How a row of a document of Word is counted; lines of texts speak for themselves. */
function shownAs(name: string | number | null | undefined): Pick<ExcerptRow, "shown"> {
  return name === null || name === undefined ? {} : { shown: String(name) };
}

/** A sentence's number above the cells and numbers that it is held against, each on its own line. */
function textExcerpt(result: Figure, terms: readonly Figure[], suspects: readonly Figure[]): Excerpt {
  const rowOf = (figure: Figure): ExcerptRow => ({
    line: lineOnPage(figure.place.line),
    ...shownAs(saidSpot(figure.place.line)),
    caption: `${lineName(figure)}, ${columnName(figure)}`.replace(/, $/, ""),
    cells: [
      {
        text: withScale(figure),
        mark: suspects.includes(figure) ? "suspect" : figure === result ? "result" : "term",
      },
    ],
  });
  return { columns: [""], rows: [result, ...terms].map(rowOf) };
}

/** A long section keeps its ends and what is marked as suspect. */
function shorten(rows: readonly Row[], marks: ReadonlyMap<Figure, string>): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const kept = new Set([...rows.slice(0, 5), ...rows.slice(-6)]);
  for (const [figure, mark] of marks) if (mark === "suspect") kept.add(figure.row);
  return rows.filter((row) => kept.has(row)).slice(0, mostRows);
}

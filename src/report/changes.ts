/** The figures that were changed between two drafts, as lines for people. */
import { type GridColumn, paddedGrid } from "./grid.ts";
import { count, counted } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Change, FileReport, Standing } from "./report.ts";
import { figureMark } from "./where.ts";
import { truncateMiddle } from "./width.ts";

type Changes = NonNullable<FileReport["changes"]>;

/** A comparison with what was filed may have hundreds; --verbose lists them all. */
const mostShown = 30;
const captionRoom = 40;

const columns: readonly GridColumn[] = [
  { head: "CHANGED", align: "left" },
  { head: "COLUMN", align: "left" },
  { head: "WAS", align: "right" },
  { head: "IS", align: "right" },
  { head: "", align: "left" },
  { head: "WHERE", align: "left" },
];

const words: Readonly<Record<Standing, string>> = {
  ties: "ties",
  breaks: "breaks",
  untied: "in no relation",
};

/** "tied, breaks now", "ties again": how the figure stands, and how it stood. */
export function standingOf({ before, now, left }: Change): string {
  const behind = left === 0 ? "" : `; ${counted(left, "figure")} did not follow`;
  if (now === "breaks" && left > 0) return `${counted(left, "figure")} did not follow`;
  if (before === now) return words[now] + behind;
  if (now === "ties") return before === "breaks" ? "ties now" : "ties";
  return `tied before, ${now === "breaks" ? "breaks now" : words[now]}${behind}`;
}

/** "5 figures were changed since draft-3.docx, 851 were not". */
export function changesSaid({ path, compared, figures }: Changes): string {
  const changed =
    figures.length === 0
      ? "No figure was"
      : `${counted(figures.length, "figure")} ${figures.length === 1 ? "was" : "were"}`;
  return `${changed} changed since ${path}; ${count(compared - figures.length)} stand as they were`;
}

export function changeLines(changes: Changes, { paint, verbose }: ReportOptions): readonly string[] {
  const shown = verbose ? changes.figures : changes.figures.slice(0, mostShown);
  const rows = shown.map((change) => [
    { text: truncateMiddle(change.figure.row, captionRoom) },
    { text: truncateMiddle(change.figure.col, 20) },
    { text: change.was === "" ? "-" : change.was, paint: paint.dim },
    { text: change.figure.raw === "" ? "-" : change.figure.raw, paint: paint.bold },
    { text: standingOf(change), paint: change.now === "breaks" ? paint.red : paint.dim },
    { text: figureMark(change.figure), paint: paint.cyan },
  ]);
  const more = changes.figures.length - shown.length;
  return [
    ` ${changesSaid(changes)}`,
    ...(rows.length === 0 ? [] : ["", ...paddedGrid(columns, rows, paint.dim).map((line) => `    ${line}`)]),
    ...(more > 0 ? [`    and ${more} more (--verbose lists them)`] : []),
  ];
}

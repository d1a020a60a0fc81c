/** A workbook of Excel -> the one model of a source. Loaded only for a workbook. */
import { type Block, type Document, type Spot, Unreadable, type Whereabouts } from "../document.ts";
import { blocksOf } from "../html/blocks.ts";
import { TagBook } from "../html/xbrl.ts";
import type { Package } from "../office/package.ts";
import { Spots } from "../office/spots.ts";
import { readCells } from "./cells.ts";
import { Formats } from "./formats.ts";
import { draftsOf, mostCells, mostInAll, type Sheet, SheetPen } from "./sheet.ts";
import { readSharedStrings, readWorkbook } from "./workbook.ts";

/**
 * Reads the sheets of a workbook as they are shown.
 * @param main the name of its main part, "xl/workbook.xml"
 * @throws Unreadable for one that is damaged or shows nothing
 */
export function readExcel(parts: Package, main: string, path: string): Document {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const workbook = readWorkbook(parts, main);
  const strings = readSharedStrings(parts.part(`${folder}sharedStrings.xml`));
  const formats = new Formats(parts.part(`${folder}styles.xml`), workbook.is1904);
  const sheets: Sheet[] = [];
  const notes: string[] = [];
  const formulas = new Map<string, string>();
  let count = 0;
  let computed = 0;
  let uncomputed = 0;
  for (const [i, { name, isHidden, part }] of workbook.sheets.entries()) {
    if (isHidden) {
      notes.push(`sheet "${name}" is hidden and was not read`);
      continue;
    }
    const bytes = part === null ? null : parts.part(part);
    if (!bytes) continue;
    const read = readCells(bytes, { strings, formats, room: Math.min(mostCells, mostInAll - count) });
    if (read.isTooLarge) {
      notes.push(`sheet "${name}" has more cells than any statement; it was left out`);
      continue;
    }
    count += read.count;
    notes.push(...saidHidden(name, read.hiddenRows, read.hiddenColumns.size));
    computed += read.computed;
    uncomputed += read.uncomputed;
    if (read.uncomputed > 0) {
      const many = read.uncomputed === 1 ? "1 formula" : `${read.uncomputed} formulas`;
      notes.push(`sheet "${name}" holds no result of ${many}; open it in Excel and save it`);
    }
    for (const [cell, formula] of read.formulas) formulas.set(`sheet ${i + 1}!${cell}`, formula);
    sheets.push({ number: i + 1, name, rows: read.rows });
  }
  // A program wrote it that computes nothing: its totals are not there, and what is there would seem to tie.
  if (uncomputed > 0 && computed === 0) {
    throw new Unreadable(
      "this workbook holds its formulas without their results; open it in Excel and save it, then check it",
    );
  }
  const names = workbook.sheets.map(({ name }) => name);
  return { ...documentOf(sheets, names, path, notes), formulas };
}

/** What is hidden is not what the reader of a sheet sees. */
export function saidHidden(name: string, rows: number, columns: number): string[] {
  const said = [
    ...(rows > 0 ? [rows === 1 ? "1 hidden row" : `${rows} hidden rows`] : []),
    ...(columns > 0 ? [columns === 1 ? "1 hidden column" : `${columns} hidden columns`] : []),
  ].join(" and ");
  const isOne = rows + columns === 1;
  return said === "" ? [] : [`${said} of sheet "${name}" ${isOne ? "was" : "were"} not read`];
}

/** `names`: those of all sheets, in their order. @throws Unreadable where no sheet shows anything */
export function documentOf(
  sheets: readonly Sheet[],
  names: readonly string[],
  path: string,
  notes: string[],
): Document {
  const spots = new Spots();
  const pen = new SheetPen(spots);
  const source = { lines: spots, tags: new TagBook(), notes };
  const blocks: Block[] = [];
  for (const sheet of sheets) {
    for (const block of blocksOf(draftsOf(sheet, pen), source)) blocks.push(block);
  }
  if (blocks.length === 0) {
    const why = notes.length > 0 ? ` (${notes.join("; ")})` : "";
    throw new Unreadable(`this workbook shows no text and no figures${why}; nothing was checked`);
  }
  return { path, format: "excel", blocks, notes, whereabouts: whereaboutsIn(names) };
}

/** `Income!C14`, as Excel itself writes it. */
function whereaboutsIn(names: readonly string[]): (spot: Spot) => Whereabouts {
  return ({ where }) => ({
    where: where.replace(/^sheet (\d+)!/, (_, number: string) => {
      const name = names[Number(number) - 1] ?? "";
      return `${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`}!`;
    }),
  });
}

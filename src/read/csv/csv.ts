/** CSV and TSV of one statement -> Document: title lines as paragraphs, all other records as one grid. */
import type { Block, Document, GridRow } from "../document.ts";
import { Unreadable } from "../document.ts";
import { type CsvRecord, type Field, readRecords } from "./records.ts";

/** @throws Unreadable where a quote is never closed. */
export function readCsv(text: string, delimiter: string, path: string, notes: readonly string[]): Document {
  const records = readRecords(text, delimiter);
  if (!records) throw new Unreadable("a quoted field of this CSV is never closed; nothing was checked");
  const commas = hasDecimalCommas(records);
  const blocks: Block[] = [];
  let rows: GridRow[] = [];
  for (const { line, fields } of records) {
    const first = fields.find(isFilled);
    if (!first) continue;
    const isTitle = fields.length === 1 || (rows.length === 0 && fields.filter(isFilled).length === 1);
    if (!isTitle) {
      rows.push({
        line,
        cells: fields.map((field, col) => ({ ...field, text: numberOf(field, commas), col })),
      });
      continue;
    }
    if (rows.length > 0) blocks.push({ kind: "grid", rows });
    rows = [];
    blocks.push({ kind: "paragraph", line, column: first.column, text: first.text });
  }
  if (rows.length > 0) blocks.push({ kind: "grid", rows });
  const said = commas ? [...notes, "the decimal commas of this CSV were read as points"] : notes;
  return { path, format: "csv", blocks, notes: said };
}

function isFilled({ text }: Field): boolean {
  return text !== "";
}

/** "1.234,5", "1.234.567", "12,5": no number with a decimal point is printed so. */
const withComma =
  /^[(−-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}|,\d{1,2})\)?\s?%?$|^[(−-]?\d{4,},\d+\)?\s?%?$/;
const withPoint =
  /^[(−-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}|\.\d{1,2})\)?\s?%?$|^[(−-]?\d{4,}\.\d+\)?\s?%?$/;

/** Certain where some numbers can only be read so and none the other way. */
function hasDecimalCommas(records: readonly CsvRecord[]): boolean {
  let found = false;
  for (const { fields } of records) {
    for (const { text } of fields) {
      if (withPoint.test(text)) return false;
      found ||= withComma.test(text);
    }
  }
  return found;
}

/** The number as the rest of the program reads numbers: groups by commas, decimals by a point. */
function numberOf({ text }: Field, commas: boolean): string {
  if (!commas || !/^[(−-]?\d[\d.,\s]*\)?\s?%?$/.test(text)) return text;
  return text.replace(/(?<=\d)\s(?=\d)/g, ".").replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

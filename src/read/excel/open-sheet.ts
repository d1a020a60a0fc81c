/** A workbook of LibreOffice (.ods) -> the one model of a source: its cells hold the text that they show. */
import { type Document, Unreadable } from "../document.ts";
import { encrypted, type Package } from "../office/package.ts";
import { columnLetters } from "../office/spots.ts";
import { type Attributes, attribute, readXml } from "../office/xml.ts";
import { documentOf, saidHidden } from "./excel.ts";
import { mostCells, mostRows, type Sheet, type SheetCell, type SheetRow } from "./sheet.ts";

const vocabulary = /^urn:oasis:names:tc:opendocument:xmlns:table:1\.0$/;
/** A row or a cell that stands more often in a row fills the sheet to its edge. */
const mostRepeated = 1_000;

/** Longer formulas say nothing of a sum. */
const longestFormula = 2_000;

/** "of:=SUM([.B6:.B7];[.B9])" as "SUM(B6:B7,B9)"; null where it names cells of other sheets or files. */
function formulaOf(attributes: Attributes): string | null {
  const written = attribute(attributes, "formula") ?? "";
  if (!written.startsWith("of:=") || written.length > longestFormula) return null;
  const plain = written
    .slice(4)
    .replace(
      /\[\.(\$?[A-Z]{1,3}\$?\d{1,7})(?::\.(\$?[A-Z]{1,3}\$?\d{1,7}))?\]/g,
      (_, from: string, to?: string) => (to === undefined ? from : `${from}:${to}`),
    )
    .replaceAll(";", ",");
  return plain.includes("[") ? null : plain;
}

function times(attributes: Attributes, name: string): number {
  const count = Number(attribute(attributes, name) ?? "1");
  return Number.isInteger(count) && count > 0 ? count : 1;
}

class OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: SheetRow[] = [];
  readonly hiddenColumns = new Set<number>();
  /** Formulas by their cells, "C14", without the equal sign. */
  readonly formulas = new Map<string, string>();
  hiddenRows = 0;
  isTooLarge = false;
  #columns = 0;
  #row = 0;
  #cells: SheetCell[] = [];
  #repeated = 1;
  #isRowHidden = false;
  #column = 0;
  #count = 0;

  constructor(name: string, isHidden: boolean) {
    this.name = name;
    this.isHidden = isHidden;
  }

  column(attributes: Attributes): void {
    const count = times(attributes, "number-columns-repeated");
    if (isCollapsed(attributes)) {
      for (let i = 1; i <= Math.min(count, mostRepeated); i++) this.hiddenColumns.add(this.#columns + i);
    }
    this.#columns += count;
  }

  openRow(attributes: Attributes): void {
    this.#cells = [];
    this.#column = 0;
    this.#repeated = times(attributes, "number-rows-repeated");
    this.#isRowHidden = isCollapsed(attributes);
  }

  cell(attributes: Attributes, text: string): void {
    const count = times(attributes, "number-columns-repeated");
    const type = attribute(attributes, "value-type");
    const isNumber = type === "float" || type === "currency" || type === "percentage";
    const columns = times(attributes, "number-columns-spanned");
    const shown = text === "" ? 0 : Math.min(count, mostRepeated);
    for (let i = 1; i <= shown; i++) {
      const column = this.#column + i;
      if (this.hiddenColumns.has(column) || this.#isRowHidden || this.isTooLarge) continue;
      if (this.#cells.length >= mostCells) this.isTooLarge = true;
      this.#cells.push({ column, text, isNumber, columns, indent: 0, ruleAbove: false, ruleBelow: false });
    }
    const formula = shown === 1 ? formulaOf(attributes) : null;
    if (formula !== null) this.formulas.set(`${columnLetters(this.#column + 1)}${this.#row + 1}`, formula);
    this.#column += count;
  }

  closeRow(): void {
    const first = this.#row + 1;
    this.#row += this.#repeated;
    if (this.#isRowHidden) {
      this.hiddenRows += Math.min(this.#repeated, mostRepeated);
      return;
    }
    if (this.#cells.length === 0) return;
    const copies = Math.min(this.#repeated, mostRepeated);
    this.#count += this.#cells.length * copies;
    if (this.#count > mostCells || this.rows.length + copies > mostRows) this.isTooLarge = true;
    if (this.isTooLarge) return;
    for (let i = 0; i < copies; i++) this.rows.push({ row: first + i, cells: this.#cells });
  }
}

function isCollapsed(attributes: Attributes): boolean {
  const visibility = attribute(attributes, "visibility");
  return visibility === "collapse" || visibility === "filter";
}

/** @throws Unreadable for one that is damaged, protected or shows nothing */
export function readOpenSheet(parts: Package, path: string): Document {
  const content = parts.part("content.xml");
  if (!content) throw new Unreadable("this workbook has no list of sheets; open it and save it again");
  const manifest = parts.part("META-INF/manifest.xml");
  if (manifest && new TextDecoder().decode(manifest).includes("encryption-data")) throw encrypted();
  const sheets: OpenSheet[] = [];
  const names: string[] = [];
  const hidden = new Set<string>();
  let style: string | null = null;
  let sheet: OpenSheet | null = null;
  let cell: Attributes | null = null;
  let paragraphs: string[] = [];
  let depth = 0;
  let skipping = 0;
  const notes: string[] = [];
  readXml(content, vocabulary, {
    open(name, attributes) {
      if (skipping > 0 || name === "office:annotation" || name === "draw:frame") skipping++;
      else if (name === "style:style") style = attribute(attributes, "name") ?? null;
      else if (name === "style:table-properties") {
        if (style !== null && attribute(attributes, "display") === "false") hidden.add(style);
      } else if (name === "table") {
        const own = attribute(attributes, "name") ?? "";
        names.push(own);
        const isHidden = hidden.has(attribute(attributes, "style-name") ?? "");
        sheet = new OpenSheet(own, isHidden);
        sheets.push(sheet);
      } else if (name === "table-column") sheet?.column(attributes);
      else if (name === "table-row") sheet?.openRow(attributes);
      else if (name === "table-cell" || name === "covered-table-cell") {
        cell = attributes;
        paragraphs = [];
      } else if (name === "text:p" && cell) {
        paragraphs.push("");
        depth++;
      } else if (name === "text:s" && depth > 0) {
        paragraphs.push((paragraphs.pop() ?? "") + " ".repeat(Math.min(times(attributes, "c"), 100)));
      }
    },
    close(name) {
      if (skipping > 0) skipping--;
      else if (name === "text:p" && depth > 0) depth--;
      else if (name === "table-cell" || name === "covered-table-cell") {
        // What a merged cell covers shows nothing.
        const isCovered = name === "covered-table-cell";
        if (cell) sheet?.cell(cell, isCovered ? "" : paragraphs.join("\n").trimEnd());
        cell = null;
      } else if (name === "table-row") sheet?.closeRow();
      else if (name === "table") sheet = null;
    },
    text(data) {
      if (skipping === 0 && depth > 0) paragraphs.push((paragraphs.pop() ?? "") + data);
    },
  });
  const shown = shownSheets(sheets, notes);
  const formulas = new Map(
    shown.flatMap(({ number }) =>
      [...(sheets[number - 1]?.formulas ?? [])].map(
        ([name, formula]) => [`sheet ${number}!${name}`, formula] as const,
      ),
    ),
  );
  return { ...documentOf(shown, names, path, notes), formulas };
}

function shownSheets(sheets: readonly OpenSheet[], notes: string[]): Sheet[] {
  return sheets.flatMap(({ name, rows, isHidden, hiddenRows, hiddenColumns, isTooLarge }, i): Sheet[] => {
    if (isHidden || isTooLarge) {
      const why = isHidden
        ? "is hidden and was not read"
        : "has more cells than any statement; it was left out";
      notes.push(`sheet "${name}" ${why}`);
      return [];
    }
    notes.push(...saidHidden(name, hiddenRows, hiddenColumns.size));
    return [{ number: i + 1, name, rows }];
  });
}

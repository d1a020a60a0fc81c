/** Workbooks of Excel, written by hand as Excel writes them. */
import { zipFile } from "../../batch/zip-file.ts";
import { escapeXml } from "../word/word-file.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A number with its format (an index of `formats`), a text, or nothing. `f` is a formula, `v` its stored result;
 * formulas that were filled have one number `si`, and only the first of them its text.
 */
export type Value =
  | string
  | number
  | null
  | {
      readonly v?: number | string;
      readonly s?: number;
      readonly f?: string;
      readonly t?: string;
      readonly si?: number;
    };

export interface SheetData {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly state?: "hidden" | "veryHidden";
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly merges?: readonly string[];
}

export function letter(column: number): string {
  return String.fromCharCode(64 + column);
}

function cellXml(value: Value, reference: string, strings: string[]): string {
  if (value === null) return "";
  if (typeof value === "string") {
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  if (typeof value === "number") return `<c r="${reference}"><v>${value}</v></c>`;
  const { v, s, f, t, si } = value;
  const shared = si === undefined ? "" : ` t="shared" si="${si}"`;
  const type = t === undefined ? "" : ` t="${t}"`;
  return `<c r="${reference}"${s === undefined ? "" : ` s="${s}"`}${type}>${f === undefined ? "" : `<f${shared}>${escapeXml(f)}</f>`}${v === undefined ? "" : `<v>${escapeXml(String(v))}</v>`}</c>`;
}

function sheetXml(sheet: SheetData, strings: string[]): string {
  const { rows, hiddenRows = [], hiddenColumns = [], merges = [] } = sheet;
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join("");
  const data = rows
    .map((row, i) => {
      const cells = row.map((value, j) => cellXml(value, `${letter(j + 1)}${i + 1}`, strings)).join("");
      return `<row r="${i + 1}"${hiddenRows.includes(i + 1) ? ' hidden="1"' : ""}>${cells}</row>`;
    })
    .join("");
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet xmlns="${main}">${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${data}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

export interface BookOptions {
  /** Patterns of number formats; a cell names one by its index. */
  readonly formats?: readonly string[];
  /** XML of the formats of cells in place of those made from `formats`. */
  readonly styles?: string;
  readonly is1904?: boolean;
  readonly others?: Readonly<Record<string, string>>;
}

export function excelFile(
  sheets: readonly SheetData[],
  { formats = ["General"], styles, is1904, others = {} }: BookOptions = {},
): Uint8Array {
  const strings: string[] = [];
  const parts = sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, strings)]);
  const list = sheets
    .map(
      ({ name, state }, i) =>
        `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="r${i + 1}"/>`,
    )
    .join("");
  const links = sheets
    .map(
      (_, i) =>
        `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join("");
  const patterns = formats
    .map(
      (code, i) =>
        `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code).replaceAll('"', "&quot;")}"/>`,
    )
    .join("");
  const members: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904 === true ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    "xl/styles.xml":
      styles ??
      `<styleSheet xmlns="${main}"><numFmts>${patterns}</numFmts><cellXfs>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(parts),
    ...others,
  };
  members["xl/sharedStrings.xml"] =
    `<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`;
  return zipFile(Object.entries(members).map(([name, bytes]) => ({ name, bytes })));
}

/** Thousands with brackets, a dash for nil. */
export const accounting = '_(* #,##0_);_(* \\(#,##0\\);_(* "—"??_);_(@_)';

/** A statement of an invented company; `cost` to plant a slip. Formats: 0 general, 1 accounting. */
export function income(cost = -690): SheetData {
  const n = (v: number): Value => ({ v, s: 1 });
  return {
    name: "Income",
    rows: [
      ["Consolidated Statements of Operations"],
      ["(in thousands of US dollars)"],
      [],
      [null, "Year ended December 31,"],
      [null, 2024, 2023],
      ["Revenue", n(1210), n(1100)],
      ["Cost of revenue", n(-730), n(cost)],
      ["Gross profit", { v: 480, s: 1, f: "SUM(B6:B7)" }, { v: 410, s: 1, f: "SUM(C6:C7)" }],
      ["Selling expenses", n(-95), n(-88)],
      ["Administrative expenses", n(-130), n(-127)],
      ["Total operating expenses", n(-225), n(-215)],
      ["Operating income", n(255), n(195)],
    ],
    merges: ["B4:C4"],
  };
}

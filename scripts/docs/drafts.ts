/** Writes the documents that docs/drafts.md reads: two drafts of a release in Word, and its statements in Excel. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accounting, excelFile, type SheetData } from "../../test/read/excel/excel-file.ts";
import { cell, headingStyle, paragraph, row, run, table, wordFile } from "../../test/read/word/word-file.ts";

const heading = '<w:pStyle w:val="Heading1"/>';
const stops = '<w:tabs><w:tab w:val="decimal" w:pos="5200"/><w:tab w:val="decimal" w:pos="7200"/></w:tabs>';

/** A tracked change: text taken out, and text put in. */
function changed(out: string, into: string): string {
  return `<w:del w:id="1" w:author="B. Ferris"><w:r><w:delText>${out}</w:delText></w:r></w:del><w:ins w:id="2" w:author="B. Ferris">${run(into)}</w:ins>`;
}

interface Edits {
  /** Net income of 2024 in the balance sheet's year, as the text and the statement print them. */
  readonly cost: string;
  readonly profit: string;
  readonly tax: string;
  readonly net: string;
}

function release({ cost, profit, tax, net }: Edits): string {
  const statement: readonly (readonly string[])[] = [
    ["", "2024", "2023"],
    ["Revenue", "1,210", "1,100"],
    ["Cost of revenue", cost, "(690)"],
    ["Gross profit", profit, "410"],
    ["Selling expenses", "(95)", "(88)"],
    ["Administrative expenses", "(130)", "(127)"],
    ["Total operating expenses", "(225)", "(215)"],
    ["Operating income", "255", "195"],
    ["Income tax expense", tax, "(43)"],
    ["Net income", net, "152"],
  ];
  const sheet = [
    "\t2024\t2023",
    "Cash and cash equivalents\t341\t268",
    "Trade receivables\t194\t187",
    "Vessels\t765\t771",
    "Total assets\t1,300\t1,226",
    "Bank loans\t580\t636",
    "Total equity\t720\t590",
    "Total liabilities and equity\t1,300\t1,226",
  ];
  return [
    paragraph("Brackwater Ferries Limited", heading),
    paragraph("Results for the year ended December 31, 2024", heading),
    paragraph("Revenue rose by 10.0% to $1,210 thousand in 2024, compared with $1,100 thousand in 2023."),
    paragraph("Gross profit was $480 thousand in 2024, compared with $410 thousand in 2023."),
    paragraph("Net income was $195 thousand in 2024, compared with $152 thousand in 2023."),
    paragraph("CONSOLIDATED STATEMENTS OF OPERATIONS", heading),
    paragraph("Year ended December 31, in thousands of US dollars"),
    table(
      statement.map(([caption = "", ...cells]) =>
        row([cell(caption), ...cells.map((text) => cell(text.startsWith("<") ? paragraph(text) : text))]),
      ),
    ),
    paragraph("CONSOLIDATED BALANCE SHEETS", heading),
    paragraph("December 31, in thousands of US dollars"),
    ...sheet.map((line) => paragraph(line, stops)),
  ].join("");
}

const before: Edits = { cost: "(730)", profit: "480", tax: "(60)", net: "195" };

function statements(): SheetData {
  const n = (v: number): { v: number; s: number } => ({ v, s: 1 });
  return {
    name: "Income",
    rows: [
      ["Brackwater Ferries Limited"],
      ["Consolidated statements of operations (in thousands of US dollars)"],
      [],
      [null, "Year ended December 31,"],
      [null, 2024, 2023],
      ["Revenue", n(1210), n(1100)],
      ["Cost of revenue", n(-730), n(-690)],
      ["Gross profit", { v: 480, s: 1, f: "SUM(B6:B7)" }, { v: 410, s: 1, f: "SUM(C6:C7)" }],
      ["Selling expenses", n(-95), n(-88)],
      ["Administrative expenses", n(-130), n(-127)],
      ["Total operating expenses", { v: -225, s: 1, f: "SUM(B9:B10)" }, { v: -215, s: 1, f: "SUM(C9:C10)" }],
      ["Operating income", { v: 255, s: 1, f: "B8+B11" }, n(159)],
    ],
    merges: ["B4:C4"],
  };
}

export async function main(): Promise<void> {
  const folder = join(process.cwd(), "docs/examples");
  mkdirSync(folder, { recursive: true });
  const after: Edits = {
    ...before,
    cost: changed("(730)", "(703)"),
    tax: changed("(60)", "(64)"),
    net: changed("195", "191"),
  };
  const draft = (edits: Edits): Uint8Array => wordFile({ body: release(edits), styles: headingStyle });
  writeFileSync(join(folder, "draft-3.docx"), draft(before));
  writeFileSync(join(folder, "draft-4.docx"), draft(after));
  const formats = ["General", accounting];
  writeFileSync(join(folder, "statements.xlsx"), excelFile([statements()], { formats }));
}

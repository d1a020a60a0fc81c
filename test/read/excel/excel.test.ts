import { describe, expect, it } from "vitest";
import { read } from "../../../src/read/read.ts";
import { checkFiling } from "../../../src/run.ts";
import { zipFile } from "../../batch/zip-file.ts";
import { accounting, type BookOptions, excelFile, income, type SheetData } from "./excel-file.ts";

const formats = ["General", accounting];

async function shown(sheets: readonly SheetData[], options: BookOptions = {}): Promise<string[]> {
  const { blocks } = await read(excelFile(sheets, options), "book.xlsx");
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(" | ")),
  );
}

describe("a workbook", () => {
  it("ties as it is shown, and names the cell that does not", async () => {
    const good = await checkFiling(excelFile([income()], { formats }), { path: "b.xlsx" });
    expect(good).toMatchObject({ status: "pass", format: "excel", counts: { fail: 0 }, scale: "thousands" });
    const bad = await checkFiling(
      excelFile(
        [
          { name: "Other", rows: [["Notes"]] },
          { ...income(-609), name: "P & L 2024" },
        ],
        { formats },
      ),
      { path: "b.xlsx" },
    );
    expect(bad.checks).toHaveLength(1);
    expect(bad.checks[0]).toMatchObject({
      suspect: { raw: "(609)", reading: "(690)", where: "'P & L 2024'!C7" },
      place: { where: "'P & L 2024'!C7", line: 7, page: 2 },
    });
  });

  it("shows numbers in their formats", async () => {
    const patterns = [
      "General",
      "#,##0_);(#,##0)",
      "0.0%",
      "#,##0,",
      '"$"#,##0.00',
      "mmm d, yyyy",
      "#,##0;(#,##0);\\-",
      "broken[[",
    ];
    const row = [-1234.5, 0.1234, 1234567, 5.5, 45657, 0, 7].map((v, i) => ({ v, s: i + 1 }));
    expect(
      await shown(
        [
          {
            name: "S",
            rows: [
              ["Line", "a", "b", "c", "d", "e", "f", "g"],
              ["Row", ...row],
              ["Sum", 0.1 + 0.2],
            ],
          },
        ],
        {
          formats: patterns,
        },
      ),
    ).toContain("Row | (1,235) | 12.3% | 1,235 | 5.50 | Dec 31, 2024 | - | 7");
  });

  it("counts days from 1904 where the workbook does", async () => {
    const rows = [
      ["As of", { v: 45657 - 1462, s: 1 }],
      ["Cash", 10],
      ["Debt", 20],
    ];
    expect(
      await shown([{ name: "S", rows }], { formats: ["General", "mmm d, yyyy"], is1904: true }),
    ).toContain("As of | Dec 31, 2024");
  });

  it("leaves out what is hidden, and says so", async () => {
    const rows = [
      ["", "2024", "draft", "2023"],
      ["Revenue", 10, 99, 20],
      ["Not this", 1, 1, 1],
      ["Costs", 30, 99, 40],
    ];
    const sheets: SheetData[] = [
      { name: "Shown", rows, hiddenRows: [3], hiddenColumns: [3] },
      { name: "Secret", rows, state: "veryHidden" },
    ];
    expect(await shown(sheets)).toEqual(["Shown", " | 2024 | 2023", "Revenue | 10 | 20", "Costs | 30 | 40"]);
    expect((await read(excelFile(sheets), "b.xlsx")).notes).toEqual([
      '1 hidden row and 1 hidden column of sheet "Shown" were not read',
      'sheet "Secret" is hidden and was not read',
    ]);
  });

  it("says where a formula has no stored result, and reads texts and errors of formulas", async () => {
    const sheet: SheetData = {
      name: "S",
      rows: [
        ["", "a", "b"],
        ["Revenue", { f: "B9*2" }, { v: "n/a", f: 'IF(1,"n/a")', t: "str" }],
        ["Costs", 30, { v: "#REF!", f: "X1", t: "e" }],
        ["More", 31, 32],
      ],
    };
    expect(await shown([sheet])).toContain("Costs | 30 | #REF!");
    expect((await read(excelFile([sheet]), "b.xlsx")).notes).toEqual([
      'sheet "S" holds no result of 1 formula; open it in Excel and save it',
    ]);
  });

  it("takes an empty text for the result of a formula", async () => {
    const rows = [
      ["", "a"],
      ["Revenue", { v: "", f: 'IF(B9,1,"")', t: "str" }],
      ["Costs", 30],
      ["More", 31],
    ];
    expect((await read(excelFile([{ name: "S", rows }]), "b.xlsx")).notes).toEqual([]);
  });

  it("refuses a workbook of which no formula has a result, since its totals are not there", async () => {
    const rows = [
      ["", "a"],
      ["Revenue", 10],
      ["Costs", 30],
      ["Total", { f: "B2+B3" }],
    ];
    await expect(read(excelFile([{ name: "S", rows }]), "b.xlsx")).rejects.toThrow(
      "this workbook holds its formulas without their results; open it in Excel and save it, then check it",
    );
  });

  it("is told with what was left out of it", async () => {
    const sheets: SheetData[] = [income(), { name: "Off", rows: [["x", 1]], state: "hidden" }];
    const { notes } = await checkFiling(excelFile(sheets, { formats: ["General", accounting] }), {
      path: "b.xlsx",
    });
    expect(notes).toContainEqual({ rule: "document", note: 'sheet "Off" is hidden and was not read' });
  });

  it("reads as many columns as a sheet has for hidden once, however often they are said to be", async () => {
    const many = '<col min="1" max="16384" hidden="1"/>'.repeat(200_000);
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const own = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>${many}</cols><sheetData>${cells}</sheetData></worksheet>`;
    const bytes = excelFile([{ name: "S", rows: [["a"]] }], { others: { "xl/worksheets/sheet1.xml": own } });
    await expect(read(bytes, "b.xlsx")).rejects.toThrow(
      'this workbook shows no text and no figures (16384 hidden columns of sheet "S" were not read)',
    );
  });

  it("refuses a workbook of more sheets than anybody leafs through", async () => {
    const sheets = Array.from({ length: 2_001 }, (_, i): SheetData => ({ name: `S${i}`, rows: [["a", 1]] }));
    await expect(read(excelFile(sheets), "b.xlsx")).rejects.toThrow("more text than any filing holds");
  });

  it("parts tables that stand one below the other, and keeps sections of one together", async () => {
    const { blocks } = await read(
      excelFile([
        {
          name: "S",
          rows: [
            ["First table"],
            ["", "2024", "2023"],
            ["Cash", 10, 20],
            [],
            ["Debt", 30, 40],
            [],
            ["Second table"],
            ["", "Asia", "Europe", "Africa"],
            ["Sales", 1, 2, 3],
            ["Costs", 4, 5, 6],
          ],
        },
      ]),
      "b.xlsx",
    );
    expect(blocks.map((block) => (block.kind === "grid" ? block.rows.length : block.text))).toEqual([
      "First table",
      3,
      "Second table",
      3,
    ]);
  });

  it("takes an amount without a comma for no year", async () => {
    const rows = [
      ["", "Amount"],
      ["Fiscal 2025", 1934],
      ["Fiscal 2026", 1337],
      ["Thereafter", 2001],
      ["Total", 5272],
    ];
    expect(await shown([{ name: "Sheet1", rows }])).toEqual([
      " | Amount",
      "Fiscal 2025 | 1,934",
      "Fiscal 2026 | 1337",
      "Thereafter | 2,001",
      "Total | 5272",
    ]);
  });

  it("never follows a link, nor reads a sheet that is not there", async () => {
    const links =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="http://example.com/x.xml" TargetMode="External"/></Relationships>';
    const bytes = excelFile([income()], { formats, others: { "xl/_rels/workbook.xml.rels": links } });
    expect(await checkFiling(bytes, { path: "b.xlsx" })).toMatchObject({
      status: "unreadable",
      error: "this workbook shows no text and no figures; nothing was checked",
    });
  });

  it("leaves out a dump of data", async () => {
    const rows = Array.from({ length: 20_001 }, (_, i) => ["x", i]);
    const { notes } = await read(excelFile([{ name: "Data", rows }, income()], { formats }), "b.xlsx");
    expect(notes).toEqual(['sheet "Data" has more cells than any statement; it was left out']);
  });
});

describe("a workbook of LibreOffice", () => {
  const number = (value: number, text: string): string =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${text}</text:p></table:table-cell>`;
  const words = (text: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string, more = ""): string => `<table:table-row${more}>${cells}</table:table-row>`;
  const book = (tables: string, manifest = ""): Uint8Array =>
    zipFile([
      { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet" },
      ...(manifest === "" ? [] : [{ name: "META-INF/manifest.xml", bytes: manifest }]),
      {
        name: "content.xml",
        bytes: `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><style:style style:name="off"><style:table-properties table:display="false"/></style:style>${tables}</office:document-content>`,
      },
    ]);

  it("is read as it is shown", async () => {
    const bytes = book(
      `<table:table table:name="Income">${row(words("Statement"))}${row(words("") + words("2024") + words("2023"))}${row(words("Revenue") + number(1210, "1,210") + number(1100, "1,100"))}${row(words("Secret") + number(1, "1") + number(2, "2"), ' table:visibility="collapse"')}${row(words("Costs") + number(-730, "(730)") + number(-609, "(609)"))}${row(words("Gross profit") + number(480, "480") + number(410, "410"))}${row("<table:table-cell/>", ' table:number-rows-repeated="1048570"')}</table:table><table:table table:name="Off" table:style-name="off">${row(words("Hidden") + number(9, "9"))}</table:table>`,
    );
    const document = await read(bytes, "b.ods");
    expect(document.notes).toEqual([
      '1 hidden row of sheet "Income" was not read',
      'sheet "Off" is hidden and was not read',
    ]);
    const report = await checkFiling(bytes, { path: "b.ods" });
    expect(report.checks[0]?.result.where).toMatch(/^Income!C[56]$/);
  });

  it("tells its formulas as Excel writes them, but for those of other sheets", async () => {
    const sum = (formula: string): string =>
      `<table:table-cell table:formula="${formula}" office:value-type="float"><text:p>480</text:p></table:table-cell>`;
    const cells = words("Sum") + sum("of:=SUM([.B3:.$B$4];[.B6])") + sum("of:=[$Other.C3]+[.C4]");
    const { formulas } = await read(
      book(`<table:table table:name="A">${row(words("x"))}${row(cells)}</table:table>`),
      "b.ods",
    );
    expect([...(formulas ?? [])]).toEqual([["sheet 1!B2", "SUM(B3:$B$4,B6)"]]);
  });

  it("is said to be protected when it has a password", async () => {
    const { error } = await checkFiling(book("", "<manifest:encryption-data/>"), { path: "b.ods" });
    expect(error).toBe("this document is protected by a password; save a copy of it without one first");
  });
});

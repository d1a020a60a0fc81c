import { describe, expect, test } from "vitest";
import { saidLine } from "../../../src/read/document.ts";
import { read } from "../../../src/read/read.ts";
import { checkFiling } from "../../../src/run.ts";
import { takeStray } from "../../../src/read/pdf/stray.ts";
import { kcCheck } from "../../cli/built.ts";
import { makePdf, typed } from "./make-pdf.ts";

const statement = `                    LARKFEN LIMITED
          CONSOLIDATED BALANCE SHEETS (in thousands)
                                 December 31,
                               2003        2002
Cash and cash equivalents    28,417      21,903
Inventories                  17,932      19,206
Total current assets         46,349      41,109
Equipment                    46,228      48,511
Total assets                 92,577      89,620`;

const grid = async (bytes: Uint8Array): Promise<string[]> =>
  (await read(bytes, "x.pdf")).blocks.flatMap((block) =>
    block.kind === "grid"
      ? block.rows.map((row) => `${saidLine(row.line)}: ${row.cells.map(({ text }) => text).join(" | ")}`)
      : [],
  );

test("columns by the positions of the text, places by page and line", async () => {
  expect((await grid(makePdf([typed("Page one."), typed(statement)]))).slice(2, 4)).toEqual([
    "page 2, line 5: Cash and cash equivalents | 28,417 | 21,903",
    "page 2, line 6: Inventories | 17,932 | 19,206",
  ]);
});

test("a finding says its page", async () => {
  const report = await checkFiling(makePdf([[], typed(statement.replace("46,349", "43,649"))]), {
    path: "x.pdf",
  });
  expect(report.format).toBe("pdf");
  expect(report.checks.find((c) => c.status === "fail")).toMatchObject({
    place: { page: 2, line: 7 },
    result: { page: 2, line: 7 },
  });
});

test("rotated text and raised marks are no part of the figures", async () => {
  const runs = [
    ...typed(statement),
    { text: "1", x: 40 + 36 * 5.2, y: 692, size: 5 },
    { text: "DRAFT 99,999", x: 60, y: 690, rotated: true },
  ];
  expect(await grid(makePdf([runs]))).toEqual(await grid(makePdf([typed(statement)])));
});

test("a table goes on in its columns over a page that is mostly in smaller type", async () => {
  const first = typed(`                    Note       2003        2002
Cash                   4     28,417      21,903
Inventories            5     17,932      19,206
Receivables                  46,349      41,109
Equipment              6     46,228      48,511
Land                         92,577      89,620`);
  const second = typed(
    "Debt                         18,417      11,903\nLoans                           206       1,206",
  );
  const small = Array.from({ length: 30 }, (_, i) => ({
    text: "A note in small type.",
    x: 40,
    y: 600 - i * 12,
    size: 8,
  }));
  expect((await grid(makePdf([first, [...second, ...small]]))).slice(-2)).toEqual([
    "page 2, line 1: Debt |  | 18,417 | 11,903",
    "page 2, line 2: Loans |  | 206 | 1,206",
  ]);
});

test("a page without text is named", async () => {
  const { notes } = await read(makePdf([typed(statement), [], []]), "x.pdf");
  expect(notes).toEqual(["pages 2, 3 hold no text (an image, perhaps), so nothing on it was checked"]);
});

describe("what cannot be read is said in one sentence", () => {
  const encryption = `<< /Filter /Standard /V 1 /R 2 /O <${"28".repeat(32)}> /U <${"29".repeat(32)}> /P -44 >>`;
  const whole = makePdf([typed(statement)]);
  test.each<[string, Uint8Array, RegExp]>([
    ["images alone", makePdf([[], []]), /no text, only images/],
    ["encrypted", makePdf([typed(statement)], "/Encrypt 4 0 R /ID [<31> <31>]", [encryption]), /encrypted/],
    ["cut off in its head", whole.slice(0, 40), /cut off or damaged/],
    ["a name and nothing else", new TextEncoder().encode("%PDF-1.7\nnothing"), /cut off or damaged/],
  ])("%s", async (_, bytes, sentence) => {
    const report = await checkFiling(bytes, { path: "x.pdf" });
    expect(report.status).toBe("unreadable");
    expect(report.error).toMatch(sentence);
  });

  test("cut off behind its pages it is still read, or said to be cut off", async () => {
    for (const share of [0.3, 0.5, 0.7, 0.9]) {
      const report = await checkFiling(whole.slice(0, whole.length * share), { path: "x.pdf" });
      expect(["pass", "unrecognized", "unreadable"]).toContain(report.status);
    }
  });
});

/** A page that is asked for ahead of its use, and whose object is another generation than its name says. */
const inconsistent = `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
2 0 obj
<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>
4 1 obj
xref
trailer
<< /Size 5 /Root 1 0 R >>
`;

test("what the reader of a damaged PDF leaves unheard does not end the process", async () => {
  const { code, stdout, stderr } = kcCheck(["-", "--no-config"], inconsistent);
  expect(code).toBe(2);
  expect(stdout).toMatch(/no text/);
  expect(stderr).not.toMatch(/\n.*\n/);
});

test("nobody listens when the reading is over", async () => {
  const before = process.listenerCount("unhandledRejection");
  const stray = takeStray(() => true);
  expect(process.listenerCount("unhandledRejection")).toBe(before + 1);
  await stray.end();
  expect(process.listenerCount("unhandledRejection")).toBe(before);
});

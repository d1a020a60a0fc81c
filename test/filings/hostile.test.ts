import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const clean = readFileSync(new URL("../../samples/clean-release.txt", import.meta.url), "utf8");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const check = (bytes: Uint8Array) => checkFiling(bytes, { path: "x.txt" });

/** UTF-16 with a byte order mark. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("encodings and line ends change nothing", async () => {
  const right = (await check(utf8(clean))).figures;
  test.each([
    ["UTF-8 with BOM", utf8(`\ufeff${clean}`)],
    ["UTF-16LE", utf16(clean, false)],
    ["UTF-16BE", utf16(clean, true)],
    ["CRLF", utf8(clean.replaceAll("\n", "\r\n"))],
    ["CR", utf8(clean.replaceAll("\n", "\r"))],
  ])("%s", async (_, bytes) => {
    expect(await check(bytes)).toMatchObject({ status: "pass", figures: right });
  });
});

test("invalid UTF-8 is read as Windows-1252, and the tables tie as before", async () => {
  const report = await check(Buffer.concat([Buffer.from([0xff, 0xc3, 0x0a]), utf8(clean)]));
  const right = await check(utf8(clean));
  const tables = ({ figures }: typeof right): number => figures.tied - figures.inText.tied;
  expect(report.status).toBe("pass");
  expect(tables(report)).toBe(tables(right));
});

describe("what is no filing is said to be none", () => {
  test.each([
    ["empty", new Uint8Array(0), "unrecognized", /empty/],
    ["binary", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), "unreadable", /binary/],
    ["a PDF", utf8("%PDF-1.7\nbody"), "unreadable", /PDF/],
    [
      "HTML",
      utf8("<!DOCTYPE html><html><body><table></table></body></html>"),
      "unrecognized",
      /no financial table/,
    ],
    ["blank", utf8("\n\n  \n"), "unrecognized", /no financial table/],
    ["prose", utf8("Revenue rose.\n\nCosts fell."), "unrecognized", /no financial table/],
    ["tabs without figures", utf8("Name\tTitle\nA\tB\nC\tD\n"), "unrecognized", /no financial table/],
    [
      "figures that nothing determines",
      utf8("T\n\n\t2023\t2024\nA\t1,234\t2,345\nB\t9,876\t8,765\n"),
      "unrecognized",
      /none of them could be checked/,
    ],
    [
      "a long list in which a few numbers happen to add up",
      utf8(
        `Exhibits\n\nNumber\tPages\n${Array.from({ length: 60 }, (_, i) => `Agreement ${i}\t${(i * 7919) % 997}`).join("\n")}\n\n\t2023\t2024\nA\t1,234\t2,345\nB\t5,678\t6,789\nTotal\t6,912\t9,134\n`,
      ),
      "unrecognized",
      /no financial statement was recognised/,
    ],
  ])("%s", async (_, bytes, status, error) => {
    const report = await check(bytes);
    expect(report.status).toBe(status);
    expect(report.error).toMatch(error);
    expect(report.checks).toEqual([]);
  });
});

/** Each within seconds; the limit of the test is the bound. */
describe("large and absurd input ends in time", () => {
  const rows = (n: number, cells: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => cells(i)).join("\n");
  const amount = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
  test.each([
    ["a line of 20 MB", "a".repeat(20_000_000)],
    ["two cells of 10 MB of digits", `${"1".repeat(10_000_000)}\t${"2".repeat(10_000_000)}`],
    ["a million tabs", "\t".repeat(1_000_000)],
    [
      "20,000 rows",
      `T\n\t2023\t2024\n\tRMB\tRMB\n${rows(20_000, (i) => `Item ${i}\t${amount(1000 + ((i * 7919) % 99_991))}\t${amount(1000 + ((i * 104_729) % 99_991))}`)}`,
    ],
    [
      "100,000 rows",
      `T\n\t2023\t2024\n\tRMB\tRMB\n${rows(100_000, (i) => `Item ${i}\t${amount(1000 + i)}\t${amount(2000 + i)}`)}`,
    ],
    [
      "100,000 rows in columns of text",
      `<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<TABLE>\n<CAPTION>\n${" ".repeat(40)}2003      2002\n<S>${" ".repeat(37)}<C>       <C>\n${rows(100_000, (i) => `Item ${i}`.padEnd(36) + amount(1000 + i).padStart(9) + amount(2000 + i).padStart(10))}\n</TABLE>\n</TEXT>\n</DOCUMENT>\n`,
    ],
    [
      "the same amount everywhere",
      `T\n\t2023\t2024\n\tRMB\tRMB\n${rows(5_000, (i) => `Item ${i}\t1,000\t1,000`)}\n\n${rows(5_000, (i) => `Line ${i}\t1,000\t1,000`)}`,
    ],
    [
      "190 columns",
      `T\n${"\t2023".repeat(190)}\n${rows(200, (r) => `x${r}${Array.from({ length: 190 }, (_, i) => `\t${1000 + i * r}`).join("")}`)}`,
    ],
    [
      "a header read over and over",
      `${rows(30, () => `\t${"2023 ".repeat(9)}\t${"2022 ".repeat(9)}\nA\t1,000\t2,000\nB\t1,000\t2,000\n`)}`,
    ],
    [
      "figures of 10,000 digits",
      `T\n\t2023\t2024\nA\t${"9".repeat(9_000)}\t1\nB\t1\t${"9".repeat(9_000)}\nTotal\t${"9".repeat(9_000)}\t2\n`,
    ],
    [
      "a thousand broken totals",
      `T\n\t2023\t2024\n\tRMB\tRMB\n${rows(1_000, (i) => `Part ${i}:\nA ${i}\t1,234\t${amount(2345 + i)}\nB ${i}\t5,678\t6,789\nTotal part ${i}\t6,912\t${amount(9_999 + i)}`)}`,
    ],
  ])(
    "%s",
    async (_, text) => {
      const { status } = await check(utf8(text));
      expect(["pass", "warn", "fail", "unrecognized"]).toContain(status);
    },
    20_000,
  );
});

/** Tags around the figures of right filings: they take nothing away, and wrong ones are no findings. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";
import type { FileReport } from "../../src/report/report.ts";
import { checkDocument } from "../../src/run.ts";
import { financialKinds, type Kind } from "./kinds/financial.ts";
import { noteKinds } from "./kinds/notes.ts";
import { statementKinds } from "./kinds/statements.ts";
import { drawer, printFiling } from "./sheet.ts";
import { byCaption, tagged } from "./tags.ts";

async function check(text: string): Promise<FileReport> {
  return checkDocument(await read(new TextEncoder().encode(text), "filing.htm"), null, { path: "filing" });
}

const seed = 20260201;

/** Numbers in lakhs and triangles are tags of other formats. */
const kinds: readonly (readonly [string, Kind])[] = Object.entries({
  ...financialKinds,
  ...statementKinds,
  ...noteKinds,
}).filter(([name]) => !/Indian|Japanese/.test(name));

describe.each(kinds)("%s", (_, kind) => {
  const plain = printFiling(kind.make(drawer(seed, kind.columns)), "html");

  test("with tags as without", async () => {
    const [bare, own] = [await check(plain), await check(await tagged(plain))];
    expect(own.checks.map(({ message }) => message)).toEqual([]);
    expect(own.figures.printed).toBe(bare.figures.printed);
    expect(own.figures.tied).toBeGreaterThanOrEqual(bare.figures.tied);
  });

  test("one tag in seven is that of another line", async () => {
    let count = 0;
    const markup = await tagged(plain, (figure) => {
      const other = figure.table.rows.find((row) => row.index > figure.row.index && row.kind === "item");
      return ++count % 7 === 0 && other ? byCaption({ ...figure, row: other }) : byCaption(figure);
    });
    expect((await check(markup)).checks.filter(({ status }) => status === "fail")).toEqual([]);
  });

  test("one line in five is tagged as total assets, net income or cash", async () => {
    const elements = [
      "Assets",
      "ProfitLoss",
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
      "Liabilities",
    ];
    const markup = await tagged(plain, (figure) =>
      figure.row.index % 5 === 2
        ? `us-gaap:${elements[(figure.row.index * 3 + figure.table.index) % elements.length]}`
        : byCaption(figure),
    );
    expect((await check(markup)).checks.map(({ message }) => message)).toEqual([]);
  });
});

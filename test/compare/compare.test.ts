import { describe, expect, it } from "vitest";
import { formatReport } from "../../src/library/format-report.ts";
import type { FileReport } from "../../src/report/report.ts";
import { type CheckOptions, checkFiling } from "../../src/run.ts";
import { wordFile } from "../read/word/word-file.ts";
import { statement } from "../read/word/word-file.ts";

const draft = `Aldermoor Limited
Revenues were RMB101.2 million in 2024, compared with RMB96.4 million in 2023.
Gross profit was RMB33.9 million in 2024.

STATEMENTS OF INCOME (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t96,407\t101,226
Cost of revenues\t(62,914)\t(67,350)
Gross profit\t33,493\t33,876
Operating expenses\t(22,298)\t(23,105)
Operating income\t11,195\t10,771

SEGMENT REVENUES (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Northern lines\t60,100\t65,120
Southern lines\t36,307\t36,106
Revenues\t96,407\t101,226
`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function compare(
  old: string,
  now: string,
  asked: Pick<CheckOptions, "rules" | "confidence"> = {},
): Promise<FileReport> {
  return checkFiling(bytes(now), {
    ...asked,
    path: "new.txt",
    prior: { path: "old.txt", bytes: bytes(old) },
    drafts: true,
  });
}

const told = (report: FileReport): string[] =>
  report.checks.filter(({ status }) => status === "fail").map(({ message }) => message);

describe("two drafts", () => {
  it("that are the same have nothing to say", async () => {
    const report = await compare(draft, draft);
    expect(report).toMatchObject({ status: "pass", changes: { path: "old.txt", figures: [] } });
    expect(report.checks).toEqual([]);
    expect(report.changes?.compared).toBeGreaterThan(18);
  });

  it("name the places that still print a figure that was changed elsewhere", async () => {
    const report = await compare(draft, draft.replace("RMB33.9 million", "RMB39.3 million"));
    expect(told(report)).toEqual([
      "Gross profit, FY2024 CNY still prints 33,876: Gross profit, FY2024 was changed from RMB33.9 million to RMB39.3 million (line 3), which makes it 39,300",
    ]);
    expect(report.checks[0]).toMatchObject({
      suspect: { raw: "33,876", line: 11 },
      diagnosis: { slip: "stale" },
      confidence: "certain",
    });
    expect(report.changes?.figures).toMatchObject([{ was: "33.9", before: "ties", now: "breaks", left: 1 }]);
  });

  it("tell all that a change left behind in one finding", async () => {
    const report = await compare(
      draft,
      draft.replace("Revenues\t96,407\t101,226", "Revenues\t96,407\t110,226"),
    );
    expect(told(report)).toEqual([
      "Revenues, FY2024 CNY still prints 101,226: Revenues, FY2024 CNY was changed from 101,226 to 110,226 (line 9), which makes it 110,226; so does RMB101.2 million (line 2); what else follows from it was left, too: 33,876 (line 11)",
    ]);
    expect(report.checks[0]?.related.map(({ rule }) => rule).sort()).toEqual(["gross-profit", "prose"]);
    expect(report.changes?.figures).toMatchObject([{ was: "101,226", now: "breaks", left: 3 }]);
  });

  it("say of one that was changed everywhere only that it was", async () => {
    const now = draft
      .replaceAll("(67,350)", "(67,300)")
      .replaceAll("33,876", "33,926")
      .replaceAll("10,771", "10,821");
    const report = await compare(draft, now);
    expect(told(report)).toEqual([]);
    expect(report.changes?.figures.map(({ was, figure, now: state }) => [was, figure.raw, state])).toEqual([
      ["(67,350)", "(67,300)", "ties"],
      ["33,876", "33,926", "ties"],
      ["10,771", "10,821", "ties"],
    ]);
  });

  it("tell a total that was left as it was from one that never tied", async () => {
    const broken = draft.replace("10,771", "10,717");
    const report = await compare(broken, broken.replace("(62,914)", "(62,194)"));
    expect(told(report)).toEqual([
      "Gross profit, FY2023 CNY was left at 33,493, recomputed 34,213: Cost of revenues, FY2023 CNY was changed from (62,914) to (62,194) (line 10)",
    ]);
    expect(report.since).toMatchObject({ known: 1, resolved: [] });
  });

  it("say what is mended", async () => {
    const report = await compare(draft.replace("10,771", "10,717"), draft);
    expect(told(report)).toEqual([]);
    expect(report.since?.resolved).toHaveLength(1);
    expect(report.changes?.figures).toMatchObject([{ was: "10,717", before: "breaks", now: "ties" }]);
  });

  it("may print a figure to more digits, move lines and put others between them", async () => {
    const now = draft
      .replace("RMB33.9 million", "RMB33.88 million")
      .replace("Northern lines", "Eastern lines\t100\t120\nNorthern lines")
      .replace("60,100\t65,120", "60,000\t65,000")
      .replace("Revenues were RMB101.2", "A sentence more. Revenues were RMB101.2");
    const report = await compare(draft, now);
    expect(told(report)).toEqual([]);
    expect(report.changes?.figures.map(({ figure }) => figure.raw)).not.toContain("101.2");
  });

  it("find a break that came with a new table", async () => {
    const table = `
BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash\t31,640\t28,907
Vessels\t164,623\t178,298
Total assets\t196,263\t207,205
Bank loans\t70,119\t81,692
Total liabilities\t70,119\t81,692
Total equity\t126,144\t125,531
Total liabilities and equity\t196,263\t207,205
`;
    const report = await compare(draft, draft + table);
    expect(report.status).toBe("fail");
    expect(report.checks[0]?.suspect).toMatchObject({ raw: "125,531", reading: "125,513" });
    expect(report.changes?.figures).toEqual([]);
  });

  it("are told of what a change broke by the rules that were asked for", async () => {
    const now = draft.replace("Northern lines\t60,100\t65,120", "Northern lines\t60,100\t56,120");
    expect(told(await compare(draft, now))).toEqual([expect.stringContaining("Northern lines, FY2024 CNY")]);
    const report = await compare(draft, now, { rules: ["gross-profit"] });
    expect(told(report)).toEqual([]);
    expect(report.changes?.figures).toMatchObject([{ was: "65,120", before: "untied", now: "untied" }]);
  });

  it("tell new breaks by their confidence, and count those that are less certain than was asked", async () => {
    const right = `Aldermoor Limited
BALANCE SHEET (in thousands)
\tDecember 31, 2024
\tRMB
Cash\t310
Vessels\t690
Total assets\t1,000
`;
    const doubtful = `STATEMENT OF OPERATIONS (in thousands)
\t2024
\tRMB
Revenue\t1,000
Cost of revenue\t600
Gross profit\t390
`;
    const likely = await compare(right, doubtful, { confidence: "likely" });
    expect(likely.checks.map(({ status, confidence }) => [status, confidence])).toEqual([["warn", "likely"]]);
    expect(likely.counts.withheld).toBeUndefined();
    const certain = await compare(right, doubtful, { confidence: "certain" });
    expect(certain).toMatchObject({ status: "pass", checks: [], counts: { withheld: 1 } });
    const same = await compare(doubtful, doubtful, { confidence: "certain" });
    expect(same).toMatchObject({ status: "pass", checks: [], since: { known: 0 } });
    expect(same.counts.withheld).toBeUndefined();
  });

  it("of which one cannot be read are not compared", async () => {
    const report = await checkFiling(bytes(draft), {
      path: "new.txt",
      prior: { path: "old.docx", bytes: wordFile({ body: statement() }).subarray(0, 300) },
      drafts: true,
    });
    expect(report).toMatchObject({
      status: "unreadable",
      error:
        "the earlier draft old.docx cannot be read: this document is cut off or damaged and cannot be opened; get a whole copy of it",
    });
  });

  it("may be in two formats, and are told with their changes", async () => {
    const text = `CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands of US dollars)
\tYear ended December 31, 2024\tYear ended December 31, 2023
Revenue\t1,210\t1,100
Cost of revenue\t(730)\t(690)
Gross profit\t480\t410
Selling expenses\t(95)\t(88)
Administrative expenses\t(130)\t(127)
Total operating expenses\t(225)\t(215)
Operating income\t255\t195
`;
    const report = await checkFiling(wordFile({ body: statement("699") }), {
      path: "draft.docx",
      prior: { path: "old.txt", bytes: bytes(text) },
      drafts: true,
    });
    expect(report.checks[0]).toMatchObject({ place: { where: "table 1, row 4" } });
    const table = await formatReport(report, "table");
    expect(table).toContain("1 figure was changed since old.txt; 13 stand as they were");
    expect(table).toMatch(
      /Cost of revenue +FY2023 +\(690\) +\(699\) +1 figure did not follow +table 1, row 3/,
    );
  });
});

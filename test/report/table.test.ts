/** The report for the terminal, whole: read the expectations as a user would. */
import { describe, expect, test } from "vitest";
import { plainOptions } from "../../src/report/options.ts";
import type { Report } from "../../src/report/report.ts";
import { table } from "../../src/report/table.ts";
import { width } from "../../src/report/width.ts";
import { awkward, file, report } from "./awkward.ts";
import { grossProfit } from "./checks.ts";

test("what does not tie, at length", () => {
  expect(table(awkward.findings, plainOptions)).toBe(`\
filing.txt · Kingsoft Cloud Holdings Limited · Q4 2024, FY2024, FY2023 · CNY and USD, thousands

 2 lines do not tie · 1 warning

    RULE          LINE            PERIOD         PRINTED      RECOMPUTED  DIFFERENCE  WHERE
    ─────────────────────────────────────────────────────────────────────────────────────────
 1  prose         Other revenues  FY2024  RMB0.1 million  RMB0.2 million        -0.1  :70:26
 2  gross-profit  Gross profit    FY2023         850,169         850,196         -27  :181:22

 1 warning

    RULE              LINE                PERIOD  PRINTED  RECOMPUTED  DIFFERENCE  WHERE
    ──────────────────────────────────────────────────────────────────────────────────────
 3  malformed-figure  Operating expenses          .23,888                          :183:20

 1 Other revenues, FY2024: the sentence says RMB0.1 million, the table 152 thousand (difference -0.1)
   prose: Other revenues in the text = Other revenues in the table
   RMB0.1 million ≠ 152 thousand = RMB0.2 million

 2 Gross profit, FY2023: printed 850,169, recomputed 850,196 (difference -27)
   gross-profit: Gross profit = Total revenues - Cost of revenues
   850,169 ≠ 7,047,461 - 6,197,265 = 850,196

   Condensed Consolidated Statements of Operations
                                2023 RMB     2024 RMB    2024 US$
     179 │ Total revenues     7,047,461    7,785,180   1,066,567
     180 │ Cost of revenues  (6,197,265)  (6,444,001)   (882,829)
   > 181 │ Gross profit         850,169    1,341,179     183,738
         │                      ^^^^^^^ should read 850,196

   Two digits are swapped: with 850,196 both relations of this figure tie.
   1 more relation breaks with it:
     Operating loss = Gross profit - Total operating expenses
       (1,872,420) ≠ 850,169 - 2,722,616 = (1,872,447)

 3 Operating expenses: the print .23,888 is no number
   malformed-figure: Operating expenses is readable

 1,318 figures printed, 1,262 tied by 2,104 relations, 1 only in findings, 1 unreadable, 3 in no relation (--verbose lists them)
`);
});

test("a filing that ties takes five lines", () => {
  expect(table(awkward.clean, plainOptions)).toBe(`\
filing.txt · Kingsoft Cloud Holdings Limited · Q4 2024, FY2024, FY2023 · CNY and USD, thousands

 Everything that could be checked ties

 1,318 figures printed, 1,262 tied by 2,104 relations, 0 unreadable, 3 in no relation (--verbose lists them)
`);
});

test("nothing found because nothing was compared is not called a pass", () => {
  const text = table(awkward.nothingChecked, plainOptions);
  expect(text).toContain(" Nothing could be checked: no printed figure is determined by others\n");
  expect(text).not.toContain("ties");
});

test("--quiet: the failures, and the counts", () => {
  expect(table(awkward.findings, { ...plainOptions, quiet: true })).toBe(`\
filing.txt

    RULE          LINE            PERIOD         PRINTED      RECOMPUTED  DIFFERENCE  WHERE
    ─────────────────────────────────────────────────────────────────────────────────────────
 1  prose         Other revenues  FY2024  RMB0.1 million  RMB0.2 million        -0.1  :70:26
 2  gross-profit  Gross profit    FY2023         850,169         850,196         -27  :181:22

 1,318 figures printed, 1,262 tied by 2,104 relations, 1 only in findings, 1 unreadable, 3 in no relation (--verbose lists them)
`);
  expect(table(awkward.clean, { ...plainOptions, quiet: true })).toMatch(/^ 1,318 figures printed, .*\n$/);
});

test("--verbose: what is in no relation, and what was not checked", () => {
  expect(table(awkward.findings, { ...plainOptions, verbose: true })).toContain(`
 Unreadable: 1 figure
   Condensed Consolidated Statements of Operations
      :183:20  Operating expenses  .23,888

 In no relation: 3 figures
   Condensed Consolidated Statements of Operations
      :204:16  Other revenues  152  133
   (in the text)
      :12:40  Premium customers  3,800

 Not checked
   per-share (2), attribution: no number of shares in the filing
   translation: no rate is stated

 1,318 figures printed, 1,262 tied by 2,104 relations, 1 only in findings, 1 unreadable, 3 in no relation
`);
});

test("--verbose: numbers and relations that were not checked, by reason, the columns of a line together", () => {
  expect(table(awkward.unchecked, { ...plainOptions, verbose: true })).toContain(`
 In no relation: 4 figures, 1 of them in sentences, listed below
   Condensed Consolidated Statements of Operations
      :181:22  Gross profit    850,169
      :204:16  Other revenues  152  133

 Not checked: 3 numbers of sentences, 2 relations
   attribution (2): it breaks in as many places as it ties, so the lines may not belong together
      :220  Shareholders  FY2024 USD, FY2023 USD
   prose (2): no table has a line of that name
      :12:40  Premium customers  FY2024  3,800
      :13:9   Staff                      12%
   prose (1): the sentence is about a part of the line only
      :14:3    FY2024  RMB1.5 million
   translation: no rate is stated
`);
});

test("--all: what ties, by rule, and every figure", () => {
  expect(table(awkward.all, { ...plainOptions, all: true })).toContain(`
 1 relation ties

 gross-profit (1)
   :181:32  Gross profit  FY2024  1,341,179 = 7,785,180 - 6,444,001 (rounding 1)

 All figures, with the number of relations each takes part in: 2
   Condensed Consolidated Statements of Operations
      :181:22  Gross profit  850,169 [2]  1,341,179 [4]
`);
});

test("several files end in one line over all", () => {
  const text = table(awkward.severalFiles, plainOptions);
  expect(text).toContain(
    "\n\nd.txt\n\n Could not be checked\n d.txt may not be read; change its permissions\n\n",
  );
  expect(text).toContain("\n\ne.txt\n\n No financial table found\n e.txt has no financial table\n\n");
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    "5 files: 1 ties, 1 with warnings only, 1 does not tie, 1 without a financial table, 1 could not be read" +
      " · 2 lines do not tie, 1 warning",
  );
});

test("files passed over are not mentioned", () => {
  expect(table(awkward.unrecognized, { ...plainOptions, passOver: true })).toBe("");
  const text = table(awkward.severalFiles, { ...plainOptions, passOver: true });
  expect(text).not.toContain("e.txt");
  expect(text).toContain("4 files: ");
});

test("standard input and pages of a PDF have names of their own", () => {
  expect(table(awkward.standardInput, plainOptions)).toMatch(/^standard input · /);
  expect(table(awkward.pdf, plainOptions)).toContain("  p12:70:26\n");
});

describe("an excerpt", () => {
  test("aligns CJK by display width, and marks the total when there is no suspect", () => {
    expect(table(awkward.cjk, plainOptions)).toContain(`
                              二零二三年
      9 │ 收入                7,047,461
     10 │ 营业成本           (6,197,265)
   > 11 │ Gross profit 毛利     850,169
        │                       ^^^^^^^
`);
  });

  test("says 'perhaps' when several cells explain the break equally well", () => {
    expect(table(awkward.ambiguous, plainOptions)).toContain(`
   > 179 │ Total revenues     7,047,461
         │                    ^^^^^^^^^ perhaps 7,047,434
     180 │ Cost of revenues  (6,197,265)
   > 181 │ Gross profit         850,169
         │                      ^^^^^^^ perhaps 850,196
`);
  });

  test("of many rows keeps both ends and the marked one", () => {
    const text = table(awkward.longExcerpt, plainOptions);
    expect(text).toContain("       1 │ Item 1           1\n");
    expect(text).toContain("         │ … 97 more rows\n");
    expect(text).toContain("   > 121 │ Total          121\n         │                ^^^\n");
    expect(text.split("\n").length).toBeLessThan(60);
  });

  test("of many columns keeps those beside the marked one", () => {
    expect(table(awkward.wideExcerpt, { ...plainOptions, width: 80 })).toContain(`
                           Three months    Three months    Three months
                         ended December  ended December  ended December
                               31, 2022        31, 2023        31, 2024
   > 181 │ Gross profit       1,850,169       1,850,169       1,850,169
         │                                    ^^^^^^^^^ should read 850,196
`);
  });
});

describe("width", () => {
  test("at 80 cells what a finding is about stands above its numbers, and nothing is left out", () => {
    const text = table(awkward.findings, { ...plainOptions, width: 80 });
    for (const part of ["Gross profit · FY2023 · gross-profit", "Other revenues · FY2024 · "]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/^ +850,169 +850,196 +-27 {2}:181:22$/m);
    expect(text).toMatch(/^ 3 {2}malformed-figure .*\.23,888 .*:183:20$/m);
  });

  test("a long caption is cut in its middle in the table and whole in the text", () => {
    const text = table(awkward.longCaptions, plainOptions);
    expect(text).toContain(" 1  cash-to-balance-sheet  Net loss attributable to…redemption value  FY2023  ");
    expect(text.replace(/\n +/g, " ")).toContain(
      "preferred shares to their redemption value, FY2023: printed (2,183,882)",
    );
  });

  const anyReport: [name: string, report: Report][] = Object.entries(awkward);
  test.each(anyReport)("%s: tables and prose stay within 80 cells", (_name, awkwardReport) => {
    const text = table(awkwardReport, { ...plainOptions, width: 80 });
    // The counts are one line, for grep.
    const free = /figures printed|files: /;
    const long = text.split("\n").filter((line) => width(line) > 80 && !free.test(line));
    expect(long).toEqual([]);
  });
});

test("three hundred findings are all shown", () => {
  const text = table(awkward.manyFindings, plainOptions);
  expect(text).toContain(" 300 lines do not tie\n");
  expect(text).toContain(
    "\n 300  gross-profit  Gross profit  FY2023  850,169     850,196         -27  :300:22\n",
  );
  expect(text).toContain("\n 300 Gross profit, FY2023: printed 850,169");
});

function tag(name: string): (text: string) => string {
  return (text) => `<${name}>${text}</${name}>`;
}

test("only what is asked is painted", () => {
  const paint = {
    bold: tag("b"),
    dim: tag("d"),
    red: tag("r"),
    yellow: tag("y"),
    green: tag("g"),
    cyan: tag("c"),
  };
  const text = table(awkward.findings, { ...plainOptions, paint });
  expect(text).toContain("<b>filing.txt</b> · Kingsoft");
  expect(text).toContain("<r>850,169</r>");
  expect(text).toContain("<y>.23,888</y>");
  expect(text).toContain("<b><r>850,169</r></b> ");
  expect(text).toContain("^^^^^^^ should read 850,196</r>\n");
  expect(table(awkward.clean, { ...plainOptions, paint })).toContain(
    "<g>Everything that could be checked ties</g>",
  );
});

test("thousands of passing checks take no time worth waiting for", () => {
  const [passing] = awkward.all.files[0]?.checks.slice(1) ?? [];
  if (!passing) throw new Error("the report has a passing check");
  const many = report(file({ checks: Array.from({ length: 20_000 }, () => passing) }));
  const start = performance.now();
  const text = table(many, { ...plainOptions, all: true });
  expect(text.split("\n").length).toBeGreaterThan(20_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});

describe("a sentence", () => {
  const quote = {
    text: "Gross profit was RMB850.2 million, compared with a gross profit of RMB377.4 million in the year before.",
    start: 20,
    end: 25,
  };

  test("is quoted, with carets under its number, wherever it breaks", () => {
    const quoted = report(file({ checks: [{ ...grossProfit, quote }] }));
    for (const room of [40, 60, 120]) {
      const lines = table(quoted, { ...plainOptions, width: room }).split("\n");
      const at = lines.findIndex((line) => /^\s+\^{5}$/.test(line));
      const carets = lines[at] ?? "";
      expect(lines[at - 1]?.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("850.2");
    }
  });

  test("no quote, no carets of one", () => {
    expect(table(report(file({ checks: [grossProfit] })), plainOptions)).not.toMatch(/^\s+\^{5}$/m);
  });
});

test("on a terminal the counts are broken between words", () => {
  const text = table(report(file()), { ...plainOptions, width: 40, wrapsCounts: true });
  expect(text.split("\n").every((line) => width(line) <= 40 || line.includes("filing.txt"))).toBe(true);
  expect(text.replace(/\n +/g, " ")).toMatch(/figures printed, .* in no relation/);
});

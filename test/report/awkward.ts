/**
 * One set of awkward reports that every format is run through. The names say what is awkward; the
 * numbers are small enough to be checked by eye.
 */
import { assembleReport, unreadableFile } from "../../src/report/assemble.ts";
import type { FigureRef, FileReport, Report, Skipped } from "../../src/report/report.ts";
import { figure, grossProfit, operatingLoss, passing, prose, suspect, unread } from "./checks.ts";

export function file(over: Partial<FileReport> = {}): FileReport {
  const checks = over.checks ?? [];
  const having = (status: string): number => checks.filter((check) => check.status === status).length;
  const [fail, warn] = [having("fail"), having("warn")];
  return {
    path: "filing.txt",
    format: "text",
    status: fail > 0 ? "fail" : warn > 0 ? "warn" : "pass",
    error: null,
    issuer: "Kingsoft Cloud Holdings Limited",
    periods: ["2023-01-01/2023-12-31", "2024-01-01/2024-12-31", "2024-10-01/2024-12-31", "2023-12-31"],
    currencies: ["CNY", "USD"],
    scale: "thousands",
    figures: { printed: 1318, tied: 1262, damaged: 0, recovered: 0, inText: { printed: 0, tied: 0 } },
    counts: { pass: 2104, warn, fail, skip: 0 },
    checks,
    untied: [],
    skipped: [],
    ...over,
  };
}

export function report(...files: readonly FileReport[]): Report {
  return assembleReport(files, "0.1.0");
}

const untied: readonly FigureRef[] = [
  // In a finding, so not "in no relation".
  figure(),
  figure({ raw: ".23,888", value: null, line: 183, column: 20, row: "Operating expenses", col: "" }),
  figure({ raw: "152", value: "152000", line: 204, column: 16, row: "Other revenues" }),
  figure({ raw: "133", value: "133000", line: 204, column: 21, row: "Other revenues", col: "2024 RMB" }),
  figure({ raw: "3,800", value: "3800", line: 12, column: 40, table: "", row: "Premium customers", col: "" }),
];

const wideCaption =
  "Net loss attributable to ordinary shareholders of the Company, before the accretion of redeemable convertible preferred shares to their redemption value";

const escapes =
  "\u001b[31mTotal\u001b]8;;http://evil.example\u0007 assets\u009b2J\r\nfilter:1:1: forged: \u202e961\u202c";

function oneCell(line: number, caption: string, text: string, mark: "result" | "term" | "suspect" | null) {
  return { line, caption, cells: [{ text, mark }] };
}

/** Every awkward report by name. */
function unchecked(
  rule: string,
  line: string,
  column: string,
  printed: string | null,
  where: string,
  why: string,
): Skipped {
  return {
    rule,
    reason: `${line}, ${column} (${where}): ${why}`,
    about: { line, column, printed, where, why },
  };
}

export const awkward = {
  clean: report(file({ untied: untied.slice(2) })),
  nothingChecked: report(
    file({
      figures: { printed: 12, tied: 0, damaged: 0, recovered: 0, inText: { printed: 0, tied: 0 } },
      counts: { pass: 0, warn: 0, fail: 0, skip: 3 },
    }),
  ),
  findings: report(
    file({
      checks: [prose, grossProfit, unread],
      untied,
      figures: { printed: 1318, tied: 1262, damaged: 1, recovered: 0, inText: { printed: 0, tied: 0 } },
      skipped: [
        { rule: "per-share", reason: "no number of shares in the filing" },
        { rule: "per-share", reason: "no number of shares in the filing" },
        { rule: "attribution", reason: "no number of shares in the filing" },
        { rule: "translation", reason: "no rate is stated" },
      ],
    }),
  ),
  unchecked: report(
    file({
      untied,
      skipped: [
        unchecked(
          "attribution",
          "Shareholders",
          "FY2024 USD",
          null,
          ":220",
          "it breaks in as many places as it ties, so the lines may not belong together",
        ),
        unchecked(
          "attribution",
          "Shareholders",
          "FY2023 USD",
          null,
          ":220",
          "it breaks in as many places as it ties, so the lines may not belong together",
        ),
        unchecked(
          "prose",
          "",
          "FY2024",
          "RMB1.5 million",
          ":14:3",
          "the sentence is about a part of the line only",
        ),
        unchecked(
          "prose",
          "Premium customers",
          "FY2024",
          "3,800",
          ":12:40",
          "no table has a line of that name",
        ),
        unchecked("prose", "Staff", "", "12%", ":13:9", "no table has a line of that name"),
        { rule: "translation", reason: "no rate is stated" },
      ],
    }),
  ),
  warningsOnly: report(file({ checks: [unread] })),
  all: report(
    file({
      checks: [grossProfit, passing],
      figureList: [
        { ...figure(), checks: 2 },
        { ...figure({ raw: "1,341,179", column: 32 }), checks: 4 },
      ],
    }),
  ),
  unreadable: report(unreadableFile("missing.txt", "missing.txt does not exist; check the path")),
  unrecognized: report({
    ...unreadableFile(
      "notes.txt",
      "notes.txt has no financial table; name a filing, or pass --skip-unrecognized",
    ),
    status: "unrecognized",
  }),
  severalFiles: report(
    file({ path: "a.txt" }),
    file({ path: "b.txt", checks: [grossProfit, prose] }),
    file({ path: "c.txt", checks: [unread] }),
    unreadableFile("d.txt", "d.txt may not be read; change its permissions"),
    { ...unreadableFile("e.txt", "e.txt has no financial table"), status: "unrecognized" },
  ),
  standardInput: report(file({ path: "-", checks: [prose] })),
  noFiles: report(),
  cjk: report(
    file({
      path: "年报.txt",
      issuer: "金山雲控股有限公司",
      checks: [
        {
          ...grossProfit,
          title: "毛利 = 收入 - 营业成本",
          display: { ...grossProfit.display, line: "毛利" },
          excerpt: {
            columns: ["二零二三年"],
            rows: [
              oneCell(9, "收入", "7,047,461", "term"),
              oneCell(10, "营业成本", "(6,197,265)", "term"),
              oneCell(11, "Gross profit 毛利", "850,169", "result"),
            ],
          },
          diagnosis: null,
          related: [],
        },
        { ...prose, display: { ...prose.display, line: "Other 其他收入" } },
      ],
    }),
  ),
  hostile: report(
    file({
      path: "evil\u001b[2J.txt",
      issuer: escapes,
      checks: [
        {
          ...grossProfit,
          message: escapes,
          title: escapes,
          display: { ...grossProfit.display, line: escapes, equation: escapes },
          excerpt: { columns: [escapes], rows: [oneCell(1, escapes, escapes, "suspect")] },
          diagnosis: { slip: "unknown", suspects: [suspect(escapes, 1)], message: escapes },
          related: [{ ...operatingLoss, title: escapes }],
        },
      ],
      untied: [figure({ row: escapes, table: escapes, raw: escapes })],
      skipped: [{ rule: "footing", reason: escapes }],
    }),
  ),
  longCaptions: report(
    file({
      checks: [
        {
          ...grossProfit,
          rule: "cash-to-balance-sheet",
          message: `${wideCaption}, FY2023: printed (2,183,882), recomputed (2,183,883) (difference 1)`,
          display: { ...grossProfit.display, line: wideCaption },
          excerpt: {
            columns: ["For the year ended December 31, 2023 RMB"],
            rows: [oneCell(7, wideCaption, "(2,183,882)", "result")],
          },
          diagnosis: null,
        },
      ],
    }),
  ),
  manyFindings: report(
    file({
      checks: Array.from({ length: 300 }, (_, index) => ({
        ...grossProfit,
        excerpt: null,
        related: [],
        place: { line: index + 1, column: 22, endColumn: 29 },
      })),
    }),
  ),
  longExcerpt: report(
    file({
      checks: [
        {
          ...grossProfit,
          diagnosis: null,
          excerpt: {
            columns: ["2023 RMB"],
            rows: [
              ...Array.from({ length: 120 }, (_, index) =>
                oneCell(index + 1, `Item ${index + 1}`, "1", "term"),
              ),
              oneCell(121, "Total", "121", "result"),
            ],
          },
        },
      ],
    }),
  ),
  wideExcerpt: report(
    file({
      checks: [
        {
          ...grossProfit,
          excerpt: {
            columns: Array.from(
              { length: 9 },
              (_, index) => `Three months ended December 31, ${2016 + index}`,
            ),
            rows: [
              {
                line: 181,
                caption: "Gross profit",
                cells: Array.from({ length: 9 }, (_, index) => ({
                  text: "1,850,169",
                  mark: index === 7 ? ("suspect" as const) : null,
                })),
              },
            ],
          },
        },
      ],
    }),
  ),
  ambiguous: report(
    file({
      checks: [
        {
          ...grossProfit,
          diagnosis: {
            slip: "digit",
            suspects: [
              suspect("850,196", 1),
              suspect("7,047,434", 1, { line: 179, row: "Total revenues", raw: "7,047,461" }),
            ],
            message: "Either Gross profit or Total revenues is wrong: both explain it equally well.",
          },
          excerpt: {
            columns: ["2023 RMB"],
            rows: [
              oneCell(179, "Total revenues", "7,047,461", "suspect"),
              oneCell(180, "Cost of revenues", "(6,197,265)", "term"),
              oneCell(181, "Gross profit", "850,169", "suspect"),
            ],
          },
        },
      ],
    }),
  ),
  pdf: report(
    file({ path: "report.pdf", format: "pdf", checks: [{ ...prose, result: figure({ page: 12 }) }] }),
  ),
} as const satisfies Record<string, Report>;

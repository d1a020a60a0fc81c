/** Checks of every kind, as the core would deliver them: building blocks of the awkward reports. */
import type { Check, FigureRef, Suspect, TermRef } from "../../src/report/report.ts";

const operations = "Condensed Consolidated Statements of Operations";

export function figure(over: Partial<FigureRef> = {}): FigureRef {
  return {
    raw: "850,169",
    value: "850169000",
    line: 181,
    column: 22,
    endColumn: 29,
    page: null,
    table: operations,
    row: "Gross profit",
    col: "2023 RMB",
    ...over,
  };
}

function term(row: string, line: number, raw: string, value: string, weight: string): TermRef {
  return { ...figure({ row, line, raw, value, column: 20, endColumn: 20 + raw.length }), weight };
}

export function suspect(reading: string, settles: number, over: Partial<FigureRef> = {}): Suspect {
  return { ...figure(over), reading, settles };
}

export const operatingLoss: Check = {
  rule: "operating-result",
  status: "fail",
  grade: "broken",
  severity: "error",
  title: "Operating loss = Gross profit - Total operating expenses",
  message: "Operating loss, FY2023: printed (1,872,420), recomputed (1,872,447) (difference 27)",
  period: "2023-01-01/2023-12-31",
  currency: "CNY",
  result: figure({
    raw: "(1,872,420)",
    value: "-1872420000",
    line: 189,
    column: 20,
    endColumn: 31,
    row: "Operating loss",
  }),
  terms: [],
  expected: { value: "-1872447000", low: "-1872448000", high: "-1872446000" },
  difference: "27000",
  diagnosis: null,
  confidence: "certain",
  fingerprint: "operating-result/1",
  display: {
    line: "Operating loss",
    period: "FY2023",
    printed: "(1,872,420)",
    recomputed: "(1,872,447)",
    difference: "27",
    equation: "(1,872,420) = 850,169 - 2,722,616",
    sum: "(1,872,447)",
  },
  place: { line: 189, column: 20, endColumn: 31 },
  excerpt: null,
  related: [],
};

export const grossProfit: Check = {
  rule: "gross-profit",
  status: "fail",
  grade: "broken",
  severity: "error",
  title: "Gross profit = Total revenues - Cost of revenues",
  message: "Gross profit, FY2023: printed 850,169, recomputed 850,196 (difference -27)",
  period: "2023-01-01/2023-12-31",
  currency: "CNY",
  result: figure(),
  terms: [
    term("Total revenues", 179, "7,047,461", "7047461000", "1"),
    term("Cost of revenues", 180, "(6,197,265)", "-6197265000", "1"),
  ],
  expected: { value: "850196000", low: "850195000", high: "850197000" },
  difference: "-27000",
  diagnosis: {
    slip: "transposition",
    suspects: [suspect("850,196", 2)],
    message: "Two digits are swapped: with 850,196 both relations of this figure tie.",
  },
  confidence: "likely",
  fingerprint: "gross-profit/1",
  display: {
    line: "Gross profit",
    period: "FY2023",
    printed: "850,169",
    recomputed: "850,196",
    difference: "-27",
    equation: "850,169 = 7,047,461 - 6,197,265",
    sum: "850,196",
  },
  place: { line: 181, column: 22, endColumn: 29 },
  excerpt: {
    columns: ["2023 RMB", "2024 RMB", "2024 US$"],
    rows: [
      {
        line: 179,
        caption: "Total revenues",
        cells: [
          { text: "7,047,461", mark: "term" },
          { text: "7,785,180", mark: null },
          { text: "1,066,567", mark: null },
        ],
      },
      {
        line: 180,
        caption: "Cost of revenues",
        cells: [
          { text: "(6,197,265)", mark: "term" },
          { text: "(6,444,001)", mark: null },
          { text: "(882,829)", mark: null },
        ],
      },
      {
        line: 181,
        caption: "Gross profit",
        cells: [
          { text: "850,169", mark: "suspect" },
          { text: "1,341,179", mark: null },
          { text: "183,738", mark: null },
        ],
      },
    ],
  },
  related: [operatingLoss],
};

/** A sentence against a table: long prints, no excerpt, no terms in the same table. */
export const prose: Check = {
  ...grossProfit,
  rule: "prose",
  title: "Other revenues in the text = Other revenues in the table",
  message:
    "Other revenues, FY2024: the sentence says RMB0.1 million, the table 152 thousand (difference -0.1)",
  result: figure({
    raw: "RMB0.1 million",
    value: "100000",
    line: 70,
    column: 26,
    table: "",
    row: "Other revenues",
    col: "",
  }),
  terms: [term("Other revenues", 204, "152", "152000", "1")],
  diagnosis: null,
  display: {
    line: "Other revenues",
    period: "FY2024",
    printed: "RMB0.1 million",
    recomputed: "RMB0.2 million",
    difference: "-0.1",
    equation: "RMB0.1 million = 152 thousand",
    sum: "RMB0.2 million",
  },
  place: { line: 70, column: 26, endColumn: 40 },
  fingerprint: "prose/1",
  excerpt: null,
  related: [],
};

/** A damaged cell: nothing to recompute it with, no value, no period, no column label. */
export const unread: Check = {
  ...grossProfit,
  rule: "malformed-figure",
  status: "warn",
  grade: "unread",
  severity: "warning",
  title: "Operating expenses is readable",
  message: "Operating expenses: the print .23,888 is no number",
  period: null,
  currency: null,
  result: figure({
    raw: ".23,888",
    value: null,
    line: 183,
    column: 20,
    endColumn: 27,
    row: "Operating expenses",
    col: "",
  }),
  terms: [],
  expected: null,
  difference: null,
  diagnosis: null,
  fingerprint: "malformed-figure/1",
  display: {
    line: "Operating expenses",
    period: "",
    printed: ".23,888",
    recomputed: "",
    difference: "",
    equation: "",
    sum: "",
  },
  place: { line: 183, column: 20, endColumn: 27 },
  excerpt: null,
  related: [],
};

/** Passes within rounding. */
export const passing: Check = {
  ...grossProfit,
  status: "pass",
  grade: "rounding",
  severity: "note",
  message: "Gross profit, FY2024: 1,341,179 ties",
  period: "2024-01-01/2024-12-31",
  diagnosis: null,
  difference: "1000",
  fingerprint: "gross-profit/2",
  display: {
    line: "Gross profit",
    period: "FY2024",
    printed: "1,341,179",
    recomputed: "1,341,178",
    difference: "1",
    equation: "1,341,179 = 7,785,180 - 6,444,001",
    sum: "1,341,178",
  },
  place: { line: 181, column: 32, endColumn: 41 },
  excerpt: null,
  related: [],
};

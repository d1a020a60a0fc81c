import { describe, expect, test } from "vitest";
import type { Block } from "../../src/read/document.ts";
import { readIssuer } from "../../src/statements/issuer.ts";

const cell = { text: "1,234", col: 1, line: 9, column: 1, endColumn: 6 };
const grid: Block = { kind: "grid", rows: [{ line: 9, cells: [cell] }] };

function issuerOf(...lines: (string | Block)[]): string | null {
  const blocks = lines.map(
    (line, i): Block =>
      typeof line === "string" ? { kind: "paragraph", line: i + 1, column: 1, text: line } : line,
  );
  return readIssuer({ path: "x.txt", format: "text", blocks, notes: [] });
}

const charter = "(Exact name of registrant as specified in its charter)";

describe("whose filing it is", () => {
  test.each<[string, (string | Block)[], string | null]>([
    ["the cover", ["Form 10-Q", "LARKFEN CORPORATION", charter, "Delaware"], "LARKFEN CORPORATION"],
    ["in one line", [`Larkfen & Sons, Inc. ${charter}`], "Larkfen & Sons, Inc."],
    [
      "in capitals there, and as running text writes it",
      ["LARKFEN CORP.", charter, "Shares of Larkfen Corp. are listed."],
      "Larkfen Corp.",
    ],
    ["a headline", ["Exhibit 99.1", "Larkfen Reports Third Quarter Results"], "Larkfen"],
    [
      "a headline, by the full name",
      ["Larkfen announces results", "LEEDS - Larkfen Holdings plc (LSE: LKF) today reported"],
      "Larkfen Holdings plc",
    ],
    ["a name that begins small", ["eLark Inc. Reports Record Revenue"], "eLark Inc."],
    ["results are no company", ["Third Quarter Results Announced", "Maker: Larkfen AG, Bern"], "Larkfen AG"],
    [
      "over the statements",
      [
        "The underwriter is Harrow Group LLC.",
        "LARKFEN TRUST INC.",
        "CONDENSED BALANCE SHEETS",
        "(Unaudited)",
        grid,
        "LARKFEN TRUST INC. STATEMENTS OF OPERATIONS",
        grid,
      ],
      "LARKFEN TRUST INC.",
    ],
    [
      "with its subsidiaries",
      ["LARKFEN PARTNERSHIP AND SUBSIDIARIES", "Consolidated Balance Sheets", grid],
      "LARKFEN PARTNERSHIP",
    ],
    [
      "the one that calls itself the company",
      ["Harrow Inc. and Harrow Inc.", 'ORGANIZATION Larkfen Media Inc. (the "Company") was formed in 1998.'],
      "Larkfen Media Inc.",
    ],
    [
      "the most frequent",
      ["A unit of Harrow Inc.", "Larkfen Ltd. makes looms.", "Larkfen Ltd. has 20 mills."],
      "Larkfen Ltd.",
    ],
    [
      "not an exchange, nor an act",
      [
        "The Harrow Stock Exchange Limited takes no responsibility",
        "under the Investment Company Act of 1940; the Larkfen Company Act",
        "The Company has one segment.",
      ],
      null,
    ],
  ])("%s", (_, lines, issuer) => expect(issuerOf(...lines)).toBe(issuer));
});

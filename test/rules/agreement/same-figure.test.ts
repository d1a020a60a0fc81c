import { describe, expect, it } from "vitest";
import { checkFiling } from "../../check-text.ts";

/** What `same-figure` and `adjustment` report as broken. */
function broken(filing: string): readonly string[] {
  const { checks } = checkFiling(new TextEncoder().encode(filing), {
    path: "report.txt",
    rules: ["same-figure", "adjustment"],
    all: true,
  });
  return checks
    .filter(({ status, grade }) => status === "fail" && grade === "broken")
    .map(({ result }) => `${result.row}: ${result.raw}`);
}

const years = `	Year ended December 31,
	2022	2023	2024
	RMB	RMB	RMB
`;

const operations = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
${years}Revenues	805,377	831,094	870,210
Research and development	101,206	98,115	104,006
Selling and marketing	90,410	92,644	95,117
Separation expenses	8,116	6,405	5,417
Income tax expense	11,204	8,760	20,117
Net income	41,360	38,226	52,918
`;

describe("a dash against an amount", () => {
  const cashFlow = `
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
${years}Net income	41,360	38,226	52,918
Separation expenses	8,116	-	5,417
Depreciation	40,117	39,240	41,225
Net cash provided by operating activities	89,593	77,466	99,560
`;

  it("is no contradiction", () => {
    expect(broken(operations + cashFlow)).toEqual([]);
  });

  it("leaves another amount one", () => {
    const other = cashFlow.replace("8,116\t-", "8,116\t6,045");
    expect(broken(operations + other)).toEqual(["Separation expenses: 6,045"]);
  });
});

describe("tables of different things under the same captions", () => {
  const compensation = `
SHARE-BASED COMPENSATION (in thousands)
${years}Research and development	11,206	10,227	9,120
Selling and marketing	7,410	6,318	5,209
Separation expenses	8,116	3,871	5,417
`;

  it("are told by most of their lines", () => {
    expect(broken(operations + compensation)).toEqual([]);
  });

  it("are not told by one line", () => {
    const same = compensation
      .replace("11,206\t10,227\t9,120", "101,206\t98,115\t104,006")
      .replace("7,410\t6,318\t5,209", "90,410\t92,644\t95,117");
    expect(broken(operations + same)).toEqual(["Separation expenses: 3,871"]);
  });
});

describe("a movement in the statement of cash flows", () => {
  const balance = `Aldermoor Limited
CONSOLIDATED BALANCE SHEETS (in thousands)
	Dec 31, 2023	Dec 31, 2024
	RMB	RMB
Cash and cash equivalents	52,874	60,118
Total assets	220,287	230,520
Income taxes payable	2,089	4,360
Total liabilities	90,112	97,446
Total equity	130,175	133,074
Total liabilities and equity	220,287	230,520
`;
  const cashFlow = `
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
	Dec 31, 2023	Dec 31, 2024
	RMB	RMB
Net income	41,360	52,918
Income taxes payable	2,089	2,271
Net cash provided by operating activities	43,449	55,189
Net cash used in investing activities	(30,000)	(47,945)
Net increase in cash	13,449	7,244
Cash and cash equivalents at end of year	52,874	60,118
`;

  it("is not the balance of that name", () => {
    expect(broken(balance + cashFlow)).toEqual([]);
  });

  it("but a note has the balance", () => {
    const note = `
TAXES (in thousands)
	Dec 31, 2023	Dec 31, 2024
	RMB	RMB
Income taxes payable	2,089	4,630
Value-added tax payable	1,117	1,240
`;
    expect(broken(balance + cashFlow + note)).toEqual(["Income taxes payable: 4,630"]);
  });
});

describe("a line of several segments", () => {
  const segments = `
REVENUES BY SEGMENT (in thousands)
${years}Clubs
Service revenues	25,119	25,533	26,204
Other revenues	4,438	4,100	4,360
Restaurants
Service revenues	-	30	-
Other revenues	89	96	70
`;
  const whole = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
${years}Sales	44,118	45,208	47,019
Service revenues	25,119	25,563	26,204
Income tax expense	11,204	8,760	20,117
Net income	41,360	38,226	52,918
`;

  it("is a part of the whole, by as much as another segment has", () => {
    expect(broken(whole + segments)).toEqual([]);
  });

  it("is wrong by any other amount", () => {
    expect(broken(whole + segments.replace("25,533", "25,353"))).toEqual(["Service revenues: 25,353"]);
  });
});

describe("a number of shares of an adjusted measure", () => {
  const statement = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
${years}Net income (loss)	41,360	38,226	(52,918)
Weighted average shares used to compute net income per share:
Basic	145,031	147,207	155,598
Diluted	148,586	150,192	155,598
`;
  const measure = (heading: string): string => `
RECONCILIATION (in thousands)
${years}Net income (loss)	41,360	38,226	(52,918)
${heading}:
Diluted	148,586	150,192	163,337
`;

  it("need not be that of the statement", () => {
    expect(
      broken(statement + measure("Weighted average shares used to compute non-GAAP net income per share")),
    ).toEqual([]);
    expect(
      broken(statement + measure("Weighted average shares used to compute net income per share")),
    ).toEqual(["Diluted: 163,337"]);
  });
});

describe("a line that a footnote defines", () => {
  const cashFlow = `
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
${years}Net income	41,360	38,226	52,918
Separation expenses	8,116	6,405	8,339
Depreciation	40,117	39,240	41,225
Net cash provided by operating activities	89,593	83,871	102,482
Net cash used in investing activities	(61,207)	(58,316)	(60,040)
Net increase in cash	28,386	25,555	42,442
`;

  it("may be narrower than the line of that name, whichever is printed first", () => {
    expect(broken(operations.replace("Separation expenses", "Separation expenses (2)") + cashFlow)).toEqual(
      [],
    );
    expect(broken(operations + cashFlow.replace("\t8,339\n", "\t5,471\n"))).toEqual([
      "Separation expenses: 5,471",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { checkFiling } from "../../check-text.ts";

const balance = `BALANCE SHEETS (In thousands)

	Notes	Dec 31, 2022	Dec 31, 2023
		RMB	RMB
Cash and cash equivalents		52,874	60,118
Restricted cash		3,105	4,412
Short-term investments		8,640	-
Accounts receivable, net	4	21,766	24,903
Total current assets		86,385	89,433
Property and equipment, net		133,902	141,087
Total assets		220,287	230,520
Short-term borrowings		70,277	73,940
Accounts payable	5	19,835	23,506
Total current liabilities		90,112	97,446
Total liabilities		90,112	97,446
Total equity		130,175	133,074
Total liabilities and equity		220,287	230,520
`;

const notes = `4. ACCOUNTS RECEIVABLE, NET

	Dec 31, 2022	Dec 31, 2023
	RMB	RMB
Accounts receivable	23,001	26,148
Allowance	(1,235)	(1,245)
Accounts receivable, net	21,766	24,903

5. ACCOUNTS PAYABLE

	Dec 31, 2022	Dec 31, 2023
	RMB	RMB
Within 3 months	11,402	15,117
More than 3 months	8,433	8,389
	19,835	23,506
`;

interface Found {
  readonly status: string;
  readonly at: string;
  readonly message: string;
}

function check(text: string, tables = balance): readonly Found[] {
  const report = checkFiling(new TextEncoder().encode(`${tables}\n${text}\n`), {
    path: "report.txt",
    rules: ["note-to-statement"],
    all: true,
  });
  return report.checks
    .filter(({ rule }) => rule === "note-to-statement")
    .map(({ status, place, message }) => ({ status, at: `${place.line}:${place.column}`, message }));
}

function failing(text: string, tables?: string): readonly Found[] {
  return check(text, tables).filter(({ status }) => status === "fail" || status === "warn");
}

describe("notes against the face", () => {
  it("pass by the reference in the column of notes, with a caption or without", () => {
    expect(check(notes).map(({ status, message }) => `${status} ${message}`)).toEqual([
      "pass Accounts receivable, net, 2022-12-31 CNY: 21,766 ties",
      "pass Accounts receivable, net, 2023-12-31 CNY: 24,903 ties",
      "pass Line without a caption, 2022-12-31 CNY: 19,835 ties",
      "pass Line without a caption, 2023-12-31 CNY: 23,506 ties",
    ]);
  });

  it("fail where one period differs", () => {
    const report = failing(notes.replace("	19,835	23,506", "	19,835	23,560"));
    expect(report).toMatchObject([{ status: "fail", at: "33:9" }]);
  });

  it("stay quiet where nothing says that the two are one fact", () => {
    expect(failing(notes.replaceAll("21,766	24,903", "31,766	34,903"))).toEqual([]);
    expect(failing(notes.replace("5. ACCOUNTS PAYABLE", "6. OTHER PAYABLES"))).toEqual([]);
  });
});

describe("computed sentences", () => {
  it.each([
    "As of December 31, 2023, the Group had net current liabilities of RMB8,013.",
    "As of December 31, 2023, the Group had net current liabilities of RMB8.0 million.",
    "As of December 31, 2022, we had cash and cash equivalents and restricted cash of RMB55,979.",
    "As of December 31, 2022, we had cash, cash equivalents, restricted cash and short-term investments of RMB64,619.",
    "As of December 31, 2023, we had cash, cash equivalents, restricted cash and short-term investments of RMB64.5 million.",
    "As at December 31, 2022, the Group had borrowings and net current liabilities of RMB70,277 and RMB3,727, respectively.",
  ])("pass: %s", (text) => {
    expect(check(text)).toMatchObject([{ status: "pass" }]);
  });

  it.each([
    [
      "As of December 31, 2023, the Group had net current liabilities of RMB8,031.",
      "19:70",
      "(difference +RMB18)",
    ],
    [
      "As of December 31, 2022, we had cash and cash equivalents and restricted cash of RMB59,979.",
      "19:85",
      "(difference +RMB4,000)",
    ],
  ])("fail: %s", (text, at, difference) => {
    const [first, ...others] = failing(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: "fail", at });
    expect(first?.message).toContain(difference);
  });

  it.each([
    // Another scale than the tables', another date, an open list, a list that is not on the face.
    "As of December 31, 2023, the Group had net current liabilities of RMB80.",
    "As of June 30, 2023, the Group had net current liabilities of RMB9,999.",
    "As of December 31, 2023, we had cash and undrawn credit facilities of RMB99,999.",
    "As of December 31, 2023 and 2022, the Group had net current liabilities of RMB9,999.",
    "As of December 31, 2023, the Group had net current assets of RMB9,999.",
  ])("quiet: %s", (text) => {
    expect(failing(text)).toEqual([]);
  });
});

describe("shares and ADSs", () => {
  const sentence =
    "Outstanding ordinary shares were 36,900,015 as of December 31, 2023, equivalent to about 2,460,001 ADSs.";

  it("pass at the ratio that the text states", () => {
    expect(check(`Each ADS represents fifteen (15) ordinary shares.\n${sentence}`)).toMatchObject([
      { status: "pass" },
    ]);
  });

  it("fail at another", () => {
    expect(failing(`ADSs (each representing 12 Class A ordinary shares).\n${sentence}`)).toMatchObject([
      { status: "fail" },
    ]);
  });

  it("stay quiet without a ratio, or with two", () => {
    expect(check(sentence)).toEqual([]);
    const both =
      "Each ADS represents 12 ordinary shares. Until May each ADS represented 15 shares; each ADS represents 15 ordinary shares.";
    expect(check(`${both}\n${sentence}`)).toEqual([]);
  });
});

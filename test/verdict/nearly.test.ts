import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

/** Findings with their status. */
function findings(filing: string): readonly string[] {
  const { checks } = checkFiling(new TextEncoder().encode(filing), { path: "report.txt" });
  return checks.map(({ status, rule, result }) => `${status} ${rule} ${result.raw}`);
}

describe("a sum two units out", () => {
  const costs = `Aldermoor Limited
Costs (in thousands)
	2021	2022	2023	2024
	RMB	RMB	RMB	RMB
Wages	101,206	98,115	104,006	104,913
Rent	90,410	92,644	95,117	96,020
Total costs	191,616	190,759	199,123	200,933
`;

  it("is a warning", () => {
    expect(findings(costs)).toEqual([]);
    expect(findings(costs.replace("200,933", "200,935"))).toEqual(["warn footing 200,935"]);
  });

  it("three units out a failure", () => {
    expect(findings(costs.replace("200,933", "200,936"))).toEqual(["fail footing 200,936"]);
  });

  it("is a failure where a sum across the row is out by as much", () => {
    const both = `Aldermoor Limited
Segment costs (in thousands)
	Year ended December 31, 2024
	Plant	Office	Total
	RMB	RMB	RMB
Wages	101,206	98,115	199,321
Rent	90,410	92,644	183,054
Energy	12,204	8,311	20,515
Travel	1,204	6,311	7,515
Total costs	205,024	205,381	410,405
`;
    expect(findings(both)).toEqual([]);
    expect(findings(both.replace("92,644\t", "92,646\t"))[0]).toMatch(/^fail /);
  });
});

describe("a result per share a cent off", () => {
  const statement = (perShare: string): string => `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands, except per share data)
	Year ended December 31,
	2022	2023	2024
	RMB	RMB	RMB
Net income	41,360	38,226	52,918
Net income per share, basic	0.83	0.79	${perShare}
Weighted average shares, basic	49,830	48,120	48,610
`;

  it("is a warning, more a failure", () => {
    expect(findings(statement("1.09"))).toEqual([]);
    expect(findings(statement("1.08"))).toEqual(["warn per-share 1.08"]);
    expect(findings(statement("1.06"))).toEqual(["fail per-share 1.06"]);
  });
});

describe("parts of a result per share two cents out", () => {
  const parts = (total: string): string => `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands, except per share data)
	Year ended December 31,
	2022	2023	2024
	RMB	RMB	RMB
Continuing operations per share	0.34	0.32	(0.19)
Discontinued operations per share	0.02	(0.06)	(0.01)
Total income (loss) per share	0.36	0.26	${total}
`;

  it("are a failure: so are two of them that were swapped", () => {
    expect(findings(parts("(0.20)"))).toEqual([]);
    expect(findings(parts("(0.18)"))[0]).toMatch(/^fail per-share/);
  });
});

describe("percentages made to add up to 100.0", () => {
  const shares = (last: string): string => `Aldermoor Limited
Employees by function
	Number of employees	% of total
Research	1,204	47.9%
Sales	688	27.4%
Operations	402	16.0%
Administration	219	${last}
Total	2,513	100.0%
`;

  it("are warnings, more than a unit off failures", () => {
    expect(findings(shares("8.7%"))).toEqual([]);
    expect(findings(shares("8.6%"))).toEqual(["warn percentage 8.6%"]);
    expect(findings(shares("8.4%"))[0]).toMatch(/^fail /);
  });
});

describe("a result per share in the other currency", () => {
  const translated = `Aldermoor Limited
Convenience translation: RMB6.9931 to US$1.00.

RESULTS PER SHARE (in thousands, except per share)
	Year ended December 31,
	2023	2024	2024
	RMB	RMB	US$
Net income	101,206	104,913	15,002
Wages	88,310	90,120	12,887
Revenues	591,482	614,616	87,889
Rent	38,100	40,210	5,750
Net income per share, basic	70.14	72.38	10.35
`;

  it("is a warning where it is a cent off, and a failure beyond", () => {
    expect(findings(translated)).toEqual([]);
    expect(findings(translated.replace("10.35", "10.36"))).toEqual(["warn translation 10.36"]);
    expect(findings(translated.replace("10.35", "10.53"))).toEqual(["fail translation 10.53"]);
  });
});

import { describe, expect, it } from "vitest";
import { checkFiling } from "../../check-text.ts";

/** What `per-share` reports as broken, with how it was recomputed. */
function broken(filing: string): readonly string[] {
  const { checks } = checkFiling(new TextEncoder().encode(filing), {
    path: "report.txt",
    rules: ["per-share"],
    all: true,
  });
  return checks
    .filter(({ grade, status }) => grade === "broken" && status !== "skip")
    .map(({ display }) => display.equation);
}

const head = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands, except per share data)
	Year ended December 31,
	2022	2023	2024
	RMB	RMB	RMB
`;

describe("the profit that is divided", () => {
  const statement = `${head}Net income attributable to ordinary shareholders	41,360	38,226	52,918
Net income per share, basic	0.83	0.78	1.02
Weighted average shares, basic	49,830	48,120	48,610
`;
  const note = `
EARNINGS PER SHARE (in thousands)
	Year ended December 31,
	2022	2023	2024
	RMB	RMB	RMB
Net income attributable to ordinary shareholders	41,360	38,226	52,918
Less: earnings of participating securities	-	(911)	(3,336)
Net income used in computing basic net income per share	41,360	37,315	49,582
`;

  it("is the one of the note where that ties in more columns", () => {
    expect(broken(statement + note)).toEqual([]);
  });

  it("still tells a wrong result per share", () => {
    expect(broken(statement.replace("1.02", "1.20") + note)).toEqual(["1.20 = 49,582 / 48,610"]);
  });
});

describe("classes of shares", () => {
  const classes = `${head}Net income	8,721,564	784,626	1,502,550
Weighted average shares of Class A ordinary shares, basic and diluted	23,000,000	11,071,221	22,376,712
Basic and diluted net income per share, Class A ordinary shares	0.30	0.07	0.05
Weighted average shares of Class B ordinary shares, basic and diluted	6,250,000	530,822	5,594,178
Basic and diluted net income per share, Class B ordinary shares	0.30	0.07	0.05
`.replace("(in thousands, except per share data)", "");

  it("are divided together where they print one result", () => {
    expect(broken(classes)).toEqual([]);
  });

  it("still tell a wrong result and a wrong number", () => {
    const wrong = classes.replaceAll("\t0.30", "\t0.80");
    expect(broken(wrong)).toContain("0.80 = 8,721,564 / (23,000,000 + 6,250,000)");
    expect(broken(classes.replace("23,000,000", "32,000,000"))).toHaveLength(1);
  });

  it("still tell one of them that is misprinted, at its own cell", () => {
    const last = classes.lastIndexOf("\t0.30");
    const wrong = `${classes.slice(0, last)}\t3.09${classes.slice(last + "\t0.30".length)}`;
    expect(broken(wrong)).toEqual(["3.09 = 8,721,564 / (23,000,000 + 6,250,000)"]);
  });

  it("are divided one by one where their results differ", () => {
    const own = `${head}Net income	41,360	38,226	52,918
Net income per Class A share, basic	0.83	0.79	1.09
Weighted average Class A shares, basic	49,830	48,120	48,610
Net income per Class B share, basic	8.27	7.65	10.58
Weighted average Class B shares, basic	5,000	5,000	5,000
`;
    expect(broken(own)).toEqual([]);
    expect(broken(own.replace("1.09", "1.90"))).toEqual(["1.90 = 52,918 / 48,610"]);
  });
});

describe("basic and diluted", () => {
  const merged = `${head}Net income	41,360	38,226	52,918
Basic earnings per share from continuing operations	0.80	0.79	1.09
Discontinued operations per share	0.03	-	-
Net earnings per share	0.83	0.79	1.09
Weighted average shares outstanding	49,830	48,120	48,610
Diluted earnings per share from continuing operations	0.75	0.75	1.03
Discontinued operations per share	0.02	-	-
Net earnings per share	0.77	0.75	1.03
Weighted average shares outstanding, assuming dilution	53,714	50,968	51,377
`;

  it("hold for the lines below the one that says so", () => {
    expect(broken(merged)).toEqual([]);
  });

  it("find a slip in either", () => {
    const wrong = merged.replace("\t0.79\t1.09\nWeighted", "\t0.97\t1.09\nWeighted");
    expect(broken(wrong).filter((equation) => equation.startsWith("0.97"))).toHaveLength(1);
  });
});

describe("lines that are none of the statement's result per share", () => {
  it("are those under a heading of continuing operations", () => {
    const continuing = `${head}Net income	41,360	38,226	52,918
Earnings per share from continuing operations:
Basic	0.83	0.91	1.09
Weighted average shares outstanding:
Basic	49,830	48,120	48,610
`;
    expect(broken(continuing)).toEqual([]);
    expect(broken(continuing.replace(" from continuing operations", ""))).toEqual(["0.91 = 38,226 / 48,120"]);
  });

  it("have no shares of an adjusted measure", () => {
    const measures = (measure: string): string => `${head}Net income (loss)	41,360	38,226	(52,918)
Net income (loss) per share, diluted	0.77	0.75	(1.09)
Weighted average shares used to compute ${measure}net income per share, diluted	53,714	50,968	63,377
`;
    expect(broken(measures("non-GAAP "))).toEqual([]);
    expect(broken(measures(""))).toEqual(["(1.09) = (52,918) / 63,377"]);
  });

  it("are changes, in which shares may be fewer than none", () => {
    const changes = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in millions, except per share data)
Years ended December 31,	2023	2024	More
Net income	1,104.4	1,802.3	697.9
Earnings per share, diluted	1.48	2.45	0.97
Weighted average shares outstanding, diluted	747.6	735.5	(12.1)
`;
    expect(broken(changes)).toEqual([]);
    expect(broken(changes.replace("2.45", "2.54"))).toEqual(["2.54 = 1,802.3 / 735.5"]);
  });
});

describe("a computation with several lines of shares", () => {
  const computation = `Aldermoor Limited
Earnings per share (in thousands, except per share data)
	2024	2024	2023	2023
	Basic	Diluted	Basic	Diluted
	RMB	RMB	RMB	RMB
Weighted average number of common shares outstanding	597,879	597,879	583,725	583,725
Weighted average net additional shares of options	-	8,038	-	17,524
Weighted average number of shares outstanding	597,879	605,917	583,725	601,249
Net income available to common shareholders	1,610,504	1,610,504	4,694,575	4,694,575
Net earnings per share available to common shareholders	2.69	2.66	8.04	7.81
`;

  it("divides by the last of them", () => {
    expect(broken(computation)).toEqual([]);
    expect(broken(computation.replace("7.81", "7.18"))).toEqual(["7.18 = 4,694,575 / 601,249"]);
  });
});

describe("the block of the diluted result", () => {
  const adjusted = `Aldermoor Limited
Earnings per share (in thousands, except per share data)
	Year ended December 31,
	2024	2023	2022
	RMB	RMB	RMB
Numerator:
Net earnings	41,360	38,226	52,918
Denominator for basic earnings per share:
Weighted average shares	13,574	13,628	13,616
Effect of dilutive securities:
Restricted stock units	79	160	141
Denominator for diluted earnings per share:
Adjusted weighted average shares	13,653	13,788	13,757
Basic earnings per share	3.05	2.80	3.89
Diluted earnings per share	3.03	2.77	3.85
`;

  it("has its own number of shares, adjusted for what dilutes", () => {
    expect(broken(adjusted)).toEqual([]);
    expect(broken(adjusted.replace("3.85", "5.83"))).toEqual(["5.83 = 52,918 / 13,757"]);
  });

  const reallocated = `Aldermoor Limited
Net loss per share (in thousands, except per share data)
	Year ended December 31,
	2024	2024	2023	2023
	Class A	Class B	Class A	Class B
	RMB	RMB	RMB	RMB
Basic net loss per share:
Numerator:
Allocation of undistributed loss	(45,163)	(4,997)	(16,177)	(4,568)
Denominator:
Weighted average shares used in calculating net loss per share, basic	283,989	31,421	240,999	68,049
Basic net loss per share	(0.16)	(0.16)	(0.07)	(0.07)
Diluted net loss per share:
Numerator:
Allocation of undistributed loss for basic computation	(45,163)	(4,997)	(16,177)	(4,568)
Reallocation of undistributed loss as a result of conversion of Class B to Class A shares	(4,997)	-	(4,568)	-
Allocation of undistributed loss	(50,160)	(4,997)	(20,745)	(4,568)
Denominator:
Number of shares used in basic calculation	283,989	31,421	240,999	68,049
Conversion of Class B to Class A shares outstanding	31,421	-	68,049	-
Number of shares used in diluted calculation	315,410	31,421	309,048	68,049
Diluted net loss per share	(0.16)	(0.16)	(0.07)	(0.07)
`;

  it("has its own numerator, with what is reallocated to it", () => {
    expect(broken(reallocated)).toEqual([]);
    expect(broken(reallocated.replace(/\(0\.07\)\n$/, "(0.70)\n"))).toEqual(["(0.70) = (4,568) / 68,049"]);
  });
});

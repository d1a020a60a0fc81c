import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFiling as checkBytes } from "../../src/run.ts";
import { checkFiling } from "../check-text.ts";
import { changed, compare, earlier, found, later } from "./filings.ts";

describe("comparatives that agree", () => {
  const report = compare(later, earlier, true);

  it("tie, each with its figure in the other file", () => {
    expect(found(report)).toEqual([]);
    expect(report.status).toBe("pass");
    expect(report.prior).toEqual({ path: "archive/2022.txt", compared: 30 });
    const equity = report.checks.find((c) => c.rule === "comparatives" && c.result.row === "Total equity");
    expect(equity?.result).toMatchObject({ raw: "150,430", col: "2022-12-31 CNY" });
    expect(equity?.result).not.toHaveProperty("path");
    expect(equity?.terms).toMatchObject([{ raw: "150,430", path: "archive/2022.txt", line: 23 }]);
  });

  it("are found under captions that were renamed, and the match is told", () => {
    const notes = report.notes?.map(({ note }) => note) ?? [];
    expect(notes).toContain(
      '"Short-term borrowings" (line 16) is "Short-term bank loans" of 2022.txt (line 16), by value',
    );
    expect(notes).toContain(
      '"Other income (loss), net" (line 35) is "Other gain, net" of 2022.txt (line 35), by value',
    );
    const renamed = report.checks.find((c) => c.result.row === "Short-term borrowings");
    expect(renamed?.title).toBe(
      "Short-term borrowings = Short-term bank loans (2022.txt line 16, matched by value)",
    );
  });

  it("do not count the earlier filing's own figures", () => {
    const alone = checkFiling(new TextEncoder().encode(later), { path: "2023.txt" });
    expect(report.figures.printed).toBe(alone.figures.printed);
    expect(report.counts.pass).toBe(alone.counts.pass + 30);
  });
});

describe("a misprint", () => {
  it.each([
    ["Accounts payable	19,835	23,506", "Accounts payable	19,385	23,506", "19,835"],
    ["Gross profit	46,089", "Gross profit	46,809", "46,089"],
    ["Short-term borrowings	38,277", "Short-term borrowings	33,277", "38,277"],
    ["Total assets	208,542", "Total assets	(208,542)", "208,542"],
  ])("in the later filing is reported: %s", (from, to, reading) => {
    const [first, ...others] = found(compare(changed(later, [from, to]), earlier));
    expect(others).toEqual([]);
    expect(first?.status).toBe("fail");
    expect(first?.diagnosis?.suspects).toMatchObject([{ reading }]);
    expect(first?.diagnosis?.suspects[0]).not.toHaveProperty("path");
  });

  it.each([
    ["Accounts payable	22,604	19,835", "Accounts payable	22,604	19,385"],
    ["Accounts receivable, net	18,340	21,766", "Accounts receivable, net	18,340	27,166"],
    ["Income tax expense	(5,533)	(7,833)", "Income tax expense	(5,533)	(7,338)"],
    [
      "Net cash used in investing activities	(19,377)	(28,204)",
      "Net cash used in investing activities	(19,377)	(23,204)",
    ],
  ])("in the earlier filing is reported at the comparative and named in its file: %s", (from, to) => {
    const report = compare(later, changed(earlier, [from, to]));
    const [first, ...others] = found(report);
    expect(others).toEqual([]);
    expect(report.counts.fail).toBe(1);
    expect(first).toMatchObject({ rule: "comparatives", status: "fail" });
    expect(first?.result).not.toHaveProperty("path");
    expect(first?.place.line).toBe(first?.result.line);
    expect(first?.message).toContain("but in 2022.txt (line");
    expect(first?.diagnosis?.suspects).toMatchObject([{ path: "archive/2022.txt" }]);
    expect(first?.diagnosis?.message).toContain("in 2022.txt (line");
  });
});

describe("figures presented anew", () => {
  const moved = changed(
    later,
    ["Statutory reserves	4,206", "Statutory reserves	6,206"],
    ["Retained earnings	96,224", "Retained earnings	94,224"],
  );

  it("under an unchanged total are one warning that names both lines and the total", () => {
    const report = compare(moved, earlier);
    expect(report.counts).toMatchObject({ fail: 0, warn: 1 });
    expect(report.checks[0]).toMatchObject({ rule: "comparatives", severity: "warning" });
    expect(report.checks[0]?.message).toBe(
      "2022-12-31 CNY re-presented since 2022.txt line 21: Statutory reserves was 4,206, now 6,206; Retained earnings was 96,224, now 94,224; Total equity 150,430 and Total liabilities and shareholders' equity 208,542 are unchanged",
    );
    expect(report.checks[0]?.related).toHaveLength(1);
  });

  it("as a line of their own are one warning too", () => {
    const split = changed(later, [
      "Accounts payable	19,835	23,506",
      "Accounts payable	12,835	15,002\nContract liabilities	7,000	8,504",
    ]);
    const report = compare(split, earlier);
    expect(report.counts).toMatchObject({ fail: 0, warn: 1 });
    expect(report.checks[0]?.message).toContain('"Contract liabilities" in one filing only');
  });

  it("with their totals are a restatement, one warning", () => {
    const restated = changed(
      later,
      ["Cost of revenues	(58,873)", "Cost of revenues	(59,873)"],
      ["Gross profit	46,089", "Gross profit	45,089"],
      ["Operating income	27,538", "Operating income	26,538"],
      ["Income before income taxes	31,057", "Income before income taxes	30,057"],
      ["Net income	23,224", "Net income	22,224"],
    );
    const report = compare(restated, earlier);
    expect(report.counts).toMatchObject({ fail: 0, warn: 1 });
    expect(report.checks[0]?.message).toContain("restated since 2022.txt");
  });

  it("are no error where the text says so", () => {
    const text = "The per-share figure of 2022 has been restated for the bonus issue of May 2023.";
    const report = compare(`${text}\n${changed(later, ["diluted	0.46", "diluted	0.42"])}`, earlier);
    expect(found(report)).toMatchObject([{ status: "warn" }]);
    expect(found(report)[0]?.message).toContain("line 1 says");
  });
});

/** With the rate of a convenience translation, and one cell translated at it. */
function translated(text: string, rate: string, cash: string): string {
  const table = text
    .replace(/^(\tDec 31, \d+\tDec 31, \d+)$/m, "$1\tDec 31, 2022")
    .replace("\tRMB\tRMB\n", "\tRMB\tRMB\tUS$\n")
    .replace(/^(Cash and cash equivalents\t.*)$/m, `$1\t${cash}`);
  return `The translation of RMB into US$ has been made at RMB${rate} to US$1.00.\n${table}`;
}

describe("quiet", () => {
  it("when the net change in cash is before the exchange effect in one and after it in the other", () => {
    const before = changed(
      earlier,
      [
        "Net increase in cash and cash equivalents	9,499	11,665",
        "Net increase in cash and cash equivalents	9,499	11,265",
      ],
      ["cash equivalents	(212)	0", "cash equivalents	(212)	400"],
      ["operating activities	24,860	31,742", "operating activities	24,860	31,342"],
    );
    const after = changed(
      later,
      ["operating activities	31,742", "operating activities	31,342"],
      ["Net increase in cash", "Effect of exchange rate changes on cash	400	0\nNet increase in cash"],
    );
    const report = compare(after, before);
    expect(report.counts).toMatchObject({ fail: 0, warn: 0 });
    expect(report.notes?.map(({ note }) => note).join("\n")).toContain("differ by the exchange effect 400");
  });

  it("when costs are in brackets in one filing only", () => {
    const bare = changed(
      earlier,
      ["(51,206)	(58,873)", "51,206	58,873"],
      ["(16,304)	(18,551)", "16,304	18,551"],
      ["(5,533)	(7,833)", "5,533	7,833"],
    );
    expect(found(compare(later, bare))).toEqual([]);
  });

  it("when one filing is in millions", () => {
    const inMillions = later
      .replaceAll("In thousands", "In millions")
      .replace(
        /(\t\(?)(\d+),(\d{3})/g,
        (_, lead: string, a: string, b: string) => lead + (Number(a + b) / 1000).toFixed(1),
      );
    expect(found(compare(inMillions, earlier)).filter(({ status }) => status === "fail")).toEqual([]);
  });

  it("when a translated column is at another rate", () => {
    expect(
      found(compare(translated(later, "7.0212", "7,531"), translated(earlier, "6.9021", "7,660"))),
    ).toEqual([]);
  });

  it("when the other file is of another company: nothing is compared", () => {
    const other = earlier
      .replace(/\d(?=\d\b)/g, (digit) => String((Number(digit) + 4) % 10))
      .replaceAll("20", "20");
    expect(found(compare(later, other.replaceAll("2022", "2018").replaceAll("2021", "2017")))).toEqual([]);
  });
});

describe("an earlier file that cannot be used", () => {
  it("is said in one sentence, and the filing counts as unreadable", async () => {
    const report = await checkBytes(new TextEncoder().encode(later), {
      path: "2023.txt",
      prior: { bytes: new TextEncoder().encode("No table here.\n"), path: "archive/2022.txt" },
    });
    expect(report.status).toBe("unreadable");
    expect(report.error).toBe(
      "the earlier filing archive/2022.txt has no financial table; name another file with --prior or leave it out",
    );
  });
});

const folder = "../shared/filings";

function shared(name: string): Uint8Array {
  return readFileSync(`${folder}/${name}`);
}

describe.skipIf(!existsSync(folder))("filings of ../shared", () => {
  it("has one re-presentation between the two years and nothing else", () => {
    const report = checkFiling(shared("kc-release-q4-2024.txt"), {
      path: "later.txt",
      rules: ["comparatives"],
      prior: { bytes: shared("kc-6k-fy2023.txt"), path: "earlier.txt" },
    });
    expect(report.counts).toMatchObject({ fail: 0, warn: 1 });
    expect(report.checks[0]?.message).toMatch(
      /re-presented.*\(21,765\), now 21,765.*\(12,315,041\).*are unchanged$/,
    );
  });
});

describe("samples", () => {
  it("differ by a convention only", () => {
    const report = checkFiling(readFileSync("samples/clean-release.txt"), {
      path: "clean-release.txt",
      prior: { bytes: readFileSync("samples/damaged-announcement.txt"), path: "damaged-announcement.txt" },
    });
    expect(report.counts).toMatchObject({ fail: 0, warn: 0 });
    expect(report.prior?.compared).toBeGreaterThan(80);
  });
});

import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";
import { bytesWith } from "./filing.ts";

const heading = "Fourth Quarter 2024 Financial Results";
/** Ties to a table, so that the heading is known to be read well. */
const anchor = "Total revenues reached RMB360.4 million.";

function checks(text: string, at = heading): readonly string[] {
  return checkFiling(bytesWith(`${at}\n\n${anchor}\n\n${text}`), { path: "tern.txt", all: true })
    .checks.filter((check) => check.rule === "prose" && check.place.line > 5 && check.place.line < 20)
    .map(({ status, title, message }) => `${status} ${status === "pass" ? title : message}`);
}

/** Findings whose result may be the table's figure. */
function checksAnywhere(text: string): readonly string[] {
  return checkFiling(bytesWith(`${heading}\n\n${anchor}\n\n${text}`), { path: "tern.txt", all: true })
    .checks.filter((check) => check.rule === "prose" && check.place.line !== 5)
    .map(({ status, title, message }) => `${status} ${status === "pass" ? title : message}`);
}

const loud = (text: string, at?: string): readonly string[] =>
  checks(text, at).filter((line) => /^(?:fail|warn)/.test(line));

/** What ties and what fails, when `from` is printed as `to`. */
function slip(text: string, from: string, to: string): readonly string[] {
  expect(loud(text)).toEqual([]);
  expect(text).toContain(from);
  return loud(text.replace(from, to));
}

describe("a share of a line", () => {
  const known =
    "Ferry services were RMB360.4 million (US$50.1 million), accounting for 100% of our total revenues.";
  const unknown =
    "Gross billing of night ferries increased by around 50% year-over-year to RMB47.4 million, representing 13% of total revenues.";

  it("ties by the tables' figures, or by the amount of the sentence", () => {
    expect(checks(known)).toContainEqual(expect.stringMatching(/^pass Ferry services \/ Total revenues/));
    expect(checks(unknown)).toContainEqual(expect.stringMatching(/^pass Gross billing of night ferries \/ /));
  });

  it("fails where it is another", () => {
    expect(slip(unknown, "13%", "31%")).toEqual([
      "fail Gross billing of night ferries, share, Q4 2024: the sentence says 31%, recomputed 13% (difference +18 pp)",
    ]);
    expect(slip(known, "100%", "10.0%").length).toBe(1);
  });

  it("is of a part of an expense in brackets, too", () => {
    expect(
      checks("Selling expenses were RMB60.3 million, representing 22.3% of cost of revenues."),
    ).toContainEqual(expect.stringMatching(/^pass Selling expenses \/ Cost of revenues/));
  });

  it.each([
    // Rounding words.
    "Fuel bills were RMB47.4 million, accounting for approximately 40% of total revenues.",
    "Fuel bills were RMB47.4 million, accounting for over 10% of total revenues.",
    "Fuel bills were around RMB47.4 million, accounting for 15% of total revenues.",
    // Cut off, not rounded: it is 13.9%.
    "Fuel bills were RMB50.1 million, accounting for 13% of total revenues.",
    // Of something that no table prints.
    "Fuel bills were RMB47.4 million, accounting for 40% of total revenues from freight.",
    "Fuel bills were RMB47.4 million, accounting for 40% of the growth of total revenues.",
    "Fuel bills were RMB47.4 million, representing a 40% share of total revenues.",
    // Of another subject than the amount before.
    "Total revenues were RMB360.4 million, and freight accounted for 40% of total revenues.",
    "Fuel bills were RMB47.4 million, of which diesel accounted for 40% of cost of revenues.",
    // Of the amount compared with, or of either.
    "Fuel bills were RMB47.4 million, compared with RMB90.1 million in the same quarter of 2023, representing 40% of total revenues.",
    // Of another period.
    "Fuel bills were RMB47.4 million, accounting for 4% of total revenues in 2024.",
    "Fuel bills were RMB47.4 million, accounting for 40% of total revenues for the same period.",
    "Fuel bills were RMB47.4 million in 2023, accounting for 40% of total revenues.",
    // Several at once.
    "Fuel bills were RMB47.4 million, accounting for 40% and 30% of total revenues in 2024 and 2023, respectively.",
    "Fuel bills and wages were RMB47.4 million and RMB30.0 million, representing 40% and 50% of total revenues, respectively.",
    // In what it is, no one says.
    "Fuel bills were RMB47,400, accounting for 15% of total revenues.",
    // What is to come.
    "Fuel bills will be RMB47.4 million, accounting for 40% of total revenues.",
  ])("is quiet: %s", (text) => {
    expect(loud(text)).toEqual([]);
  });
});

describe("a margin without a line of its own", () => {
  const text = "Operating margin was 8.3%, compared with -9.6% in the same quarter of 2023.";

  it("ties to the result and revenue of its period", () => {
    expect(checks(text)).toEqual([
      "pass Operating margin in the text = Operating (loss) income / Total revenues",
      "pass Operating margin in the text = Operating (loss) income / Total revenues",
    ]);
  });

  it("fails where a digit or the sign is another", () => {
    expect(slip(text, "8.3%", "3.8%")).toEqual([
      "fail Operating margin, Q4 2024: the sentence says 3.8%, recomputed 8.3% (difference -4.5 pp)",
    ]);
    expect(slip(text, "-9.6%", "9.6%")).toEqual([
      "fail Operating margin, Q4 2023: the sentence says 9.6%, recomputed -9.6% (difference +19.2 pp)",
    ]);
    expect(loud("Net loss margin was 0.9%.")).toEqual([
      "fail Net loss margin, Q4 2024: the sentence says 0.9%, recomputed 0.7% (difference -0.2 pp)",
    ]);
  });

  it("of a measure of the company's own is believed once it ties", () => {
    const own = "Non-GAAP EBITDA margin was 12.5%, compared with -4.0% in the same quarter of 2023.";
    expect(checks(own).length).toBe(2);
    expect(slip(own, "12.5%", "15.2%").length).toBe(1);
    expect(loud("Non-GAAP EBITDA margin was 20.1%.")).toEqual([]);
  });

  it.each([
    "Operating margin of freight was 12.0%.",
    "In freight, operating margin was 12.0%.",
    "Operating margin before share-based compensation was 12.0%.",
    "Operating margin was 12.0% excluding the pier.",
    "Operating margin was approximately 9%.",
    "Net interest margin was 1.9%.",
    "Contribution margin was 31.0%.",
    "Operating margin increased by 3.0 percentage points.",
    "Operating margin was 12.0%, compared with 11.0% in the same quarter of 2023, on the basis of net freight.",
  ])("is quiet: %s", (quiet) => {
    expect(loud(quiet)).toEqual([]);
  });
});

describe("parts that are all of it", () => {
  const before =
    "Capital expenditures were RMB95.2 million (US$13.2 million), consisting of vessels of RMB60.1 million (US$8.3 million), piers of RMB25.0 million and software of RMB10.1 million, compared with RMB80.0 million last quarter.";
  const behind =
    "Capital commitments were RMB1,204 million, comprising RMB800 million for vessels and RMB404 million for piers.";

  it("add up", () => {
    expect(checks(before)).toContainEqual(
      "pass Capital expenditures = vessels + piers + software, all that the sentence lists",
    );
    expect(checks(behind)).toEqual([
      "pass Capital commitments = vessels + piers, all that the sentence lists",
    ]);
  });

  const other = "Total revenues in the fourth quarter of 2023 consisted of ";
  const table = "Total revenues in the fourth quarter of 2024 consisted of ";

  it("add up to a line of the tables", () => {
    const text = `${table}fares of RMB300.2 million and cargo of RMB60.2 million. ${other}fares of RMB251.2 million and cargo of RMB50.1 million.`;
    expect(checksAnywhere(text)).toContainEqual(
      expect.stringMatching(/^pass Total revenues \(line \d+\) = fares \+ cargo/),
    );
    const failing = checksAnywhere(text.replace("60.2", "62.0")).filter((line) => line.startsWith("fail"));
    expect(failing.length).toBe(1);
    const costs =
      "Cost of revenues was comprised of RMB200.1 million for fuel and RMB70.1 million for crews.";
    expect(checksAnywhere(costs)).toContainEqual(expect.stringMatching(/^pass Cost of revenues \(line/));
  });

  it("fail where they do not", () => {
    expect(slip(before, "RMB60.1", "RMB61.0").length).toBe(1);
    expect(slip(behind, "RMB1,204", "RMB1,240")).toEqual([
      "fail Capital commitments, Q4 2024: the sentence says RMB1,240 million, recomputed RMB1,204 million (difference +RMB36 million)",
    ]);
  });

  it.each([
    "Capital expenditures were RMB95.2 million, consisting primarily of vessels of RMB60.1 million and piers of RMB25.0 million.",
    "Capital expenditures were RMB95.2 million, mainly consisting of vessels of RMB60.1 million and piers of RMB25.0 million.",
    "Total revenues of ferries in the north consisted of fares of RMB200.1 million and cargo of RMB60.1 million.",
    // The line may be net of what the list leaves out, as long as no other list of it ties.
    "Total revenues consisted of fares of RMB310.2 million and cargo of RMB60.2 million.",
    "Growth of total revenues consisted of fares of RMB20.1 million and cargo of RMB10.1 million.",
    "Total revenues from new routes in the fourth quarter of 2024 consisted of fares of RMB20.1 million and cargo of RMB10.1 million.",
    "Total revenues in 2024 and in the fourth quarter consisted of fares of RMB20.1 million and cargo of RMB10.1 million.",
    "Of the increase, total revenues were comprised of fares of RMB20.1 million and cargo of RMB10.1 million.",
    "Total revenues consisted of fares of RMB300,200 and cargo of RMB50,100.",
    "Total revenues consisted of fares of US$30.2 million and cargo of US$9.0 million, before rebates.",
    "Capital expenditures were RMB95.2 million, including vessels of RMB60.1 million and piers of RMB25.0 million.",
    "Capital expenditures were RMB95.2 million, of which RMB60.1 million for vessels and RMB25.0 million for piers.",
    "Capital expenditures were RMB95.2 million, consisting of vessels of RMB60.1 million, piers of RMB25.0 million and software.",
    "Capital expenditures were RMB95.2 million, consisting of vessels, piers of RMB25.0 million and software of RMB10.1 million.",
    "Capital expenditures were RMB95.2 million, comprising RMB60.1 million for vessels, RMB25.0 million for piers, and software.",
    "Capital expenditures were RMB95.2 million, comprising RMB60.1 million for vessels and US$4.9 million for piers.",
    "Capital expenditures were RMB95.2 million, comprising RMB60.1 million for vessels and RMB25.0 million for piers and others.",
    "Other income was RMB5.2 million, consisting of interest income of RMB9.1 million and exchange loss of RMB3.9 million.",
    "Other income, net was RMB5.2 million, consisting of interest income of RMB9.1 million and interest expense of RMB3.9 million.",
    "Capital expenditures were RMB95.2 million, consisting of approximately RMB60 million for vessels and RMB25.0 million for piers.",
    "Capital expenditures were RMB95.2 million, consisting of 60% for vessels and 30% for piers.",
    "Capital expenditures will be RMB95.2 million, consisting of vessels of RMB60.1 million and piers of RMB25.0 million.",
  ])("are quiet: %s", (quiet) => {
    expect(checksAnywhere(quiet).filter((line) => /^(?:fail|warn)/.test(line))).toEqual([]);
  });
});

describe("the same claim made twice", () => {
  const first =
    "Gross bookings were RMB512.3 million, compared with RMB430.8 million in the same quarter of 2023.";
  const again =
    "Gross bookings were RMB512.3 million, compared with RMB431 million in the same quarter of 2023.";

  it("agrees, at the coarser precision", () => {
    expect(checks(`${first}\n\n${again}`)).toEqual([
      "pass Gross bookings = as line 7 says",
      "pass Gross bookings = as line 7 says",
    ]);
  });

  it("fails where one number differs", () => {
    const text = `${first}\n\n${again}`;
    expect(slip(text, "RMB431 million", "RMB413 million").length).toBe(1);
    expect(slip(text, "Gross bookings were RMB512.3", "Gross bookings were RMB521.3").length).toBe(1);
  });

  it.each([
    // Nothing but the name tells that it is one claim.
    ["The purchase price was RMB12.0 million.", "The purchase price was RMB7.5 million."],
    // Two numbers differ: another thing by the same name.
    [
      first,
      "Gross bookings were RMB498.1 million, compared with RMB401 million in the same quarter of 2023.",
    ],
    [
      first,
      "Gross bookings were RMB520.0 million on board, compared with RMB430.8 million in the same quarter of 2023.",
    ],
    [
      first,
      "Gross bookings were RMB320.4 million, compared with RMB430.8 million in the third quarter of 2023.",
    ],
    [
      first,
      "Gross bookings of freight were RMB102.3 million, compared with RMB430.8 million in the same quarter of 2023.",
    ],
    [
      first,
      "Gross bookings were about RMB510 million, compared with RMB430.8 million in the same quarter of 2023.",
    ],
    [
      "Bad debts were RMB5.1 million, compared with RMB0.2 million in the same quarter of 2023.",
      "Bad debts were RMB3.4 million, compared with RMB0.2 million in the same quarter of 2023.",
    ],
    [first, "Gross bookings were nil, compared with RMB430.8 million in the same quarter of 2023."],
  ])("is quiet: %s %s", (a, b) => {
    expect(loud(`${a}\n\n${b}`)).toEqual([]);
  });
});

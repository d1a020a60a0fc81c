import { describe, expect, it } from "vitest";
import { readFigure } from "../../src/money/figure.ts";
import { holdsSeveral } from "../../src/money/several.ts";

describe("several numbers in one cell", () => {
  it.each([
    "330 (39%)",
    "(27) (7%)",
    "848 330 (39%)",
    "2024: 771, 2023: (462)",
    "2024: (7), 2023: —",
    "8,000,000 (2018: 10,000,000)",
    "9.5 % ( 9.5 %)",
    "6.1 % -  7.5 % ( 7.2 %)",
    "1/5/2017–30/4/2019",
    "1/5/2017–30/4/2019 2,000,000",
    "31/12/2022 –",
    "10.1 3/8/2023",
    "5,200 2-7",
    "$( 1) $11,025",
    "$ 2,510$ 2,483$   271 %",
    "$ — $ 1,150",
    "(633) (1) (4)",
    "342,544 | 365,094 | 51,253",
  ])("are no figure, and no damage: %j", (text) => {
    expect(holdsSeveral(text)).toBe(true);
    expect(readFigure(text).kind).toBe("text");
  });

  it.each([
    "236 7",
    "1,234 5,678",
    "$ 1 234",
    "(81, 155)",
    "(1,23 4)",
    "(5(0,050)",
    "{92,847)",
    ".23,888",
    "( 1,068,539",
    "1,068,539 )",
    "1.043,588",
    "1,234.567,8",
    "- (1,234",
    "3,45(6)",
    "—",
    "",
  ])("are not in what may be one number: %j", (text) => {
    expect(holdsSeveral(text)).toBe(false);
  });

  it("takes no more time for a long cell than for a short one", () => {
    expect(holdsSeveral("1 (2) ".repeat(20_000))).toBe(false);
  });
});

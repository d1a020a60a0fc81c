import { describe, expect, it } from "vitest";
import { readFigure } from "../../src/money/figure.ts";
import { ghostliness, type Reading } from "../../src/tables/ghosts.ts";
import { figureOf, tableOf } from "../filing.ts";

const reading = (caption: string, ...cells: string[]): Reading => ({
  caption,
  heading: caption.endsWith(":"),
  printed: cells.map(readFigure),
});
const original = reading("Operating lease right of use assets", "220,337", "130,032", "22,300");

describe("a second reading of the row beside it", () => {
  it.each([
    ["a garbled caption", reading("Operating rease right or use assets", "220,337", "130,032", "22,3")],
    [
      "a garbled caption, sound cells",
      reading("Operating lease rlght of use assels", "220,337", "130,032", "22,300"),
    ],
    ["no caption", reading("", "220,387", "130,032", "22,300")],
    ["no caption and a cut cell", reading("", "220,33", "130,032", "22,300")],
    ["a heading with damaged cells", reading("Non-current assets:", ".20,337", "130,032", "22,300")],
  ])("is known by %s", (_, ghost) => {
    expect(ghostliness(original, ghost)).toBe("ghost");
  });

  it("is a split row where true cells stand in both", () => {
    const left = reading("Current operating lease liabilities", "78,659", "", "18,7");
    const right = reading("Current opereting lease liabilities", "", "136,723", "18,730");
    expect(ghostliness(left, right)).toBe("split");
  });
});

describe("two lines are no ghosts of each other", () => {
  it.each([
    [
      "with captions that differ in a word",
      reading("Finance lease right of use assets", "41,206", "38,115", "5,368"),
    ],
    [
      "with captions alike and other figures",
      reading("Operating lease right of use asset", "1,204", "99,118", "7"),
    ],
    ["a total without a caption", reading("", "941,118", "858,004", "120,844")],
    ["in one column without a caption", reading("", "220,337")],
  ])("%s", (_, other) => {
    expect(ghostliness(original, other)).toBe("none");
  });

  it("though their captions are equal", () => {
    expect(ghostliness(reading("Share options", "120", "130"), reading("Share options", "120", "131"))).toBe(
      "none",
    );
  });
});

describe("in a table", () => {
  const header = "\tDec 31, 2022\tDec 31, 2023\tDec 31, 2023\n\tRMB\tRMB\tUS$\n";

  it("the true cells of a split row are gathered, and named", () => {
    const table = tableOf(
      `${header}Rent\t4,118\t5,204\t733\nCurrent operating lease liabilities\t78,659\t\t18,730\nCurrent opereting lease liabilities\t\t136,723\t18,7\n`,
    );
    const row = "Current operating lease liabilities";
    expect([0, 1].map((column) => figureOf(table, row, column).raw)).toEqual(["78,659", "136,723"]);
    expect([0, 1].map((column) => figureOf(table, row, column).damage?.kind)).toEqual(["split", "split"]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["item", "item", "ghost"]);
  });

  it("a total without a caption that adds up is no ghost of the line above it", () => {
    const table = tableOf(
      `${header}Land\t117,200\t118,100\t16,600\nRent\t100\t100\t14\n\t117,300\t118,200\t16,614\n`,
    );
    expect(table.rows.map(({ kind }) => kind)).toEqual(["item", "item", "bare"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, decimal, parseDecimal } from "../../src/money/decimal.ts";
import { nameSlip, slipsOf } from "../../src/diagnose/slips.ts";
import { figure } from "../relations/figures.ts";
import { figureOf, tableOf } from "../filing.ts";

const name = (printed: string, truth: string, scanned = false): string =>
  nameSlip(figure(printed), parseDecimal(truth), scanned).slip;

describe("the slip between the print and the truth", () => {
  it.each([
    ["1701389", "1710389", "transposition"],
    ["0.54", "0.45", "transposition"],
    ["183142", "193142", "digit"],
    ["43511", "-43511", "sign"],
    ["-43511", "43511", "sign"],
    ["19314", "193142", "digit-dropped"],
    ["93142", "193142", "digit-dropped"],
    ["1931142", "193142", "digit-added"],
    ["193142000", "193142", "scale"],
    ["193", "193000", "scale"],
    ["193142", "871005", "unknown"],
    ["193142", "-193143", "unknown"],
  ])("%s for %s is %s", (printed, truth, slip) => {
    expect(name(printed, truth)).toBe(slip);
  });

  it("is OCR's where the filing was scanned and the digits look alike", () => {
    expect(name("193142", "198142", true)).toBe("ocr");
    expect(name("193142", "198142", false)).toBe("digit");
    expect(name("193142", "199142", true)).toBe("digit");
  });

  it("is the figure of another period, or of the line beside it", () => {
    const table = tableOf(
      "\tDec 31, 2023\tDec 31, 2024\nTrade\t205,377\t205,377\nRent\t41,206\t38,115\nFuel\t9,118\t38,115\n",
    );
    const slip = (row: string, column: number): string =>
      nameSlip(figureOf(table, row, column), decimal(123_456n), false).slip;
    expect(slip("Trade", 1)).toBe("stale");
    expect(slip("Fuel", 1)).toBe("neighbour");
    expect(slip("Rent", 0)).toBe("unknown");
  });
});

describe("values one slip away", () => {
  const away = (printed: string, truth: string): boolean =>
    [...slipsOf(parseDecimal(printed))].some((value) => compare(value, parseDecimal(truth)) === 0);

  it("hold the truth of every slip of a digit, of neighbours transposed, of a sign and of a scale", () => {
    for (const [printed, truth] of [
      ["0.54", "0.45"],
      ["8.7", "8.2"],
      ["43511", "-43511"],
      ["193", "193000"],
      ["193000", "193"],
    ] as const) {
      expect(away(printed, truth), `${printed} for ${truth}`).toBe(true);
    }
    expect(away("0.54", "0.61")).toBe(false);
  });

  it("are none of them the print", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (coefficient) =>
        [...slipsOf(decimal(coefficient))].every(
          (value) => value.coefficient !== coefficient || value.exponent !== 0,
        ),
      ),
    );
  });
});

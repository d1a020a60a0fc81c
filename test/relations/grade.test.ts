import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../src/money/decimal.ts";
import { expectedResult, noReadings } from "../../src/relations/evaluate.ts";
import { grade } from "../../src/relations/grade.ts";
import type { Form, Relation } from "../../src/relations/relation.ts";
import { figure, relation, sum } from "./figures.ts";

function gradeOf(tried: Relation): string {
  const expected = expectedResult(tried, noReadings);
  return expected ? grade(tried, expected, noReadings) : "nothing";
}

/** n lines of 100 and a total that is out by some units. */
function outBy(units: number, n: number): string {
  return gradeOf(
    sum(
      figure(String(n * 100 + units)),
      Array.from({ length: n }, () => figure("100")),
    ),
  );
}

describe("a sum", () => {
  it.each([
    ["no difference", 0, 5, "exact"],
    ["a unit of two lines", 1, 2, "rounding"],
    ["a unit of twenty lines", -1, 20, "rounding"],
    ["two units of five lines", 2, 5, "rounding"],
    ["two units of two lines", 2, 2, "broken"],
    ["three units of five lines: the intervals meet, rounding hardly does that", 3, 5, "strained"],
    ["four units of five lines", 4, 5, "broken"],
    ["ten units of twenty lines", 10, 20, "strained"],
    ["eleven units of twenty lines", 11, 20, "broken"],
  ])("%s", (_, units, n, said) => {
    expect(outBy(units, n)).toBe(said);
    expect(outBy(-units, n)).toBe(said);
  });

  it("of round numbers is strained where rounding to that unit explains it", () => {
    expect(gradeOf(sum(figure("70200"), [figure("52500"), figure("17800")]))).toBe("strained");
    expect(gradeOf(sum(figure("70300"), [figure("52500"), figure("17800")]))).toBe("exact");
    expect(gradeOf(sum(figure("70500"), [figure("52500"), figure("17800")]))).toBe("broken");
    expect(gradeOf(sum(figure("70201"), [figure("52500"), figure("17800")]))).toBe("broken");
  });

  it("takes no slack from nil marks", () => {
    expect(
      gradeOf(sum(figure("103"), [figure("100"), figure("-"), figure("-"), figure("-"), figure("-")])),
    ).toBe("broken");
  });

  it("is as coarse as its coarsest figure", () => {
    expect(gradeOf(sum(figure("1.2"), [figure("0.74"), figure("0.43")]))).toBe("rounding");
    expect(gradeOf(sum(figure("1.20"), [figure("0.74"), figure("0.43")]))).toBe("broken");
  });
});

describe("one fact printed twice", () => {
  it("is the same to the digit, or strained", () => {
    expect(gradeOf(sum(figure("100"), [figure("100")], [1], { sameFact: true }))).toBe("exact");
    expect(gradeOf(sum(figure("101"), [figure("100")], [1], { sameFact: true }))).toBe("strained");
    expect(gradeOf(sum(figure("101"), [figure("100")], [1]))).toBe("rounding");
  });

  it("may be printed shorter elsewhere", () => {
    expect(gradeOf(sum(figure("1.2"), [figure("1.24")], [1], { sameFact: true }))).toBe("rounding");
  });
});

describe("a quotient", () => {
  const quotient: Form = { kind: "quotient", scale: 0 };
  const of = (result: string, a: string, b: string): string =>
    gradeOf(relation(quotient, figure(result), [figure(a), figure(b)]));

  it("is exact when it prints as it is printed", () => {
    expect(of("0.333", "401104", "1204310")).toBe("exact");
  });

  it("is rounding where the unrounded amounts may have made it so", () => {
    expect(of("0.34", "1", "3")).toBe("rounding");
  });

  it("of percent may have been rounded to a digit more first, where that made a half", () => {
    const change: Form = { kind: "change", magnitude: false };
    const percent = (result: string, now: string, before: string): string =>
      gradeOf(relation(change, { ...figure(result), unit: "percent" }, [figure(now), figure(before)]));
    expect(percent("-0.08", "2749", "2973")).toBe("exact");
    expect(percent("-0.07", "2749", "2973")).toBe("rounding");
    expect(percent("-0.07", "2744", "2973")).toBe("broken");
  });

  it("is broken by a unit when its amounts are long", () => {
    expect(of("0.334", "401104", "1204310")).toBe("broken");
  });
});

it("a translation at the rate is exact, a unit off is broken", () => {
  const at: Form = { kind: "translation", rate: parseDecimal("7.2993") };
  expect(gradeOf(relation(at, figure("1000"), [figure("7299")]))).toBe("exact");
  expect(gradeOf(relation(at, figure("1001"), [figure("7299")]))).toBe("broken");
});

import { describe, expect, test } from "vitest";
import { EquationError, parseEquation } from "../../../src/rules/own/parse.ts";
import { solveEquation } from "../../../src/rules/own/solve.ts";

describe("captions of an equation", () => {
  test.each<[equation: string, parts: string[]]>([
    ["A = B", ["A", "B"]],
    [
      "ARPU * Average subscribers = Subscription revenue",
      ["ARPU", "Average subscribers", "Subscription revenue"],
    ],
    [
      "Non-GAAP EBITDA - Share-based compensation = EBITDA",
      ["Non-GAAP EBITDA", "Share-based compensation", "EBITDA"],
    ],
    ["Total shareholders' equity = Assets-Liabilities", ["Total shareholders' equity", "Assets-Liabilities"]],
    ['"Net (loss) income" / "R&D / sales" = \'x "y"\'', ["Net (loss) income", "R&D / sales", 'x "y"']],
    ["EPS > Basic = Profit / 2025 notes", ["EPS > Basic", "Profit", "2025 notes"]],
    ["A − B × C ÷ D = E", ["A", "B", "C", "D", "E"]],
    ["A + A = B", ["A", "B"]],
  ])("%s", (equation, parts) => {
    expect(parseEquation(equation).parts).toEqual(parts);
  });
});

test("a percent sign makes hundredths, groups of three make one number", () => {
  const { left } = parseEquation("12.5% * 1,000 = A");
  expect(left).toMatchObject({
    left: { value: { coefficient: 125n, exponent: -3 } },
    right: { value: { coefficient: 1000n, exponent: 0 } },
  });
});

describe("an error points at its character", () => {
  test.each<[equation: string, at: number, message: string]>([
    ["", 0, "a caption, a concept or a number should stand here, but the equation ends"],
    ["A * = B", 4, 'a caption, a concept or a number should stand here, not "="'],
    ["A + B", 5, 'the equation ends without "="'],
    ["A = B = C", 6, "an equation has only one ="],
    [
      "(A + B = C",
      7,
      'an operator (+ - * / =) should stand here, before "=", for the bracket at character 1',
    ],
    ["A = (B + C", 4, "this bracket is never closed"],
    ["A + B) = C", 5, "this bracket was never opened"],
    ["Net (loss) = A", 4, 'a caption with brackets needs quotes: "Net (loss) income"'],
    ['A = "B', 4, 'this quote is never closed (")'],
    ['A "B" = C', 2, 'an operator (+ - * / =) should stand here, before "B"'],
    ['"" = B', 0, "there is no caption between these quotes"],
    ["A = 3", 0, "an equation needs at least two lines of the filing"],
    ["A * A = B * B", 0, "every line is named more than once; solve the equation for one of them"],
    [`A = ${"(".repeat(50)}`, 44, "brackets are nested too deeply"],
    [`A = ${"B+".repeat(2000)}C`, 2000, "an equation has at most 2000 characters"],
  ])("%s", (equation, at, message) => {
    const attempt = (): unknown => solveEquation(parseEquation(equation));
    expect(attempt).toThrow(EquationError);
    expect(attempt).toThrow(expect.objectContaining({ message, at }));
  });
});

describe("solved for the line under test", () => {
  test.each<[equation: string, result: string, terms: string[], form: unknown]>([
    ["A - B = C", "C", ["A", "B"], { kind: "linear", weights: [1, -1] }],
    ["C = A - B", "C", ["A", "B"], { kind: "linear", weights: [1, -1] }],
    ["A + B = C + D", "C", ["A", "B", "D"], { kind: "linear", weights: [1, 1, -1] }],
    ["A / B = C", "C", ["A", "B"], { kind: "quotient", scale: 0 }],
  ])("%s", (equation, result, terms, form) => {
    const parsed = parseEquation(equation);
    const solved = solveEquation(parsed);
    expect(parsed.parts[solved.result]).toBe(result);
    expect(solved.terms.map((index) => parsed.parts[index])).toEqual(terms);
    expect(solved.form).toEqual(form);
  });

  test("2 * A = B / C for B, the first that stands alone", () => {
    const parsed = parseEquation("2 * A = B / C");
    const solved = solveEquation(parsed);
    expect(parsed.parts[solved.result]).toBe("B");
    expect(solved.form).toMatchObject({ kind: "formula", expression: { kind: "*" } });
  });
});

import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/money/decimal.ts";
import { type Printed, readFigure } from "../../src/money/figure.ts";

/** What a print says, in a word: "1234.50", "12% CNY", "nil", "cut 31765", "(damaged) 317". */
function said(printed: Printed): string {
  if (printed.kind === "figure") {
    const mark = printed.currency === null ? "" : ` ${printed.currency}`;
    return `${toPlain(printed.value)}${printed.percent ? "%" : ""}${mark}`;
  }
  if (printed.kind !== "damaged") return printed.kind;
  const { digits, negative } = printed.fragment;
  return `damaged ${negative ? "-" : ""}${digits}`;
}

describe("readFigure", () => {
  it.each([
    ["1,234,567", "1234567"],
    ["1234567", "1234567"],
    ["0", "0"],
    ["0.05", "0.05"],
    [".23", "0.23"],
    ["12.50", "12.50"],
    ["99,999,999,999,999,999,999", "99999999999999999999"],
    ["  7,047 ", "7047"],
  ])("reads digits: %j", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each([
    ["(6,197,292)", "-6197292"],
    ["( 1,234 )", "-1234"],
    ["-1,234", "-1234"],
    ["−1,234", "-1234"],
    ["–1,234", "-1234"],
    ["- 1,234", "-1234"],
    ["(0.45)", "-0.45"],
    ["-$5.20", "-5.20"],
    ["$(5.20)", "-5.20"],
    ["($5.20)", "-5.20"],
    ["RMB(1,234)", "-1234 CNY"],
  ])("reads a negative: %j", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each([
    ["8.2%", "8.2%"],
    ["8.2 %", "8.2%"],
    ["(18.1%)", "-18.1%"],
    ["(18.1)%", "-18.1%"],
    ["-18.1%", "-18.1%"],
    ["100%", "100%"],
    ["11%%", "11%"],
    ["(3)% %", "-3%"],
  ])("reads a percentage: %j", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each([
    ["1,234(1)", "1234"],
    ["1,234 (a)", "1234"],
    ["(1,234)(2)", "-1234"],
    ["1,234*", "1234"],
    ["1,234†", "1234"],
    ["1,234¹", "1234"],
    ["8.2%(3)", "8.2%"],
  ])("leaves a footnote mark out: %j", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each([
    ["RMB1,234", "1234 CNY"],
    ["US$ 1,234", "1234 USD"],
    ["US $1,234", "1234 USD"],
    ["HK$1,234", "1234 HKD"],
    ["€1,234", "1234 EUR"],
    ["£1,234", "1234 GBP"],
    ["$1,234", "1234"],
    ["¥1,234", "1234"],
    ["(1,234) €", "-1234 EUR"],
    ["1,234£", "1234 GBP"],
    ["612.1   $", "612.1"],
  ])("tells the currency that a mark names, and no more: %j", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each(["-", "–", "—", "―", "−", "_", "--", "- -", "· · · ·", ". . . -", "nil", "Nil"])(
    "takes %j for nil",
    (text) => {
      expect(said(readFigure(text))).toBe("nil");
    },
  );

  it.each([
    ["", "blank"],
    ["   ", "blank"],
    [" ", "blank"],
    ["$", "blank"],
    [")", "blank"],
    ["N.M.", "text"],
    ["Note 4", "text"],
    ["Dec 31, 2024", "text"],
    ["Q4 2024", "text"],
    ["3/31/2023", "text"],
    ["12/18", "text"],
    ["31%-75%", "text"],
    ["0.1-2.0", "text"],
    ["20-2733559", "text"],
    [">480", "text"],
    ["2.", "text"],
    ["2.1:1", "text"],
    ["~4.6", "text"],
    ["~ 10%", "text"],
    ["31,2023", "text"],
    ["28, 2024,", "text"],
    ["2024.", "text"],
    ["0000123456", "text"],
    ["(000)", "text"],
  ])("takes %j for no figure", (text, expected) => {
    expect(said(readFigure(text))).toBe(expected);
  });

  it.each([
    ["317,65", "damaged 31765", /cut off/],
    ["1,234,5", "damaged 12345", /cut off/],
    ["22,3", "damaged 223", /cut off/],
    ["12,34,567", "damaged 1234567", /grouped by three/],
    ["1234,567", "damaged 1234567", /grouped by three/],
    ["0123", "damaged 0123", /grouped by three/],
    ["(1,234", "damaged -1234", /brackets or separators/],
    ["1,234)", "damaged 1234", /brackets or separators/],
    ["1.234.567", "damaged 1234567", /brackets or separators/],
    [".23,888", "damaged 23888", /brackets or separators/],
    ["1,2S4", "damaged 124", /stray/],
    ["l,234", "damaged 234", /stray/],
    ["1 234", "damaged 1234", /stray/],
    ["1,234 5,678", "damaged 12345678", /stray/],
  ])("names %j damaged and keeps its digits", (text, expected, reason) => {
    const printed = readFigure(text);
    expect(said(printed)).toBe(expected);
    expect(printed.kind === "damaged" ? printed.reason : "").toMatch(reason);
  });

  it("keeps the unit of the last printed digit", () => {
    const exponent = (text: string): number | null => {
      const printed = readFigure(text);
      return printed.kind === "figure" ? printed.value.exponent : null;
    };
    expect(exponent("1,000")).toBe(0);
    expect(exponent("1,000.0")).toBe(-1);
    expect(exponent("0.50")).toBe(-2);
  });
});

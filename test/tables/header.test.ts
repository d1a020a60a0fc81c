import { expect, test } from "vitest";
import { readCurrency, readScale } from "../../src/tables/header.ts";

test.each<[string, number | null]>([
  ["(in thousands)", 3],
  ["(000s omitted)", 3],
  ["$ 000 omitted", 3],
  ["RMB'000", 3],
  ["in millions", 6],
  ["(₹ in Lakhs)", 5],
  ["Rs. in crores", 7],
  ["Series 1000", null],
])("the scale that %j names", (text, expected) => {
  expect(readScale(text)).toBe(expected);
});

test.each<[string, string | null]>([
  ["₹ in lakhs", "INR"],
  ["Rs. in crores", "INR"],
  ["hours", null],
  ["HK$'000", "HKD"],
])("the currency that %j names", (text, expected) => {
  expect(readCurrency(text)).toBe(expected);
});

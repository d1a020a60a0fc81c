import { expect, test } from "vitest";
import { isBalance } from "../../src/tables/balances.ts";

test.each([
  "Balance at December 31, 2024",
  "At 31 December 2024",
  "At 31 December 2024 and 1 January 2025",
  "December 31, 2024及January 1, 2025",
])("a balance: %s", (caption) => {
  expect(isBalance(caption)).toBe(true);
});

test.each([
  "Profit for the year ended 31 December 2024",
  "Paid on 31 December 2024 and 1 January 2025",
  "At cost",
])("no balance: %s", (caption) => {
  expect(isBalance(caption)).toBe(false);
});

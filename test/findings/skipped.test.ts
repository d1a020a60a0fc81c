import { expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

const filing = `Harbour Tools Inc.
RECEIVABLES (in thousands)

\tDec 31, 2023\tDec 31, 2024
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Deposits\t12,708\t13,960
Total receivables\t259,291\t283,169

Our workforce was 1,204 people as of December 31, 2024. Bank acceptances were RMB5,118 thousand as of December 31, 2024.
`;

const { skipped } = checkFiling(new TextEncoder().encode(filing), { path: "x.txt" });

test("a number that was not checked is told with its place and the reason apart", () => {
  expect(skipped.flatMap(({ about }) => (about?.printed ? [about] : []))).toContainEqual({
    line: "Bank acceptances",
    column: "2024-12-31",
    printed: "RMB5,118 thousand",
    where: ":10:82",
    why: "no table has a line of that name",
  });
});

test("rules that look at every figure and see nothing odd are not said to have had nothing to check", () => {
  const idle = new Map(skipped.flatMap(({ rule, reason, about }) => (about ? [] : [[rule, reason]])));
  expect(idle.get("translation")).toBe("nothing in this filing to check");
  expect(idle.get("comparatives")).toBe("no earlier filing was given (--prior)");
  for (const rule of ["malformed-figure", "sign", "scale", "prose"]) expect(idle.has(rule)).toBe(false);
});

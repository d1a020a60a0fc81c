import { isBreak } from "./honesty.ts";
import type { Check } from "./report.ts";

/** "850,169 ≠ 7,047,461 - 6,197,265 = 850,196": a broken relation must not be printed as if it held. */
export function equation(check: Check): string {
  const { display, status, weighed } = check;
  const isBroken = isBreak(check) || (status === "warn" && weighed === true);
  if (!isBroken || !display.equation.includes(" = ")) return display.equation;
  const broken = display.equation.replace(" = ", " ≠ ");
  const saysAll = display.sum === "" || broken.endsWith(` ≠ ${display.sum}`);
  return saysAll ? broken : `${broken} = ${display.sum}`;
}

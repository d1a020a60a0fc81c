import type { Check } from "./report.ts";

/** "850,169 ≠ 7,047,461 - 6,197,265 = 850,196": a broken relation must not be printed as if it held. */
export function equation({ status, display }: Check): string {
  if (status !== "fail" || !display.equation.includes(" = ")) return display.equation;
  const broken = display.equation.replace(" = ", " ≠ ");
  const saysAll = display.sum === "" || broken.endsWith(` ≠ ${display.sum}`);
  return saysAll ? broken : `${broken} = ${display.sum}`;
}

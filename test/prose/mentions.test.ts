import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/money/decimal.ts";
import { mentionsIn } from "../../src/prose/mention.ts";

const read = (text: string): string[] =>
  mentionsIn(text).map(
    ({ value, unit, currency, numberAt, numberEnd }) =>
      `${text.slice(numberAt, numberEnd)} ${toPlain(value)} ${currency ?? unit}`,
  );

describe("numbers in running text", () => {
  it.each<[string, string[]]>([
    ["was RMB426.0 million (US $58.4 million)", ["426.0 426000000 CNY", "58.4 58400000 USD"]],
    ["compared with RMB-27.7 million", ["-27.7 -27700000 CNY"]],
    ["compared with -RMB27.7 million", ["27.7 -27700000 CNY"]],
    ["a loss of $(1,204) thousand", ["(1,204) -1204000 currency"]],
    ["was 16.1%, compared with -1.6%", ["16.1 0.161 percent", "-1.6 -0.016 percent"]],
    ["up 2.5 percentage points", ["2.5 0.025 points"]],
    ["up 40 basis points", ["40 0.0040 points"]],
    ["3,687,690,772 shares", ["3,687,690,772 3687690772 count"]],
    ["were nil this quarter", ["nil 0 currency"]],
    ["grew 5% to HK$1.5 billion", ["5 0.05 percent", "1.5 1500000000 HKD"]],
    ["of $0.2 and $0.3 million", ["0.2 200000 currency", "0.3 300000 currency"]],
    ["$79, $95 and $105 million", ["79 79000000 currency", "95 95000000 currency", "105 105000000 currency"]],
    ["from $1.8 to $1.4 billion", ["1.8 1800000000 currency", "1.4 1400000000 currency"]],
    // Printed otherwise, or of something else, it need not be in the unit of the next.
    ["of $950 and $1.2 million", ["950 950 currency", "1.2 1200000 currency"]],
    ["$1,950 and $1 million", ["1,950 1950 currency", "1 1000000 currency"]],
    ["costs of $0.2 and sales of $0.3 million", ["0.2 0.2 currency", "0.3 300000 currency"]],
    ["(RMB15.2 million)", ["15.2 15200000 CNY"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "on March 19, 2025 at 8:15 am",
    "call +86 (10) 6292-7777",
    "in 2023",
    "the third of 12 sites",
    "5G",
    "4K8",
  ])("none in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

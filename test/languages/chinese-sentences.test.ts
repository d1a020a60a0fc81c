/** Sentences in Chinese: what is understood as a whole is held against the tables, and nothing else is. */
import { describe, expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../../src/run.ts";

const table = `| 人民幣千元 | 2024年 | 2023年 |
|---|---:|---:|
| 收入 | 48,210 | 44,905 |
| 銷售成本 | (27,313) | (26,517) |
| 毛利 | 20,897 | 18,388 |
| 經營溢利 | 11,604 | 9,391 |
| 除稅前溢利 | 10,294 | 8,184 |
| 所得稅開支 | (2,471) | (1,964) |
| 本年度溢利 | 7,823 | 6,220 |
`;

function check(sentence: string, own = table): Promise<FileReport> {
  const text = `# 雲橋織造控股有限公司\n\n${sentence}\n\n## 綜合損益表\n\n截至2024年12月31日止年度\n\n${own}`;
  return checkFiling(new TextEncoder().encode(text), { path: "filing.md" });
}

const inSimplified = (text: string): string =>
  text.replace(/[為較增減萬後淨虧損銷經營稅開溢利總額與別從]/gu, (one) => pairs.get(one) ?? one);
const pairs = new Map(
  [..."為为較较減减萬万後后淨净虧亏損损銷销經经營营稅税開开總总額额與与別别從从"].flatMap((one, i, all) =>
    i % 2 === 0 ? [[one, all[i + 1] ?? one] as const] : [],
  ),
);

const right = [
  "收入為人民幣48,210千元，較2023年的人民幣44,905千元增加7.4%。",
  "毛利由2023年的人民幣18.4百萬元增加13.6%至2024年的人民幣20.9百萬元，主要由於銷量上升。",
  "毛利、經營溢利及除稅前溢利分別為人民幣20,897千元、人民幣11,604千元及人民幣10,294千元。",
  "除稅前溢利為人民幣10.3百萬元，同比增加25.8%。",
  "收入為人民幣0.48億元。",
  "2024年及2023年的收入分別為人民幣48,210千元及人民幣44,905千元。",
];

describe.each([
  ["traditional", (text: string): string => text],
  ["simplified", inSimplified],
])("%s", (_, spelt) => {
  test.each(right)("ties: %s", async (sentence) => {
    const { counts, figures } = await check(spelt(sentence));
    expect(counts.fail + counts.warn).toBe(0);
    expect(figures.inText.tied).toBeGreaterThan(0);
    expect(figures.inText.tied).toBe(figures.inText.printed);
  });

  test.each([
    ["收入為人民幣48,120千元，較2023年的人民幣44,905千元增加7.4%。", "48,120"],
    ["毛利由2023年的人民幣18.4百萬元增加16.3%至2024年的人民幣20.9百萬元。", "16.3"],
    ["除稅前溢利為人民幣10.3百萬元，較2023年的人民幣8.2百萬元減少25.8%。", "25.8"],
  ])("finds: %s", async (sentence, wrong) => {
    // Another sentence ties: what stands beside it is read as well.
    const { checks } = await check(spelt(`${right[3]}${sentence}`));
    const fails = checks.filter(({ status }) => status === "fail");
    expect(fails.map(({ rule }) => rule)).toEqual(["prose"]);
    expect(fails[0]?.result.raw).toContain(wrong);
    expect(fails[0]?.place.line).toBe(3);
  });
});

describe("of what is not understood as a whole nothing is said", () => {
  test.each([
    "收入為人民幣48,120千元，其中人民幣12,000千元來自海外。",
    "本集團預期收入為人民幣60,000千元至人民幣70,000千元。",
    "收入為48,120元。",
    "紡織機械收入為人民幣12,345千元。",
  ])("%s", async (sentence) => {
    const { counts } = await check(sentence);
    expect(counts.fail + counts.warn).toBe(0);
  });
});

/** Statements as national forms lay them out: nothing is wrong with them, and nothing may be said to be. */
import { expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../../src/run.ts";

const check = (text: string): Promise<FileReport> =>
  checkFiling(new TextEncoder().encode(text), { path: "filing.md" });

/** The first line of a section is its total, and 其中 begins its parts. */
const mainland = `# 云桥织造股份有限公司

## 合并利润表

编制单位：云桥织造股份有限公司 单位：元

| 项目 | 附注 | 2024年度 | 2023年度 |
|---|---|---:|---:|
| 一、营业总收入 | | 482,100,204.11 | 449,051,118.20 |
| 其中：营业收入 | 七、61 | 482,100,204.11 | 449,051,118.20 |
| 二、营业总成本 | | 391,304,115.02 | 371,208,904.77 |
| 其中：营业成本 | 七、61 | 273,130,440.31 | 265,170,220.05 |
| 税金及附加 | 七、62 | 4,120,330.12 | 3,987,450.66 |
| 销售费用 | 七、63 | 61,200,118.40 | 59,050,331.02 |
| 管理费用 | 七、64 | 43,770,226.19 | 35,000,903.04 |
| 财务费用 | 七、66 | 9,083,000.00 | 8,000,000.00 |
| 其中：利息费用 | | 10,110,000.00 | 9,200,000.00 |
| 利息收入 | | 1,027,000.00 | 1,200,000.00 |
| 加：其他收益 | 七、67 | 1,204,000.00 | 1,118,000.00 |
| 投资收益（损失以“－”号填列） | 七、68 | -310,000.00 | 220,000.00 |
| 三、营业利润（亏损以“－”号填列） | | 91,690,089.09 | 79,180,213.43 |
| 加：营业外收入 | 七、74 | 410,000.00 | 390,000.00 |
| 减：营业外支出 | 七、75 | 205,000.00 | 188,000.00 |
| 四、利润总额（亏损总额以“－”号填列） | | 91,895,089.09 | 79,382,213.43 |
| 减：所得税费用 | 七、76 | 22,973,000.00 | 19,845,000.00 |
| 五、净利润（净亏损以“－”号填列） | | 68,922,089.09 | 59,537,213.43 |
| （一）按经营持续性分类 | | | |
| 1.持续经营净利润（净亏损以“－”号填列） | | 68,922,089.09 | 59,537,213.43 |
| 2.终止经营净利润（净亏损以“－”号填列） | | | |
| （二）按所有权归属分类 | | | |
| 1.归属于母公司股东的净利润（净亏损以“-”号填列） | | 61,000,089.09 | 53,537,213.43 |
| 2.少数股东损益（净亏损以“-”号填列） | | 7,922,000.00 | 6,000,000.00 |
| 八、每股收益： | | | |
| （一）基本每股收益(元/股) | | 0.61 | 0.54 |
| （二）稀释每股收益(元/股) | | 0.61 | 0.54 |
`;

/** Equity without accumulated income and the shares of others is a part of net assets. */
const japanese = `# 雲橋織物株式会社

## 連結貸借対照表

（単位：百万円）

| | 前連結会計年度（2023年3月31日） | 当連結会計年度（2024年3月31日） |
|---|---:|---:|
| 資産の部 | | |
| 流動資産 | | |
| 現金及び預金 | 9,806 | 12,418 |
| 受取手形及び売掛金 | 8,733 | 9,127 |
| 棚卸資産 | 5,942 | 6,310 |
| 流動資産合計 | 24,481 | 27,855 |
| 固定資産 | | |
| 有形固定資産 | | |
| 建物及び構築物 | 20,300 | 21,000 |
| 減価償却累計額 | △8,100 | △8,900 |
| 建物及び構築物（純額） | 12,200 | 12,100 |
| 土地 | 17,912 | 19,350 |
| 有形固定資産合計 | 30,112 | 31,450 |
| 無形固定資産 | 8,560 | 8,204 |
| 固定資産合計 | 38,672 | 39,654 |
| 資産合計 | 63,153 | 67,509 |
| 負債の部 | | |
| 流動負債 | | |
| 支払手形及び買掛金 | 9,203 | 9,714 |
| 短期借入金 | 3,420 | 3,306 |
| 未払法人税等 | 1,400 | 1,600 |
| 流動負債合計 | 14,023 | 14,620 |
| 固定負債 | | |
| 長期借入金 | 16,350 | 14,200 |
| 繰延税金負債 | 1,094 | 1,180 |
| 固定負債合計 | 17,444 | 15,380 |
| 負債合計 | 31,467 | 30,000 |
| 純資産の部 | | |
| 株主資本 | | |
| 資本金 | 10,000 | 10,000 |
| 利益剰余金 | 17,569 | 22,484 |
| 自己株式 | △400 | △400 |
| 株主資本合計 | 27,169 | 32,084 |
| その他の包括利益累計額 | | |
| その他有価証券評価差額金 | 600 | 700 |
| 為替換算調整勘定 | 400 | 600 |
| その他の包括利益累計額合計 | 1,000 | 1,300 |
| 非支配株主持分 | 3,517 | 4,125 |
| 純資産合計 | 31,686 | 37,509 |
| 負債純資産合計 | 63,153 | 67,509 |
`;

/** "davon" tells a part of the line above it, which the total does not count. */
const german = `# Wolkenbrück Webereien AG

## Bilanz zum 31. Dezember 2024

| Aktiva | 31.12.2024 TEUR | 31.12.2023 TEUR |
|---|---:|---:|
| A. Anlagevermögen | | |
| I. Immaterielle Vermögensgegenstände | 8.204 | 8.560 |
| II. Sachanlagen | 31.450 | 30.112 |
| | 39.654 | 38.672 |
| B. Umlaufvermögen | | |
| I. Vorräte | 6.310 | 5.942 |
| II. Forderungen und sonstige Vermögensgegenstände | 9.127 | 8.733 |
| davon mit einer Restlaufzeit von mehr als einem Jahr | 310 | 290 |
| III. Kassenbestand, Guthaben bei Kreditinstituten | 12.418 | 9.806 |
| | 27.855 | 24.481 |
| C. Rechnungsabgrenzungsposten | 120 | 110 |
| Bilanzsumme | 67.629 | 63.263 |
`;

test.each([
  ["the form of the Chinese mainland", mainland],
  ["the Japanese standards", japanese],
  ["the German commercial code", german],
])("%s: quiet", async (_, text) => {
  const { counts, status } = await check(text);
  expect(status).toBe("pass");
  expect(counts.fail + counts.warn).toBe(0);
});

test.each([
  ["the total of a section", japanese.replace("37,509 |\n| 負債純資産", "37,905 |\n| 負債純資産")],
  ["a total without the part that stands among its lines", german.replace("27.855", "27.585")],
  ["the result before tax", mainland.replace("91,895,089.09", "91,859,089.09")],
])("a slip is found in %s", async (_, text) => {
  expect((await check(text)).counts.fail).toBe(1);
});

/** Japanese, under the national standards and under IFRS. */
import { dateTerm, spanTerm, type Vocabulary } from "./vocabulary.ts";

const day = "(\\d{4})年(\\d{1,2})月(\\d{1,2})日";
/** The first year of an era is its year 1. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };

/** Years of an era as those of our calendar, 元年 as 1年; squared units and circled marks as plain ones. */
function inOurYears(text: string): string {
  return text
    .replace(/(令和|平成)(元|\d{1,2})年/gu, (_, era: string, year: string) => {
      return `${(eras[era] ?? 0) + (year === "元" ? 1 : Number(year))}年`;
    })
    .replaceAll("㌔", "キロ")
    .replaceAll("財產", "財産");
}

const cash = "(?:現金及び現金同等物|現金及び預金|現金)";
const total = "(?:合計|計|総額)";
const term = "(?:当期|四半期|中間|当四半期|当中間期|中間期|当中間)";
const parent = "(?:親会社(?:の)?(?:所有者|株主))";
const others = "(?:非支配(?:持分|株主(?:持分)?)|少数株主(?:持分)?)";
const months = (start: readonly [string, string], end: readonly [string, string]): number =>
  (Number(end[0]) - Number(start[0])) * 12 + Number(end[1]) - Number(start[1]) + 1;

export const vocabulary: Vocabulary = {
  code: "ja",
  name: "Japanese",
  fold: inOurYears,
  results: { profit: "(?:純?利益|利益)", loss: "(?:純?損失|損失)" },
  noise: ["\\([△▲-]?(?:は|:)(?:損失|減少|費用|支出|増加|益|損|使用)\\)", "^[ⅠⅡⅢⅣⅤⅥIVX]{1,3}\\s+"],
  leads: [
    ["控除\\s*[:：]\\s*", "Less: "],
    ["(?:うち|内)\\s*[:：、]?\\s*(?=\\p{L}{3})", "of which: "],
  ],
  captions: {
    Revenue: ["売上高(?:合計)?", "売上収益(?:合計)?", "営業収益(?:合計)?", "収益(?:合計)?"],
    "Cost of revenue": ["売上原価(?:合計)?", "営業原価"],
    "Gross {R}": ["売上総{R}"],
    "Operating {R}": ["営業{R}(?:又は営業損失)?"],
    "Ordinary {R}": ["経常{R}(?:又は経常損失)?"],
    "{R} before tax": [`税(?:金等調整)?(?:引)?前(?:${term}(?:純)?)?{R}`, `税金等調整前${term}純?{R}`],
    "Income tax expense": ["法人税等(?:合計)?", "法人所得税(?:費用)?", "法人税等"],
    "{R} for the year": [`${term}(?:純)?{R}(?:又は.*損失)?`],
    "{R} attributable to shareholders": [`${parent}に帰属する${term}(?:純)?{R}`],
    "{R} attributable to non-controlling interests": [`${others}に帰属する${term}(?:純)?{R}`],
    "Profit attributable to:": [`${term}(?:純)?利益の帰属[:：]?`],
    "Total comprehensive income attributable to:": ["(?:当期|四半期)?包括利益の帰属[:：]?", "(?:内訳)"],
    "Owners of the parent": [parent],
    "Non-controlling interests": [others],
    "Other comprehensive income": ["(?:税引後)?その他の包括利益(?:合計)?"],
    "Total comprehensive income": [`(?:${term})?包括利益(?:合計)?`],
    "Comprehensive income attributable to shareholders": [
      `${parent}に(?:帰属|係)する?(?:当期|四半期)?包括利益`,
    ],
    "Comprehensive income attributable to non-controlling interests": [
      `${others}に(?:帰属|係)する?(?:当期|四半期)?包括利益`,
    ],
    "Basic earnings per share": ["(?:基本的)?1株当たり(?:当期|四半期|中間)?(?:純)?利益(?:\\(円\\))?"],
    "Diluted earnings per share": [
      "(?:希薄化後|潜在株式調整後)1株当たり(?:当期|四半期|中間)?(?:純)?利益(?:\\(円\\))?",
    ],
    "Weighted average number of shares, basic": [
      "(?:普通株式の)?期中平均(?:普通)?株式数(?:\\(.*\\))?",
      "加重平均(?:普通)?株式数",
    ],
    "Current assets": ["流動資産"],
    "Non-current assets": ["固定資産", "非流動資産"],
    "Current liabilities": ["流動負債"],
    "Non-current liabilities": ["固定負債", "非流動負債"],
    Assets: ["資産(?:の部)?"],
    Liabilities: ["負債(?:の部)?"],
    Equity: ["純資産の部", "資本(?:の部)?"],
    "Total current assets": [`流動資産${total}`],
    "Total non-current assets": [`(?:固定|非流動)資産${total}`],
    "Total current liabilities": [`流動負債${total}`],
    "Total non-current liabilities": [`(?:固定|非流動)負債${total}`],
    "Total assets": [`資産(?:の部)?${total}`, "総資産"],
    "Total liabilities": [`負債(?:の部)?${total}`],
    "Total equity": [`(?:純資産|資本)(?:の部)?${total}`],
    "Equity attributable to owners of the parent": [`${parent}に帰属する持分${total}?`],
    "Total liabilities and equity": [`負債(?:及び|・|、)?(?:純資産|資本)${total}`, `資本及び負債${total}`],
    "Cash and cash equivalents": ["現金及び現金同等物"],
    "Net cash from operating activities": ["営業活動によるキャッシュ・?フロー"],
    "Net cash from investing activities": ["投資活動によるキャッシュ・?フロー"],
    "Net cash from financing activities": ["財務活動によるキャッシュ・?フロー"],
    "Effect of exchange rate changes on cash": [
      `${cash}に係る(?:換算差額|為替変動(?:の|による)影響(?:額)?)`,
      `(?:${cash}に係る)?為替(?:相場の)?変動(?:の|による).*影響(?:額)?`,
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `${cash}の(?:増減額|増加額|減少額|増加|減少|純増減額|純増加額|増加\\(減少\\))`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash}の(?:期首|四半期首|中間期首)残高`,
      `期首${cash}残高`,
    ],
    "Cash and cash equivalents at end of year": [
      `${cash}の(?:期末|四半期末|中間期末|四半期末)残高`,
      `期末${cash}残高`,
    ],
    Notes: ["注記(?:番号)?", "注"],
    Change: ["増減(?:額)?", "前期比"],
    "% Change": ["増減率(?:\\(%\\))?", "増減\\(%\\)"],
    Total: ["合計", "計", "総計"],
    Subtotal: ["小計"],
  },
  phrases: [
    ["(?:要約)?(?:四半期)?(?:連結)?損益(?:及び包括利益)?計算書", "Income statement"],
    ["(?:要約)?(?:四半期)?(?:連結)?包括利益計算書", "Statement of comprehensive income"],
    ["(?:要約)?(?:四半期)?(?:連結)?キャッシュ・?フロー計算書", "Statement of cash flows"],
    ["(?:要約)?(?:四半期)?(?:連結)?(?:貸借対照表|財政状態計算書)", "Balance sheet"],
    ["(?:連結)?(?:株主資本等|持分)変動計算書", "Statement of changes in equity"],
    [
      `\\(?自\\s*${day}\\s*至\\s*${day}\\)?`,
      (fromYear, fromMonth, _, year, month, end) =>
        ` ${spanTerm(months([fromYear ?? "", fromMonth ?? ""], [year ?? "", month ?? ""]))} ${dateTerm(year ?? "", month ?? "", end)}`,
    ],
    [`${day}現在`, (y, m, d) => `At ${dateTerm(y ?? "", m ?? "", d)}`],
    [day, (y, m, d) => dateTerm(y ?? "", m ?? "", d)],
    ["(\\d{4})年(\\d{1,2})月期第([1-4])四半期", (y, _, q) => `Q${q ?? ""} FY${y ?? ""}`],
    ["(\\d{4})年(\\d{1,2})月期", (y, m) => `Year ended ${dateTerm(y ?? "", m ?? "")}`],
    ["(\\d{4})年(\\d{1,2})月", (y, m) => dateTerm(y ?? "", m ?? "")],
    ["(\\d{4})年度?", "$1 "],
    ["(?:単位\\s*[:：]\\s*)?百万円", "JPY million"],
    ["(?:単位\\s*[:：]\\s*)?千円", "JPY in thousands"],
    ["(?:単位\\s*[:：]\\s*)?億円", "JPY in hundred millions"],
    ["(?:単位\\s*[:：]\\s*)?百万米ドル", "US$$ million"],
    ["単位\\s*[:：]\\s*円", "JPY"],
    ["1株当たり", "per share "],
    ["(?<=\\d)円", " JPY"],
    [`^(.{2,}?)(?:合計|計)$`, "Total $1"],
    ["^(.+?)小計$", "Subtotal $1"],
    ["(?:費用|経費)$", " expenses"],
    ["減価償却費", "depreciation"],
  ],
};

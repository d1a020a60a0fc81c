/** Chinese: traditional, as filed in Hong Kong and Taiwan, and simplified, as filed on the mainland. */
import { inOneScript } from "./chinese-characters.ts";
import { chineseSentences } from "./zh-sentences.ts";
import { dateTerm, spanTerm, type Vocabulary } from "./vocabulary.ts";

const digit = "〇○零一二三四五六七八九";

/** Dates in words: 二零二五年十二月三十一日. Other numbers in words stay as they are. */
function withDigits(text: string): string {
  return text
    .replace(new RegExp(`[${digit}]{4}(?=年|\\s*$)`, "gu"), (year) => [...year].map(digitOf).join(""))
    .replace(
      /(?<![一二三四五六七八九十個个第])([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日])/gu,
      (words) => String(numberOf(words)),
    );
}

function digitOf(character: string): number {
  return Math.max(0, digit.indexOf(character) - 2);
}

function numberOf(words: string): number {
  const [tens = "", ones] = words.split("十");
  if (ones === undefined) return digitOf(words);
  return (tens === "" ? 1 : digitOf(tens)) * 10 + (ones === "" ? 0 : digitOf(ones));
}

const year = "(\\d{4})年";
const day = "(\\d{1,2})月(\\d{1,2})日";
const monthCounts: Readonly<Record<string, number>> = { 三: 3, 六: 6, 九: 9, 十二: 12 };
const countOf = (word: string): number => monthCounts[word] ?? Number(word);
const quarters = "一二三四";
const quarterOf = (word: string): string => String(quarters.indexOf(word) + 1 || word);

const term = "(?:本?(?:年度?|期间?|季度?)内?|年内|期内)";
const cash = "(?:现金及现金等价物|现金及现金等值物|现金和现金等价物|现金及银行结余|现金及约当现金|现金)";
const of = "的?";
const total = "(?:总额|总计|合计|总值|共计|总和|总数)";
const owners =
  "(?:(?:本?公司|母公司)?(?:普通股)?(?:权益|股份)?(?:股东|拥有人|持有人|所有者|权益股东|股权持有人))";
const others = "(?:非控股(?:股东)?权益|非控制性?权益|少数股东(?:权益)?|非控股股东)";
/** What stands around the activity in the caption of a net cash flow, in any order. */
const around = "(?:来自|用于|由|于|所得|所用|使用|所产生|产生|流入|流出|的|[/()])*";
const flow = (activity: string): string =>
  `${around}${activity}(?:活动)?${around}现金(?:流量|${around})${around}净额`;

export const vocabulary: Vocabulary = {
  sentences: chineseSentences,
  code: "zh",
  name: "Chinese",
  fold: (text) => inOneScript(withDigits(text)),
  results: { profit: "净?(?:溢利|利润|盈利|纯利|收益|毛利)", loss: "净?(?:亏损|损失|毛损)" },
  noise: [
    // How the form is to be filled in.
    "\\((?:净?(?:亏损|损失|收益|支出|减少))?以[“\"'「]?[-－–—]?[”\"'」]?号?(?:填列|填写|表示)\\)",
    "^[一二三四五六七八九十]+[、.]\\s*",
    "^\\d{1,2}[.、]\\s*(?=\\p{Lo})",
    "^\\([一二三四五六七八九十]+\\)\\s*",
  ],
  leads: [
    ["减\\s*[:：]?\\s*", "Less: "],
    ["加\\s*[:：]\\s*", "Add: "],
    ["其中\\s*[:：]\\s*", "of which: "],
  ],
  captions: {
    // The income statement.
    "Total operating costs": ["营业总成本"],
    Revenue: [
      "(?:总|净)?收入(?:净额|总额|合计)?",
      "营业(?:总)?(?:收入|额)",
      "收益(?:总额)?",
      "总收益",
      "销售(?:额|收入)(?:净额)?",
    ],
    "Cost of revenue": ["(?:销售|销货|营业|收入|服务|销售及服务|主营业务)成本", "直接成本"],
    "Gross {R}": ["毛利(?:润|总额)?(?<R>)", "毛(?<R>损)", "毛利\\/\\(毛损\\)(?<R>)", "毛\\(损\\)\\/利(?<R>)"],
    "Total operating expenses": [`(?:经营|营业|营运)(?:费用|开支)${total}`],
    "Operating {R}": ["(?:经营|营业|营运){R}", "来自(?:经营|营运)业务的{R}", "(?:经营|营运)活动{R}"],
    "{R} before tax": [
      "(?:扣)?除(?:所得)?税(?:项)?前{R}(?:总额)?",
      "税前{R}(?:总额)?",
      "未计(?:所得)?税(?:项)?前{R}",
      "(?<R>利润)总额",
    ],
    "Income tax expense": [
      "(?:所得)?税项?(?:费用|开支|支出|拨备)?(?:总额|净额)?",
      "税项",
      "所得税(?:费用|开支|支出)?\\/?\\(?(?:抵免|开支|收益)?\\)?(?:\\/抵免)?",
      "税项支出总额",
    ],
    "{R} for the year": [`${term}{R}(?:总额)?`, "(?<R>净利润|净亏损)", "除税后{R}", "税后{R}"],
    "{R} attributable to shareholders": [
      `${owners}应占(?:${term})?${of}?{R}`,
      `归属于${owners}的${of}?{R}`,
      `${term}?{R}归属于${owners}`,
    ],
    "{R} attributable to non-controlling interests": [
      `${others}应占(?:${term})?${of}?{R}`,
      `归属于${others}的{R}`,
      "少数股东(?<R>损益)",
    ],
    "Attributable to:": ["归属于[:：]", "应占[:：]", "以下人士应占[:：]", "由以下人士应占[:：]"],
    "Profit attributable to:": [
      `(?:以?下列?(?:各方|人士|者)?|以下人士)?(?:应占|归属于?)(?:${term})?${of}?(?:溢利|利润|亏损|损益|\\/|\\(|\\))+[:：]?`,
      `(?:${term})?(?:溢利|利润|亏损|\\/|\\(|\\))+(?:归属于|由下列?各方应占|应占)[:：]`,
    ],
    "Total comprehensive income attributable to:": [
      `(?:以?下列?(?:各方|人士|者)?|以下人士)?(?:应占|归属于?)(?:${term})?${of}?(?:全面|综合)(?:收入|收益)(?:总额)?[:：]?`,
      `(?:${term})?(?:全面|综合)(?:收入|收益)(?:总额)?(?:归属于|应占)[:：]`,
    ],
    "Other comprehensive income for the year, net of tax": [
      `除税后${term}其他(?:全面|综合)(?:收入|收益)`,
      `${term}其他(?:全面|综合)(?:收入|收益|亏损|\\/|\\(|\\))+(?:总额)?(?:[,，]?(?:已扣除税项|扣除税项|除税净额|税后净额))?`,
      "其他综合收益的税后净额",
    ],
    "Other comprehensive income": ["其他(?:全面|综合)(?:收入|收益)[:：]?"],
    "Total comprehensive income for the year": [
      `${term}?(?:全面|综合)(?:收入|收益|亏损|\\/|\\(|\\))+总额`,
      `${term}总(?:全面|综合)(?:收入|收益)`,
    ],
    "Earnings per share": ["每股(?:盈利|收益)[:：]?", "(?:普通股)?每股(?:盈利|收益)"],
    "{R} per share": ["每股(?<R>亏损)[:：]?"],
    "Basic earnings per share": ["(?:普通股)?(?:每股基本|基本每股)(?:盈利|收益)"],
    "Diluted earnings per share": ["(?:普通股)?(?:每股摊薄|每股稀释|摊薄每股|稀释每股)(?:盈利|收益)"],
    "Basic loss per share": ["(?:普通股)?(?:每股基本|基本每股)亏损"],
    "Diluted loss per share": ["(?:普通股)?(?:每股摊薄|每股稀释|摊薄每股|稀释每股)亏损"],
    "Basic and diluted earnings per share": ["每股基本(?:及|和)(?:摊薄|稀释)(?:盈利|收益)"],
    "Basic and diluted loss per share": ["每股基本(?:及|和)(?:摊薄|稀释)亏损"],
    Basic: ["-?\\s?基本"],
    Diluted: ["-?\\s?(?:摊薄|稀释)"],
    "Basic and diluted": ["-?\\s?基本(?:及|和)(?:摊薄|稀释)"],
    "Weighted average number of shares used in computing diluted earnings per share": [
      "(?:用以|用于|就)?(?:计算)?(?:每股)?(?:摊薄|稀释)(?:后)?(?:每股)?(?:盈利|收益|亏损)?(?:所用|使用)?的?(?:已发行)?(?:普通股|股份)?(?:的)?加权平均(?:普通股|股份)?(?:股份|数目|股数|数)+",
      "计算每股(?:摊薄|稀释)(?:盈利|收益|亏损)的普通股加权平均数",
    ],
    "Weighted average number of shares used in computing basic earnings per share": [
      "(?:用以|用于|就)?(?:计算)?(?:每股)?(?:基本)?(?:每股)?(?:盈利|收益|亏损)?(?:所用|使用)?的?(?:已发行|发行在外)?的?(?:普通股|股份)?的?加权平均(?:普通股|股份)?(?:股份|数目|股数|数)+",
      "计算每股基本(?:盈利|收益|亏损)的普通股加权平均数",
    ],
    Shareholders: [`-?\\s?${owners}`],
    // The balance sheet.
    "Current assets": ["流动资产[:：]?"],
    "Non-current assets": ["非流动资产[:：]?"],
    "Current liabilities": ["流动负债[:：]?"],
    "Non-current liabilities": ["非流动负债[:：]?"],
    Assets: ["资产[:：]?"],
    Liabilities: ["负债[:：]?"],
    Equity: ["权益[:：]?", "(?:所有者|股东)权益[:：]"],
    "Total current assets": [`流动资产${total}`],
    "Total non-current assets": [`非流动资产${total}`],
    "Total current liabilities": [`流动负债${total}`],
    "Total non-current liabilities": [`非流动负债${total}`],
    "Total assets": [`资产${total}`, "总资产"],
    "Total liabilities": [`负债${total}`, "总负债"],
    "Net current assets": [
      "(?:净流动资产|流动资产净(?:值|额))(?:\\/\\(负债\\))?",
      "流动\\(负债\\)\\/资产净(?:值|额)",
    ],
    "Net current liabilities": ["(?:净流动负债|流动负债净(?:值|额))"],
    "Total assets less current liabilities": ["(?:资产总(?:值|额)|总资产)减流动负债"],
    "Net assets": ["(?:净资产|资产净(?:值|额))"],
    "Total equity": ["总权益", `(?:所有者|股东)?权益${total}`, `所有者权益\\(?或股东权益\\)?${total}`],
    "Equity attributable to owners of the company": [
      `(?:归属于${owners}(?:的)?|${owners}应占)(?:所有者|股东)?权益(?:${total})?`,
    ],
    "Shareholders' equity": ["股东权益", "股东资金"],
    "Non-controlling interests": [others],
    "Total liabilities and equity": [
      `(?:负债|权益|所有者权益|股东权益)(?:和|及|与)(?:所有者权益|股东权益|权益|负债)(?:\\(或股东权益\\))?${total}`,
      "(?:总权益及负债|总负债及权益)",
    ],
    "Share capital": ["股本", "实收资本"],
    Reserves: ["储备"],
    "Cash and cash equivalents": ["现金(?:及|和)现金等(?:价|值)物", "货币资金"],
    "Restricted cash": ["受限制?(?:现金|银行存款)"],
    // The statement of cash flows.
    "Operating activities": ["(?:来自)?(?:经营|营运|营业)活动(?:产生)?的?(?:现金流量|现金流)?[:：]?"],
    "Investing activities": ["(?:来自)?投资活动(?:产生)?的?(?:现金流量|现金流)?[:：]?"],
    "Financing activities": ["(?:来自)?(?:融资|筹资)活动(?:产生)?的?(?:现金流量|现金流)?[:：]?"],
    "Net cash flow from operating activities": [flow("(?:经营|营运|营业)")],
    "Net cash flow from investing activities": [flow("投资")],
    "Net cash flow from financing activities": [flow("(?:融资|筹资)")],
    "Effect of exchange rate changes on cash": [
      "(?:外币)?(?:外汇)?汇率(?:的)?变动(?:对现金(?:及现金等价物)?)?的?影响(?:净额)?",
      "(?:外币)?汇兑(?:差额|变动)?(?:对现金)?的?影响(?:净额)?",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `${cash}的?(?:净)?(?:增加|减少|变动|\\/|\\(|\\))+(?:净?额)?`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `(?:于)?(?:\\d{4}年)?\\d{1,2}月1日(?:的)?${cash}`,
      `(?:年|期)初(?:的)?${cash}(?:余额)?`,
      `${cash}[,，]?(?:于)?(?:年|期)初(?:余额)?`,
    ],
    "Cash and cash equivalents at end of year": [
      `(?:于)?(?:\\d{4}年)?\\d{1,2}月(?:28|29|30|31)日(?:的)?${cash}`,
      `(?:年|期)末(?:的)?${cash}(?:余额)?`,
      `${cash}[,，]?(?:于)?(?:年|期)(?:末|终)(?:余额)?`,
    ],
    // Columns.
    Notes: ["附注", "注", "注释", "附注编号"],
    Change: ["变动|变化|增减|增减变动|增\\/\\(减\\)|增加\\/\\(减少\\)|同比(?:增减|变动)|变动额"],
    "% Change": ["(?:变动|变化|增减|同比变动|同比增减)(?:百分比|比例|率|幅度)?\\(?%\\)?", "变动百分比"],
    "%": ["百分比|占比"],
    Total: [total],
    Subtotal: ["小计"],
    Number: ["数量|股数"],
    "Number of shares": ["股份数目|股份数量"],
    "for information only": ["资料仅供参考"],
  },
  phrases: [
    // Titles.
    ["(?:综合|合并)(?=\\S*(?:表|报表))", "Consolidated "],
    ["损益及其他(?:全面|综合)(?:收入|收益)表", "Statement of profit or loss and comprehensive income"],
    ["(?:全面|综合)(?:收入|收益)表", "Statement of comprehensive income"],
    ["(?:损益|收益|利润)表", "Income statement"],
    ["(?:财务状况|资产负债)表", "Balance sheet"],
    ["现金流量表", "Statement of cash flows"],
    ["(?:权益|股东权益|所有者权益)变动表", "Statement of changes in equity"],
    ["\\(续\\)|[(]续[)]", "(continued)"],
    ["未经?审[核计]", "unaudited"],
    ["经审[核计]", "audited"],
    ["经重列|重列", "restated"],
    ["(?<=\\()除(?:另有|特别)(?:註明|说明|注明|指明)(?:外|者外)?(?=\\))", "except where stated"],
    // Periods and dates.
    [
      `截至(?:${year})?${day}止(?:的)?(三|六|九|十二|3|6|9|12)个?月(?:期间)?`,
      (y, m, d, count) => `${spanTerm(countOf(count))} ${dateTerm(y, m, d)}`,
    ],
    [
      `截至(?:${year})?${day}止(?:的)?(?:财政)?(?:年度|期间)`,
      (y, m, d) => `${spanTerm(12)} ${dateTerm(y, m, d)}`,
    ],
    [`截至(?:${year})?${day}止(?:的)?半年度?`, (y, m, d) => `${spanTerm(6)} ${dateTerm(y, m, d)}`],
    [`截至${year}${day}`, (y, m, d) => `As at ${dateTerm(y, m, d)}`],
    [`(?:^|(?<=[(,及和]))于(?=${year.replace("(", "(?:")}|\\d{1,2}月)`, "At "],
    [
      `${year}?(?:1月)?\\s?(?:1\\s?)?[-~至–—]\\s?(3|6|9|12)月(?:份)?(?!\\d)`,
      (y, m) => `${spanTerm(Number(m))} ${dateTerm(y, m)}`,
    ],
    [`${year}${day}`, (y, m, d) => dateTerm(y, m, d)],
    [`${year}(\\d{1,2})月`, (y, m) => dateTerm(y, m)],
    [day, (m, d) => dateTerm("", m, d)],
    [`${year}?第([一二三四1-4])季度?`, (y, q) => `Q${quarterOf(q)} ${y}`],
    [`${year}(?:度)?(?:上半年度?|中期|半年度)`, "H1 $1"],
    [`${year}(?:度)?下半年度?`, "H2 $1"],
    ["(\\d{4})年度?", "$1 "],
    // Money and its units.
    ["每股(?:港币|人民币|美元)?\\s?(\\d[\\d.元角仙毫分]*)(?:港元|港仙|美元|元|仙|分)?", "(per share $$$1)"],
    ["(?:人民币|RMB)(\\d[\\d,.]*)元", "RMB$1"],
    ["(?:港币|HK\\$)(\\d[\\d,.]*)元", "HK$$$1"],
    ["(\\d[\\d,.]*)港元", "HK$$$1"],
    ["(\\d[\\d,.]*)美元", "US$$$1"],
    ["港仙", "HK cents"],
    ["(千|百万|万|亿|十亿)(港元|美元|欧元|日元|日圆|新台币|加元)", "$2$1"],
    ["人民币", " RMB "],
    ["港币|港元", " HK$$ "],
    ["美元|美金", " US$$ "],
    ["欧元", " EUR "],
    ["日元|日圆", " JPY "],
    ["英镑", " GBP "],
    ["新台币|新台币元", " NT$$ "],
    ["新加坡元|新元", " S$$ "],
    ["(?<=(?:RMB|HK\\$|US\\$|EUR|JPY|GBP|NT\\$|S\\$)\\s*)千元?", "in thousands "],
    ["(?<=(?:RMB|HK\\$|US\\$|EUR|JPY|GBP|NT\\$|S\\$)\\s*)百万元?", "million "],
    ["(?<=(?:RMB|HK\\$|US\\$|EUR|JPY|GBP|NT\\$|S\\$)\\s*)万元?", "in ten thousands "],
    ["(?<=(?:RMB|HK\\$|US\\$|EUR|JPY|GBP|NT\\$|S\\$)\\s*)亿元?", "in hundred millions "],
    ["(?<=(?:RMB|HK\\$|US\\$|EUR|JPY|GBP|NT\\$|S\\$)\\s*)十亿元?", "billion "],
    ["千元", "in thousands "],
    ["百万元", "in millions "],
    ["万元", "in ten thousands "],
    ["亿元", "in hundred millions "],
    // Words that tell what a line is of.
    ["附注\\s*(?=\\d)", "note "],
    ["每股", "per share "],
    ["加权平均", "weighted average "],
    ["(?:股份|普通股)(?:数目|数量)", "number of shares "],
    ["股份期权|购股权", "share options "],
    ["不适用", "N/A"],
    ["百分点", "percentage points"],
    [`^(.+?)${total}(\\(note .*\\))?$`, "Total $1$2"],
    ["^(.+?)小计$", "Subtotal $1"],
    ["利息收入", "interest income"],
    ["(?:费用|开支|支出)(?!.*(?:减少|增加))", " expenses "],
    ["折旧", "depreciation "],
    ["减值", "impairment "],
    ["拨备", "provision for "],
    ["应占(?=合营|联营)", "share of "],
  ],
};

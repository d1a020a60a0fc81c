/** Korean. */
import { dateTerm, spanTerm, type Vocabulary } from "./vocabulary.ts";

const year = "(\\d{4})\\s?년";
const day = "(\\d{1,2})\\s?월\\s?(\\d{1,2})\\s?일";
const cash = "현금\\s?및\\s?현금성\\s?자산";
const owners = "(?:지배기업(?:의)?\\s?(?:소유주|소유지분|소유주지분|주주)(?:지분)?|지배주주(?:지분)?)";
const others = "비지배\\s?(?:지분|주주지분)";
const flow = (activity: string): string =>
  `${activity}\\s?활동(?:으로 ?인한|에서 ?창출된|에 ?의한|\\s)*(?:순)?\\s?현금\\s?흐름`;

export const vocabulary: Vocabulary = {
  code: "ko",
  name: "Korean",
  results: { neutral: "(?:손익)", profit: "(?:이익|순이익)", loss: "(?:손실|순손실)" },
  noise: ["^(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}|\\d{1,2}|[가-하])\\s?[.．]\\s*"],
  leads: [
    ["차감\\s*:?\\s+", "Less: "],
    ["가산\\s*:?\\s+", "Add: "],
  ],
  captions: {
    Revenue: ["(?:총)?매출액?", "영업수익", "수익\\s?\\(매출액\\)", "매출"],
    "Cost of revenue": ["매출원가", "영업비용(?:원가)"],
    "Gross {R}": ["매출총{R}"],
    "Operating {R}": ["영업{R}"],
    "{R} before tax": [
      "(?:법인세\\s?(?:비용)?\\s?차감\\s?전|법인세\\s?차감전|세전)\\s?(?:당기|분기|반기|계속영업)?\\s?순?{R}",
    ],
    "Income tax expense": ["(?:계속영업)?법인세\\s?(?:비용|수익|비용\\(수익\\))"],
    "{R} for the year": ["(?:연결)?(?:당기|분기|반기)\\s?순?{R}"],
    "Profit attributable to:": [
      "(?:연결)?(?:당기|분기|반기)\\s?순?(?:이익|손실|\\(|\\))+(?:의)?\\s?귀속(?:주체|대상)?\\s?:?",
    ],
    "Total comprehensive income attributable to:": [
      "(?:연결)?총\\s?포괄\\s?(?:손익|이익|손실|\\(|\\))+(?:의)?\\s?귀속(?:주체|대상)?\\s?:?",
    ],
    "{R} attributable to shareholders": [`${owners}(?:에|에게)?\\s?귀속되는\\s?(?:당기|분기|반기)?순?{R}`],
    "{R} attributable to non-controlling interests": [`${others}에\\s?귀속되는\\s?(?:당기|분기|반기)?순?{R}`],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "Other comprehensive income": ["(?:법인세비용차감후\\s?)?기타\\s?포괄\\s?(?:손익|이익|손실|\\(|\\))+"],
    "Total comprehensive income": ["(?:당기|분기|반기)?\\s?총\\s?포괄\\s?(?:손익|이익|손실|\\(|\\))+"],
    "Earnings per share": ["주당(?:순)?(?:이익|손익)(?:\\s?\\(손실\\))?"],
    "Basic earnings per share": ["기본\\s?주당\\s?(?:순)?(?:이익|손익)(?:\\s?\\(손실\\))?"],
    "Diluted earnings per share": ["희석\\s?주당\\s?(?:순)?(?:이익|손익)(?:\\s?\\(손실\\))?"],
    "Weighted average number of shares, basic": ["가중평균\\s?유통\\s?(?:보통)?주식\\s?수"],
    "Current assets": ["유동\\s?자산"],
    "Non-current assets": ["비유동\\s?자산"],
    "Current liabilities": ["유동\\s?부채"],
    "Non-current liabilities": ["비유동\\s?부채"],
    Assets: ["자산"],
    Liabilities: ["부채"],
    Equity: ["자본"],
    "Total current assets": ["유동\\s?자산\\s?(?:합계|총계|계)"],
    "Total non-current assets": ["비유동\\s?자산\\s?(?:합계|총계|계)"],
    "Total current liabilities": ["유동\\s?부채\\s?(?:합계|총계|계)"],
    "Total non-current liabilities": ["비유동\\s?부채\\s?(?:합계|총계|계)"],
    "Total assets": ["자산\\s?(?:총계|합계)"],
    "Total liabilities": ["부채\\s?(?:총계|합계)"],
    "Total equity": ["자본\\s?(?:총계|합계)"],
    "Equity attributable to owners of the parent": [`${owners}에\\s?귀속되는\\s?자본`],
    "Total liabilities and equity": [
      "(?:부채\\s?(?:와|및)\\s?자본|자본\\s?(?:과|및)\\s?부채)\\s?(?:총계|합계)",
    ],
    "Cash and cash equivalents": [cash],
    "Net cash from operating activities": [flow("영업")],
    "Net cash from investing activities": [flow("투자")],
    "Net cash from financing activities": [flow("재무")],
    "Effect of exchange rate changes on cash": [
      `(?:${cash}에 ?대한\\s?)?환율\\s?변동\\s?(?:효과|의 ?영향)`,
      `(?:외화표시\\s?)?${cash}의?\\s?환율변동\\s?효과`,
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `${cash}의?\\s?(?:순)?(?:증가|감소|증감|\\(|\\))+`,
    ],
    "Cash and cash equivalents at beginning of year": [`기초의?\\s?${cash}`],
    "Cash and cash equivalents at end of year": [`기말의?\\s?${cash}`, `(?:분기|반기)말의?\\s?${cash}`],
    Notes: ["주석"],
    Change: ["증감(?:액)?", "증가\\(감소\\)"],
    "% Change": ["증감(?:률|율)(?:\\s?\\(%\\))?"],
    Total: ["합계", "총계", "계"],
    Subtotal: ["소계"],
  },
  withFigures: {
    "Total current assets": ["유동\\s?자산"],
    "Total non-current assets": ["비유동\\s?자산"],
    "Total current liabilities": ["유동\\s?부채"],
    "Total non-current liabilities": ["비유동\\s?부채"],
  },
  phrases: [
    ["(?:연결)?(?:요약)?\\s?(?:포괄)?손익계산서", "Income statement"],
    ["(?:연결)?(?:요약)?\\s?현금흐름표", "Statement of cash flows"],
    ["(?:연결)?(?:요약)?\\s?(?:재무상태표|대차대조표)", "Balance sheet"],
    ["(?:연결)?\\s?자본변동표", "Statement of changes in equity"],
    [
      `${year}\\s?1\\s?월\\s?1\\s?일\\s?(?:부터|[~∼-])\\s?(?:${year.replace("(", "(?:")})?\\s?${day}(?:까지)?`,
      (y, m, d) => `${spanTerm(Number(m))} ${dateTerm(y ?? "", m ?? "", d)}`,
    ],
    [`${year}\\s?${day}(?:\\s?현재)?`, (y, m, d) => dateTerm(y ?? "", m ?? "", d)],
    [`${year}\\s?(?:제\\s?)?([1-4])\\s?분기`, (y, q) => `Q${q ?? ""} ${y ?? ""}`],
    [`${year}\\s?(?:상반기|반기)`, "H1 $1"],
    [`${year}도?`, "$1 "],
    ["(?:단위\\s*[:：]\\s*)?백만\\s?원", "KRW million"],
    ["(?:단위\\s*[:：]\\s*)?천\\s?원", "KRW in thousands"],
    ["(?:단위\\s*[:：]\\s*)?억\\s?원", "KRW in hundred millions"],
    ["단위\\s*[:：]\\s*원", "KRW"],
    ["주당", "per share "],
    ["(?<=\\d)\\s?원", " KRW"],
    ["^(.{2,}?)\\s?(?:합계|총계)$", "Total $1"],
    ["^(.+?)\\s?소계$", "Subtotal $1"],
    ["(?:비용)$", " expenses"],
    ["감가상각비", "depreciation"],
  ],
};

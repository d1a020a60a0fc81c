/** What printed words mean, language by language, and how the language of a filing is told. */
import { describe, expect, test } from "vitest";
import { languageOf, languages } from "../../src/languages/languages.ts";
import { type Reader, readerOf } from "../../src/languages/reader.ts";
import { checkFiling } from "../../src/run.ts";
import { words } from "./words.ts";

async function readerIn(code: string): Promise<Reader> {
  const language = languages.find((one) => one.code === code);
  if (!language) throw new Error(`no language ${code}`);
  return readerOf((await language.load()).vocabulary);
}

describe.each<[string, readonly (readonly [printed: string, term: string])[]]>([
  [
    "zh",
    [
      ["截至2025年12月31日止年度", "Year ended December 31, 2025"],
      ["截至二零零五年六月三十日止六個月", "Six months ended June 30, 2005"],
      ["2025年第三季度", "Q3 2025"],
      ["於2025年1月1日", "At January 1, 2025"],
      ["2025港幣百萬元", "2025 HK$ million"],
      ["人民币千元", "RMB in thousands"],
      ["單位：萬元", "单位:in ten thousands"],
      ["港幣0.37元", "HK$0.37"],
      ["減：受限制現金", "Less: Restricted cash"],
      ["遞延稅項合計(附註19(b))", "Total 递延税项(note 19(b))"],
      ["本年溢利/(虧損)", "Profit (loss) for the year"],
      ["股東應佔虧損", "Loss attributable to shareholders"],
      ["用於投資活動之現金淨額", "Net cash flow from investing activities"],
      ["１，２３４", "1,234"],
      ["云", "云"],
    ],
  ],
  [
    "ja",
    [
      ["（自 2023年4月1日 至 2024年3月31日）", "Year ended March 31, 2024"],
      ["令和6年3月31日", "March 31, 2024"],
      ["（単位：百万円）", "(JPY million)"],
      ["経常利益又は経常損失（△）", "Ordinary profit (△)"],
      ["親会社株主に帰属する当期純利益", "Profit attributable to shareholders"],
      ["固定資産合計", "Total non-current assets"],
    ],
  ],
  [
    "ko",
    [
      ["2024년 1월 1일부터 2024년 9월 30일까지", "Nine months ended September 30, 2024"],
      ["(단위: 백만원)", "(KRW million)"],
      ["영업이익(손실)", "Operating Profit (loss)"],
    ],
  ],
  [
    "de",
    [
      ["31. Dezember 2024", "December 31, 2024"],
      ["1. Halbjahr 2024", "H1 2024"],
      ["Mio. €", "€ million"],
      ["TEUR", "EUR in thousands"],
      ["abzüglich Wertberichtigungen", "Less: Wertberichtigungen"],
      ["Summe Rückstellungen", "Total ruckstellungen"],
    ],
  ],
  [
    "fr",
    [
      ["Exercice clos le 31 décembre 2024", "Year ended December 31, 2024"],
      ["1er semestre 2024", "H1 2024"],
      ["en milliers d'euros", "in thousands €"],
      ["Résultat net - part du groupe", "Profit attributable to shareholders"],
    ],
  ],
  [
    "pt",
    [
      ["R$ mil", "in thousands R$"],
      ["Prejuízo do exercício", "Loss for the year"],
      ["3T24", "Q3 24"],
    ],
  ],
  ["es", [["Utilidad neta del ejercicio", "Profit for the year"]]],
  ["it", [["al 31 dicembre 2024", "At December 31, 2024"]]],
  ["nl", [["Totaal overige schulden", "Total overige schulden"]]],
  [
    "ru",
    [
      ["31 декабря 2024 г.", "December 31, 2024"],
      ["тыс. руб.", "in thousands"],
    ],
  ],
])("%s", (code, cases) => {
  test.each(cases)("%s", async (printed, term) => {
    const said = (await readerIn(code))(printed);
    expect(said.toLowerCase()).toBe(term.toLowerCase());
  });
});

test("the heading of a section with figures beside it is its total, where it is printed so", async () => {
  const read = await readerIn("ko");
  expect(read("유동자산")).toBe("Current assets");
  expect(read("유동자산", true)).toBe("Total current assets");
});

describe("the language", () => {
  test.each(Object.entries(words))("%s is told from its captions", (code, { captions, titles }) => {
    const found = languageOf([...titles, ...Object.values(captions)]);
    expect(found?.code ?? "en").toBe(code.slice(0, 2));
  });

  test("names in another language do not make a filing one of it", () => {
    const captions = Object.values(words["en"]?.captions ?? {});
    expect(languageOf([...captions, "Société Générale", "Compagnie des Alpes", "雲橋有限公司"])).toBeNull();
  });
});

test("captions in two languages are read by their English half, and shown as they are printed", async () => {
  const lines = [
    ["Revenue 收入", "48,210", "44,905"],
    ["Cost of sales 銷售成本", "(27,313)", "(26,517)"],
    ["毛利 Gross profit", "20,987", "18,388"],
    ["Other income 其他收入", "1,204", "1,118"],
  ];
  const text = [
    "| RMB'000 人民幣千元 | 2024 | 2023 |",
    "|---|---:|---:|",
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
  ];
  const { checks } = await checkFiling(new TextEncoder().encode(text.join("\n")), { path: "filing.md" });
  expect(checks.map(({ rule, result }) => `${rule} ${result.row}`)).toEqual([
    "gross-profit 毛利 Gross profit",
  ]);
});

test("a long run of brackets or blanks is read at once", async () => {
  for (const language of languages) {
    const read = await readerIn(language.code);
    const started = performance.now();
    for (const text of [
      "(",
      " ",
      "的",
      "/(",
      "利益",
      "de ",
      "現金",
      "flux de tresorerie (",
      "caixa (",
      "1年",
    ])
      read(text.repeat(390 / text.length));
    expect(performance.now() - started, language.code).toBeLessThan(2_000);
  }
});

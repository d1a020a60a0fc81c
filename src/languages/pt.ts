/** Portuguese, as filed in Brazil and Portugal. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:a |aos |dos |de )?(?:acionistas|socios|proprietarios|detentores de capital|quotistas)(?: (?:da|controladores da) (?:empresa |companhia )?(?:controladora|companhia|empresa-mae)| controladores)?";
const others =
  "(?:a |aos |as |dos |de |a participacao (?:de|dos) )?(?:participac(?:ao|oes) (?:de |dos )?(?:acionistas |socios )?nao controladores|(?:acionistas|socios) nao controladores|interesses (?:que nao controlam|nao controlados)|nao controladores|minoritarios)";
const cash = "(?:de |do |em |no |o )?(?:saldo de )?caixa(?: e (?:seus )?equivalentes(?: de caixa)?)?";
/** What stands between "caixa" and the activities, in any order. */
const between =
  "(?:[ /()]|liquido|gerado|provenientes?|aplicado|utilizado|consumido|usado|decorrente|pelas|nas|das|por|em|de|as)*";
const flow = (activity: string): string => `(?:fluxos? (?:de )?)?caixa${between}atividades ${activity}`;

export const vocabulary: Vocabulary = {
  code: "pt",
  name: "Portuguese",
  fold: withoutAccents,
  pointsPartThousands: true,
  results: { neutral: "resultado", profit: "lucro", loss: "prejuizo" },
  noise: ["^\\d{1,2}(?:\\.\\d{1,2}){1,5}\\s+"],
  leads: [
    ["menos\\s*:?\\s+", "Less: "],
    ["\\(-\\)\\s*", "Less: "],
    ["\\(\\+\\)\\s*", "Add: "],
    ["(?:dos quais|das quais)\\s*:?\\s+", "of which: "],
  ],
  captions: {
    Revenue: [
      "receitas?(?: operaciona(?:l|is))?(?: liquidas?)?(?: de vendas?(?: e servicos)?)?(?: total)?",
      "receita de venda de bens e/ou servicos",
      "vendas(?: liquidas)?",
    ],
    "Cost of revenue": [
      "custos? (?:das vendas|dos (?:produtos|bens)(?: e/ou servicos)? (?:vendidos|e servicos vendidos|prestados)|das mercadorias vendidas|dos bens e/ou servicos vendidos|dos produtos vendidos e servicos prestados)",
    ],
    "Gross {R}": ["{R} bruto"],
    "Operating {R}": ["{R} operacional", "(?<R>resultado) antes do resultado financeiro(?: e dos tributos)?"],
    "{R} before tax": [
      "{R} antes (?:do|dos|das) (?:impostos?|tributos|imposto de renda)(?: (?:de renda )?(?:e da |e )?(?:contribuicao social))?(?: sobre (?:o lucro|o rendimento|a renda))?",
      "{R} antes do imposto de renda e da contribuicao social",
    ],
    "Income tax expense": [
      "imposto de renda e (?:da )?contribuicao social(?: sobre o lucro)?",
      "impostos? sobre o (?:lucro|rendimento)",
      "imposto sobre o rendimento do (?:exercicio|periodo)",
    ],
    "{R} for the year": [
      "{R}(?:/\\(?prejuizo\\)?)? liquido(?: consolidado)?(?: (?:do|no) (?:exercicio|periodo|trimestre))?",
      "{R}(?: consolidado)? (?:do|no) (?:exercicio|periodo)",
      "{R}/prejuizo consolidado do periodo",
    ],
    "{R} attributable to shareholders": [
      `{R}(?: liquido)?(?: do (?:exercicio|periodo))? atribui(?:vel|do) ${owners}`,
    ],
    "{R} attributable to non-controlling interests": [
      `{R}(?: liquido)?(?: do (?:exercicio|periodo))? atribui(?:vel|do) ${others}`,
    ],
    "Profit attributable to:": [
      "(?:(?:lucro|resultado)(?: liquido)?(?: do (?:exercicio|periodo))? )?atribui(?:vel|do) (?:a|aos?)?\\s*:?",
    ],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "Other comprehensive income": [
      "(?:total (?:de )?)?outros resultados abrangentes(?: do (?:exercicio|periodo))?",
      "outro rendimento integral",
    ],
    "Total comprehensive income": [
      "(?:total do )?resultado abrangente(?: total)?(?: (?:consolidado )?do (?:exercicio|periodo))?",
      "rendimento integral(?: total)?(?: do (?:exercicio|periodo))?",
    ],
    "Basic earnings per share": ["(?:lucro|resultado)(?: liquido)? (?:basico )?por acao(?:,? ?-? basico)?"],
    "Diluted earnings per share": [
      "(?:lucro|resultado)(?: liquido)? (?:diluido )?por acao(?:,? ?-? diluido)?",
    ],
    Basic: ["basico"],
    Diluted: ["diluido"],
    "Weighted average number of shares, basic": [
      "(?:quantidade|numero|media) (?:media )?ponderad[ao] (?:de|do numero de) acoes(?: ordinarias)?(?: em circulacao)?(?:,? basic[ao])?",
    ],
    "Current assets": ["ativos? (?:circulantes?|correntes?)"],
    "Non-current assets": ["ativos? nao (?:circulantes?|correntes?)"],
    "Current liabilities": ["passivos? (?:circulantes?|correntes?)"],
    "Non-current liabilities": ["passivos? nao (?:circulantes?|correntes?)"],
    Assets: ["ativos?"],
    "Total current assets": ["total (?:do )?ativo (?:circulante|corrente)"],
    "Total non-current assets": ["total (?:do )?ativo nao (?:circulante|corrente)"],
    "Total current liabilities": ["total (?:do )?passivo (?:circulante|corrente)"],
    "Total non-current liabilities": ["total (?:do )?passivo nao (?:circulante|corrente)"],
    "Total assets": ["total (?:do )?ativo", "ativo total", "total dos ativos"],
    "Total liabilities": ["total dos passivos"],
    "Total equity": [
      "total (?:do )?(?:patrimonio liquido|capital proprio)",
      "patrimonio liquido(?: consolidado| total)",
    ],
    "Equity attributable to owners of the parent": [
      `(?:patrimonio liquido|capital proprio) atribui(?:vel|do) ${owners}`,
    ],
    "Total liabilities and equity": [
      "total (?:do )?(?:passivo e (?:do )?(?:patrimonio liquido|capital proprio)|(?:patrimonio liquido|capital proprio) e (?:do )?passivo)",
    ],
    "Cash and cash equivalents": ["caixa e equivalentes de caixa"],
    "Net cash from operating activities": [flow("operacionais")],
    "Net cash from investing activities": [flow("de investimentos?")],
    "Net cash from financing activities": [flow("de financiamentos?")],
    "Effect of exchange rate changes on cash": [
      "(?:efeito (?:de|da) )?variacao cambial s(?:obre|/) .*caixa.*",
      "efeitos? (?:de|das?) (?:variac(?:ao|oes)|diferencas) (?:cambia(?:l|is)|de cambio).*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:aumento|reducao|diminuicao|variacao|/|\\(|\\)| )+(?:liquid[oa] )?(?:\\((?:reducao|diminuicao)\\) )?(?:liquid[oa] )?${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash} no (?:inicio|comeco) do (?:exercicio|periodo)`,
      "saldo inicial de caixa e equivalentes",
    ],
    "Cash and cash equivalents at end of year": [
      `${cash} no (?:fim|final) do (?:exercicio|periodo)`,
      "saldo final de caixa e equivalentes",
    ],
    Notes: ["notas?(?: explicativas?)?"],
    Change: ["variac(?:ao|oes)"],
    "% Change": ["variacao ?\\(?(?:em )?%\\)?", "var\\.? ?%"],
    Total: ["total"],
    Subtotal: ["sub-?total"],
  },
  withFigures: {
    "Total current assets": ["ativo circulante"],
    "Total non-current assets": ["ativo nao circulante"],
    "Total current liabilities": ["passivo circulante"],
    "Total non-current liabilities": ["passivo nao circulante"],
  },
  phrases: [
    [
      "demonstrac(?:ao|oes) (?:consolidadas? )?(?:do|dos) resultados?(?: consolidadas?)?(?! abrangente)(?: do exercicio)?",
      "Income statement",
    ],
    [
      "demonstrac(?:ao|oes) (?:consolidadas? )?d[oe]s? resultados? abrangentes?",
      "Statement of comprehensive income",
    ],
    ["demonstrac(?:ao|oes) (?:consolidadas? )?dos? fluxos? de caixa", "Statement of cash flows"],
    [
      "(?:balancos? patrimonia(?:l|is)|balanco(?: consolidado)?|demonstracao (?:consolidada )?da posicao financeira)",
      "Balance sheet",
    ],
    ["mutac(?:ao|oes) do patrimonio liquido", "Statement of changes in equity"],
    ["\\bnao auditad[oa]s?\\b", "unaudited"],
    ...datesOf({
      months: [
        ["janeiro", "jan"],
        ["fevereiro", "fev"],
        ["marco", "mar"],
        ["abril", "abr"],
        ["maio", "mai"],
        ["junho", "jun"],
        ["julho", "jul"],
        ["agosto", "ago"],
        ["setembro", "set"],
        ["outubro", "out"],
        ["novembro", "nov"],
        ["dezembro", "dez"],
      ],
      ended: {
        12: [
          "(?:dos |nos |para os )?exercicios?(?: anuais?)? (?:findos?|encerrados?|terminados?)(?: em| a)?",
        ],
        6: ["(?:periodos? de )?(?:seis|6) meses (?:findos?|encerrados?|terminados?)(?: em| a)?"],
        9: ["(?:periodos? de )?(?:nove|9) meses (?:findos?|encerrados?|terminados?)(?: em| a)?"],
        3: [
          "(?:periodos? de )?(?:tres|3) meses (?:findos?|encerrados?|terminados?)(?: em| a)?",
          "trimestres? (?:findos?|encerrados?)(?: em| a)?",
        ],
      },
      at: ["em", "a"],
      half: ["([12])[ºo]? semestre (?:de )?{Y}", "([12])s{Y}"],
      quarter: ["([1-4])[ºo]? trimestre (?:de )?{Y}", "([1-4])t{Y}"],
      year: ["(?:exercicio|ano)(?: de)?"],
    }),
    ...marks,
    ["\\b(?:em )?milhares de (?:reais|r\\$)", "in thousands R$$ "],
    ["\\b(?:em )?milhoes de (?:reais|r\\$)", "in millions R$$ "],
    ["r\\$\\s?mil\\b", "in thousands R$$ "],
    ["r\\$\\s?(?:milhoes|mm)\\b", "in millions R$$ "],
    ["\\breais mil\\b", "in thousands R$$ "],
    ["\\b(?:em )?milhares de euros?", "in thousands € "],
    ["\\b(?:em )?milhoes de euros?", "in millions € "],
    ["\\bem milhares\\b", "in thousands "],
    ["\\bem milhoes\\b", "in millions "],
    ["\\bpor acao\\b", "per share"],
    ["^total (?:de |do |da |dos |das )(.+)$", "Total $1"],
    ["\\b(?:despesas|custos|gastos)\\b", "expenses"],
    ["\\bdepreciacao\\b", "depreciation"],
  ],
};

/** Italian. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:ai |agli |di |del |della |dei )?(?:soci|azionisti|gruppo|capogruppo|pertinenza del gruppo|azionisti della capogruppo|soci della (?:controllante|capogruppo))(?: della (?:controllante|capogruppo|societa))?";
const others =
  "(?:alle? |di |dei |delle )?(?:(?:pertinenza|interessenze|competenza|interessi) (?:di|dei) terzi|partecipazioni di (?:minoranza|terzi)|(?:interessenze|quote) di minoranza|terzi|minoranze|azionisti terzi)";
const cash =
  "(?:delle |di )?(?:disponibilita liquide(?: e mezzi equivalenti)?|cassa e altre disponibilita liquide equivalenti)";
/** What stands between "flusso di cassa" and the activity, in any order. */
const between =
  "(?:[ /()'’]|nett[oaie]|generat[oaie]|assorbit[oaie]|derivant[ei]|provenient[ei]|utilizzat[oaie]|impiegat[oaie]|dall[ae]?|dell[ae]?|nell[ae]?|da|di|per)*";
const flow = (activity: string): string =>
  `(?:totale )?(?:fluss[oi] (?:di cassa|finanziari[oi]?|di liquidita)|cassa)${between}(?:attivita )?${activity}`;

export const vocabulary: Vocabulary = {
  code: "it",
  name: "Italian",
  fold: withoutAccents,
  pointsPartThousands: true,
  results: { neutral: "risultato", profit: "utile", loss: "perdita" },
  noise: [],
  leads: [
    ["meno\\s*:?\\s+", "Less: "],
    ["di cui\\s*:?\\s+", "of which: "],
  ],
  captions: {
    Revenue: [
      "(?:totale )?ricavi(?: netti| delle vendite(?: e delle prestazioni)?| operativi| da contratti con clienti)?",
      "vendite nette",
      "fatturato",
    ],
    "Cost of revenue": ["costo del venduto", "costi? delle vendite"],
    "Gross {R}": ["(?:margine|{R}) lordo(?: industriale)?"],
    "Operating {R}": ["{R} operativo(?: netto)?(?: \\(ebit\\))?", "{R} operativo"],
    "{R} before tax": ["{R} (?:prima delle imposte|ante imposte)"],
    "Income tax expense": [
      "imposte(?: sul reddito)?(?: dell['’]esercizio| del periodo| correnti e differite)?",
    ],
    "{R} for the year": [
      "{R} nett[oa](?: dell['’]esercizio| del periodo| consolidat[oa])?",
      "{R} (?:dell['’]esercizio|del periodo|consolidat[oa])",
    ],
    "{R} attributable to shareholders": [
      `{R}(?: nett[oa])?(?: dell['’]esercizio| del periodo)? (?:attribuibile|di pertinenza|di competenza|del) ${owners}`,
    ],
    "{R} attributable to non-controlling interests": [
      `{R}(?: nett[oa])?(?: dell['’]esercizio| del periodo)? (?:attribuibile )?${others}`,
    ],
    "Profit attributable to:": [
      "(?:(?:utile|risultato)(?: netto)?(?: dell['’]esercizio| del periodo)? )?(?:attribuibile|di pertinenza) (?:a|ai|agli|di)?\\s*:?",
    ],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "Other comprehensive income": [
      "(?:totale )?altre componenti (?:di conto economico|del conto economico|dell['’]utile) complessivo",
      "totale altri utili/\\(perdite\\) complessivi",
    ],
    "Total comprehensive income": [
      "(?:totale )?(?:conto economico|utile|risultato) complessivo(?: dell['’]esercizio| del periodo)?",
    ],
    "Basic earnings per share": ["(?:utile|risultato) (?:base )?per azione(?: base| - base)?"],
    "Diluted earnings per share": ["(?:utile|risultato) (?:diluito )?per azione(?: diluito| - diluito)?"],
    "Current assets": ["attivita correnti", "attivo circolante"],
    "Non-current assets": ["attivita non correnti", "attivo immobilizzato", "immobilizzazioni"],
    "Current liabilities": ["passivita correnti"],
    "Non-current liabilities": ["passivita non correnti"],
    "Total current assets": ["totale (?:delle )?attivita correnti", "totale attivo circolante"],
    "Total non-current assets": ["totale (?:delle )?attivita non correnti", "totale immobilizzazioni"],
    "Total current liabilities": ["totale (?:delle )?passivita correnti"],
    "Total non-current liabilities": ["totale (?:delle )?passivita non correnti"],
    "Total assets": ["totale (?:delle )?attivita", "totale (?:dell['’])?attivo"],
    "Total liabilities": ["totale (?:delle )?passivita"],
    "Total equity": ["totale (?:del )?patrimonio netto", "patrimonio netto totale"],
    "Equity attributable to owners of the parent": [
      `(?:totale )?patrimonio netto (?:attribuibile|di pertinenza|di competenza|del) ${owners}`,
    ],
    "Total liabilities and equity": [
      "totale (?:passivita e patrimonio netto|patrimonio netto e (?:delle )?passivita|passivo e patrimonio netto|patrimonio netto e passivo)",
    ],
    "Cash and cash equivalents": ["disponibilita liquide(?: e mezzi equivalenti)?"],
    "Net cash from operating activities": [flow("(?:operativ[ae]|di esercizio)")],
    "Net cash from investing activities": [flow("(?:di |d['’])?investiment[oi]")],
    "Net cash from financing activities": [flow("(?:di )?finanziament[oi]")],
    "Effect of exchange rate changes on cash": [
      "(?:effetto|differenze) (?:delle? |della )?(?:variazion[ei] )?(?:dei |delle |di )?(?:tassi di )?cambi[o]?.*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:variazione|incremento|decremento|aumento|/|\\(|\\)| )+(?:nett[oa] )?${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash} (?:all['’]inizio|iniziali)(?: (?:del periodo|dell['’]esercizio))?`,
    ],
    "Cash and cash equivalents at end of year": [
      `${cash} (?:alla fine|finali)(?: (?:del periodo|dell['’]esercizio))?`,
    ],
    Notes: ["note?(?: illustrative| esplicative)?"],
    Change: ["variazion[ei]", "differenza"],
    "% Change": ["variazione ?\\(?(?:in )?%\\)?", "var\\.? ?%"],
    Total: ["totale"],
    Subtotal: ["sub-?totale"],
  },
  phrases: [
    ["conto economico(?: consolidato)?(?! complessivo)", "Income statement"],
    ["(?:prospetto di )?conto economico complessivo", "Statement of comprehensive income"],
    ["rendiconto finanziario(?: consolidato)?", "Statement of cash flows"],
    [
      "(?:stato patrimoniale|situazione patrimoniale[ -]?(?:e )?finanziaria)(?: consolidat[oa])?",
      "Balance sheet",
    ],
    ["(?:variazioni|movimenti) (?:del|nel|di) patrimonio netto", "Statement of changes in equity"],
    ...datesOf({
      months: [
        ["gennaio", "gen"],
        ["febbraio", "feb"],
        ["marzo", "mar"],
        ["aprile", "apr"],
        ["maggio", "mag"],
        ["giugno", "giu"],
        ["luglio", "lug"],
        ["agosto", "ago"],
        ["settembre", "sett", "set"],
        ["ottobre", "ott"],
        ["novembre", "nov"],
        ["dicembre", "dic"],
      ],
      ended: {
        12: ["(?:per l['’])?(?:esercizio|anno)(?: annuale)? (?:chiuso|terminato|conclusosi)(?: al| il)?"],
        6: [
          "(?:primo )?semestre (?:chiuso|terminato)(?: al| il)?",
          "(?:sei|6) mesi (?:chiusi|terminati) (?:al|il)",
        ],
        9: ["(?:nove|9) mesi (?:chiusi|terminati) (?:al|il)"],
        3: ["(?:trimestre|tre mesi) (?:chius[oi]|terminat[oi]) (?:al|il)"],
      },
      at: ["al", "a"],
      half: ["([12])[°º]? semestre {Y}", "([i]{1,2}) semestre {Y}"],
      quarter: ["([1-4])[°º]? trimestre {Y}", "(i{1,3}|iv) trimestre {Y}"],
      year: ["(?:esercizio|anno)"],
    }),
    ...marks,
    ["\\b(?:in )?migliaia di euro", "in thousands € "],
    ["\\b(?:in )?milioni di euro", "in millions € "],
    ["\\bin migliaia\\b", "in thousands "],
    ["\\bin milioni\\b", "in millions "],
    ["\\bper azione\\b", "per share"],
    ["^totale (?:delle |degli |dei |dell['’]|del )?(.+)$", "Total $1"],
    ["\\b(?:costi|oneri|spese)\\b", "expenses"],
    ["\\bammortamenti\\b", "depreciation"],
  ],
};

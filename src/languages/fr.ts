/** French, as filed in France, Belgium, Switzerland and Canada. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:aux? |les |des )?(?:proprietaires|actionnaires|porteurs|detenteurs)(?: de capitaux propres| d['’]actions ordinaires)?(?: (?:de|d['’]).+)?";
const others =
  "(?:aux? |les |des )?(?:participations? ne donnant pas (?:le )?controle|interets minoritaires|interets ne conferant pas le controle|participations? sans controle|minoritaires)";
const cash =
  "(?:de (?:la )?|la )?tresorerie(?: nette)?(?: et (?:des? |les )?equivalents (?:de )?tresorerie)?";
/** What stands between "flux de trésorerie" and the activity, in any order. */
const between =
  "(?:[ /()'’]|nets?|nettes?|generes?|provenant|lies|liee?|lie|utilises?|affectes?|issus?|relatifs?|absorbes?|de|des|du|par|aux?|dans|les?|la|l)*";
const flow = (activity: string): string =>
  `(?:total des )?flux (?:nets? )?(?:de (?:la )?tresorerie)?${between}${activity}`;

export const vocabulary: Vocabulary = {
  code: "fr",
  name: "French",
  fold: withoutAccents,
  results: { neutral: "resultat", profit: "benefice", loss: "perte" },
  noise: [],
  leads: [
    ["moins\\s*:?\\s+", "Less: "],
    ["a deduire\\s*:?\\s+", "Less: "],
    ["dont\\s*:?\\s+", "of which: "],
  ],
  captions: {
    Revenue: [
      "chiffre d['’]affaires(?: net| consolide)?",
      "produits des activites ordinaires",
      "ventes(?: nettes)?",
      "total des produits d['’]exploitation",
    ],
    "Cost of revenue": ["cout(?:s)? (?:des|de) (?:ventes|produits vendus|marchandises vendues)"],
    "Gross {R}": ["marge brute(?<R>)", "{R} brut"],
    "Operating {R}": ["{R} operationnel(?:le)?", "{R} d['’]exploitation"],
    "{R} before tax": [
      "{R}(?: net(?:te)?)? avant (?:impots?|charge d['’]impot)(?: sur (?:le resultat|les (?:resultats|benefices)|le revenu))?",
      "{R} avant impots?",
    ],
    "Income tax expense": [
      "(?:charge d['’])?impots? (?:sur|exigibles? et differes? sur) (?:le resultat|les (?:resultats|benefices|societes)|le revenu)",
      "charge d['’]impots?(?: sur .*)?",
    ],
    "{R} for the year": [
      "{R} net(?:te)?(?: de l['’](?:exercice|ensemble consolide)| de la periode| consolide)?",
      "{R} de l['’]exercice",
      "{R} de la periode",
    ],
    "{R} attributable to shareholders": [
      `{R} net(?:te)?,? ?-? ?(?:part du groupe|attribuable ${owners})`,
      `{R} attribuable ${owners}`,
    ],
    "{R} attributable to non-controlling interests": [`{R} net(?:te)? (?:attribuable |part )${others}`],
    "Profit attributable to:": ["(?:resultat net )?attribuable\\s*(?:aux?)?\\s*:?", "dont\\s*:"],
    "Owners of the parent": [owners, "part du groupe", "groupe"],
    "Non-controlling interests": [others],
    "Other comprehensive income": [
      "(?:total des )?autres elements du resultat global(?:,? nets? d['’]impots?)?",
    ],
    "Total comprehensive income": [
      "(?:total du )?resultat global(?: total)?(?: de (?:l['’]exercice|la periode))?",
    ],
    "Basic earnings per share": [
      "resultat (?:net )?(?:de base )?par action(?:,? (?:de base|non dilue))?",
      "resultat de base par action",
    ],
    "Diluted earnings per share": [
      "resultat (?:net )?dilue par action",
      "resultat (?:net )?par action,? dilue",
    ],
    Basic: ["de base", "non dilue"],
    Diluted: ["dilue"],
    "Weighted average number of shares, basic": [
      "nombre moyen pondere d['’]actions(?: ordinaires)?(?: en circulation)?(?:,? (?:de base|non dilue))?",
    ],
    "Weighted average number of shares, diluted": [
      "nombre moyen pondere d['’]actions(?: ordinaires)?(?: en circulation)?(?: apres dilution|,? dilue)",
    ],
    "Current assets": ["actifs? (?:a court terme|courants?|circulants?)"],
    "Non-current assets": ["actifs? (?:a long terme|non[- ]courants?|immobilises?)"],
    "Current liabilities": ["passifs? (?:a court terme|courants?)"],
    "Non-current liabilities": ["passifs? (?:a long terme|non[- ]courants?)"],
    Assets: ["actifs?"],
    "Total current assets": [
      "total (?:de l['’]|des? )?actifs? (?:a court terme|courants?|circulants?)",
      "actifs? courants? totaux",
    ],
    "Total non-current assets": [
      "total (?:de l['’]|des? )?actifs? (?:a long terme|non[- ]courants?|immobilises?)",
    ],
    "Total current liabilities": ["total (?:du |des? )?passifs? (?:a court terme|courants?)"],
    "Total non-current liabilities": ["total (?:du |des? )?passifs? (?:a long terme|non[- ]courants?)"],
    "Total assets": ["total (?:de l['’]|des )?actifs?", "actifs? tota(?:l|ux)"],
    "Total liabilities": ["total des passifs", "passifs totaux"],
    "Total equity": [
      "total (?:des )?capitaux propres",
      "capitaux propres (?:totaux|de l['’]ensemble consolide)",
    ],
    "Equity attributable to owners of the parent": [
      `capitaux propres,? ?-? ?(?:part du groupe|attribuables? ${owners})`,
    ],
    "Total liabilities and equity": [
      "total (?:du |des )?passifs? et (?:des )?capitaux propres",
      "total (?:des )?capitaux propres et (?:du |des )?passifs?",
    ],
    "Cash and cash equivalents": ["tresorerie et equivalents de tresorerie"],
    "Net cash from operating activities": [
      flow("(?:activites? (?:operationnelles?|d['’]exploitation)|exploitation|activite)"),
    ],
    "Net cash from investing activities": [flow("(?:activites? |operations )?(?:d['’])?investissements?")],
    "Net cash from financing activities": [flow("(?:activites? |operations )?(?:de )?financement")],
    "Effect of exchange rate changes on cash": [
      "(?:incidence|effet|impact) (?:des|de la|du) (?:variations? (?:des|de|du) )?(?:cours|taux) de (?:change|conversion|devises).*",
      "(?:incidence|effet) des (?:variations|ecarts) (?:de change|de conversion|monetaires).*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:variation|augmentation|diminution|augmentation \\(diminution\\))(?: nette)? ${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash} (?:a l['’]ouverture|au debut|d['’]ouverture|en debut)(?: de .*)?`,
    ],
    "Cash and cash equivalents at end of year": [
      `${cash} (?:a la cloture|a la fin|de cloture|en fin|a la date de cloture)(?: de .*)?`,
    ],
    Notes: ["notes?(?: annexes?)?", "annexes?", "notes? n[°o]"],
    Change: ["variations?", "ecart", "evolution"],
    "% Change": ["(?:variation|ecart|evolution) ?\\(?(?:en )?%\\)?"],
    Total: ["total", "ensemble"],
    Subtotal: ["sous-total"],
  },
  phrases: [
    ["compte de resultat(?: consolide)?", "Income statement"],
    [
      "etats? (?:consolides? )?(?:des? )?resultats? global(?: consolide)?|etat du resultat global",
      "Statement of comprehensive income",
    ],
    ["etats? (?:consolides? )?(?:des? )?resultats?\\b", "Income statement"],
    [
      "(?:tableau|etats?) (?:consolides? )?des flux de tresorerie(?: consolides?)?",
      "Statement of cash flows",
    ],
    ["(?:bilan(?: consolide)?|etats? (?:consolides? )?de la situation financiere)", "Balance sheet"],
    ["variations? des capitaux propres", "Statement of changes in equity"],
    ["\\bnon audites?\\b", "unaudited"],
    ["\\bretraite\\b", "restated"],
    ...datesOf({
      months: [
        ["janvier", "janv"],
        ["fevrier", "fevr"],
        ["mars"],
        ["avril", "avr"],
        ["mai"],
        ["juin"],
        ["juillet", "juil"],
        ["aout"],
        ["septembre", "sept"],
        ["octobre", "oct"],
        ["novembre", "nov"],
        ["decembre", "dec"],
      ],
      ended: {
        12: [
          "(?:pour (?:les |l['’]))?(?:exercices?|annees?)(?: annuels?)? (?:clos|termines?|closes?)(?: les?| au)?",
        ],
        6: [
          "(?:pour le )?(?:premier )?semestres? (?:clos|termine)(?: le| au)?",
          "(?:periode de )?six mois (?:clos|termines?|close)(?: le| au)?",
        ],
        9: ["(?:periode de )?neuf mois (?:clos|termines?|close)(?: le| au)?"],
        3: [
          "(?:periode de )?trois mois (?:clos|termines?|close)(?: le| au)?",
          "trimestres? (?:clos|termines?)(?: le| au)?",
        ],
      },
      at: ["au", "aux", "le", "les"],
      half: ["([12])(?:er|e|eme)? semestre {Y}", "s([12]) {Y}"],
      quarter: ["([1-4])(?:er|e|eme)? trimestre {Y}", "t([1-4]) {Y}"],
      year: ["(?:exercice|annee)"],
    }),
    ...marks,
    ["\\ben milliers d['’]euros?", "in thousands € "],
    ["\\ben millions d['’]euros?", "in millions € "],
    ["\\bmilliers d['’]euros?", "in thousands € "],
    ["\\bmillions d['’]euros?", "in millions € "],
    ["\\ben milliers\\b", "in thousands "],
    ["\\ben millions\\b", "in millions "],
    ["\\bde dollars canadiens\\b", "CAD"],
    ["\\bpar action\\b", "per share"],
    ["^total (?:des|du|de la|de l['’]) ?(.+)$", "Total $1"],
    ["^sous-total (.+)$", "Subtotal $1"],
    ["\\b(?:charges|frais)\\b", "expenses"],
    ["\\bamortissements\\b", "depreciation"],
  ],
};

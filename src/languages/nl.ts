/** Dutch, as filed in the Netherlands and Belgium. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:de )?(?:aandeelhouders|eigenaars|houders van eigenvermogensinstrumenten)(?: van (?:de|het) .+)?";
const others =
  "(?:de )?(?:minderheidsbelang(?:en)?|belang(?:en)? van derden|aandeel van derden|belangen zonder overheersende zeggenschap)";
const cash = "(?:geldmiddelen(?: en kasequivalenten)?|liquide middelen)";
const flow = (activity: string): string =>
  `(?:netto ?-?)?(?:kasstroom|kasstromen) (?:uit|van) (?:de )?${activity}`;

export const vocabulary: Vocabulary = {
  code: "nl",
  name: "Dutch",
  fold: withoutAccents,
  pointsPartThousands: true,
  results: { neutral: "(?:netto)?resultaat", profit: "(?:netto)?winst", loss: "(?:netto)?verlies" },
  noise: [],
  leads: [
    ["(?:af|min):\\s*", "Less: "],
    ["bij:\\s*", "Add: "],
    ["waarvan:?\\s+", "of which: "],
  ],
  captions: {
    Revenue: ["(?:netto-?)?omzet", "(?:bedrijfs)?opbrengsten", "som der bedrijfsopbrengsten"],
    "Cost of revenue": ["kostprijs van (?:de )?(?:omzet|verkopen)"],
    "Gross profit": ["bruto ?-?(?:winst|marge|resultaat)", "bruto ?-?omzetresultaat"],
    "Operating {R}": ["bedrijfs{R}", "operationeel {R}", "operationele {R}"],
    "{R} before tax": ["{R} voor (?:winst)?belasting(?:en)?"],
    "Income tax expense": ["(?:winst)?belasting(?:en)?(?: over het resultaat)?", "vennootschapsbelasting"],
    "{R} for the year": [
      "(?<R>netto ?-?(?:winst|resultaat|verlies))",
      "{R} na belasting(?:en)?",
      "{R} over (?:het boekjaar|de periode|het jaar)",
      "{R} van het boekjaar",
    ],
    "Profit attributable to:": ["(?:resultaat |winst )?(?:toe te rekenen|toekomend|toerekenbaar) aan:?"],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "Other comprehensive income": ["(?:overige )?niet-gerealiseerde resultaten", "overig totaalresultaat"],
    "Total comprehensive income": [
      "(?:totaal ?resultaat|totaal van gerealiseerde en niet-gerealiseerde resultaten)(?: over de periode)?",
    ],
    "Basic earnings per share": ["(?:gewone )?winst per aandeel", "gewone winst per aandeel"],
    "Diluted earnings per share": ["verwaterde winst per aandeel"],
    "Current assets": ["vlottende activa"],
    "Non-current assets": ["vaste activa"],
    "Current liabilities": ["kortlopende (?:schulden|verplichtingen)"],
    "Non-current liabilities": ["langlopende (?:schulden|verplichtingen)"],
    "Total current assets": ["totaal (?:van de )?vlottende activa"],
    "Total non-current assets": ["totaal (?:van de )?vaste activa"],
    "Total current liabilities": ["totaal kortlopende (?:schulden|verplichtingen)"],
    "Total non-current liabilities": ["totaal langlopende (?:schulden|verplichtingen)"],
    "Total assets": ["totaal (?:der |van de )?activa", "totale activa", "som der activa", "balanstotaal"],
    "Total liabilities": ["totaal (?:schulden|verplichtingen)", "totale (?:schulden|verplichtingen)"],
    "Total equity": ["totaal eigen vermogen", "groepsvermogen"],
    "Total liabilities and equity": [
      "totaal (?:der )?passiva",
      "totaal (?:eigen vermogen en (?:verplichtingen|schulden)|(?:verplichtingen|schulden) en eigen vermogen)",
      "som der passiva",
    ],
    "Cash and cash equivalents": ["geldmiddelen en kasequivalenten", "liquide middelen"],
    "Equity attributable to owners of the parent": [
      `eigen vermogen (?:toe te rekenen|toekomend|toerekenbaar) aan ${owners}`,
    ],
    "Net cash from operating activities": [
      flow("(?:operationele activiteiten|bedrijfsactiviteiten|bedrijfsoperaties)"),
    ],
    "Net cash from investing activities": [flow("investerings(?:activiteiten)?")],
    "Net cash from financing activities": [flow("financierings(?:activiteiten)?")],
    "Effect of exchange rate changes on cash": [
      "(?:effect van )?(?:wissel)?koers(?:verschillen|wijzigingen).*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:netto ?-?)?(?:toename|afname|mutatie|toename ?\\(?/?afname\\)?)(?: \\(afname\\))? (?:van |in )?(?:de )?${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `(?:stand )?${cash} (?:aan het |bij )?begin (?:van )?(?:het |de )?(?:boekjaar|periode|jaar)?`,
      `${cash} per 1 januari`,
    ],
    "Cash and cash equivalents at end of year": [
      `(?:stand )?${cash} (?:aan het |ultimo )?(?:einde?) (?:van )?(?:het |de )?(?:boekjaar|periode|jaar)?`,
      `${cash} per 31 december`,
    ],
    Notes: ["toelichting(?:en)?", "noot"],
    Change: ["mutatie", "verschil", "verandering"],
    "% Change": ["(?:mutatie|verschil|verandering) ?(?:in )?%"],
    Total: ["totaal"],
    Subtotal: ["subtotaal"],
  },
  phrases: [
    ["(?:geconsolideerde )?(?:winst-? ?en ?-?verliesrekening|resultatenrekening)", "Income statement"],
    ["(?:geconsolideerd )?kasstroomoverzicht", "Statement of cash flows"],
    ["(?:geconsolideerde )?balans\\b", "Balance sheet"],
    ["mutatieoverzicht (?:van het )?eigen vermogen", "Statement of changes in equity"],
    ...datesOf({
      months: [
        ["januari", "jan"],
        ["februari", "feb"],
        ["maart", "mrt"],
        ["april", "apr"],
        ["mei"],
        ["juni", "jun"],
        ["juli", "jul"],
        ["augustus", "aug"],
        ["september", "sept", "sep"],
        ["oktober", "okt"],
        ["november", "nov"],
        ["december", "dec"],
      ],
      ended: {
        12: ["(?:voor het )?(?:boek)?jaar (?:eindigend|geeindigd)(?: op| per)?"],
        6: [
          "(?:eerste )?halfjaar (?:eindigend|geeindigd)(?: op| per)?",
          "zes maanden (?:eindigend|geeindigd)(?: op| per)?",
        ],
        9: ["negen maanden (?:eindigend|geeindigd)(?: op| per)?"],
        3: ["(?:kwartaal|drie maanden) (?:eindigend|geeindigd)(?: op| per)?"],
      },
      at: ["per", "op", "ultimo"],
      half: ["([12])e halfjaar(?: van)? {Y}"],
      quarter: ["([1-4])e kwartaal(?: van)? {Y}"],
      year: ["(?:boek)?jaar"],
    }),
    ...marks,
    ["\\bin duizenden(?: (?:euro(?:['’]s)?|€))?", "in thousands € "],
    ["\\bin (?:miljoenen|mln\\.?)(?: (?:euro(?:['’]s)?|€))?", "in millions € "],
    ["\\bper aandeel\\b", "per share"],
    ["^totaal (?:van )?(?:de |het )?(.+)$", "Total $1"],
    ["\\b(?:kosten|lasten)\\b", "expenses"],
    ["\\bafschrijvingen\\b", "depreciation"],
  ],
};

/** German, as filed in Germany, Austria and Switzerland. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:die |den )?(?:gesellschafter|aktionare|anteilseigner|eigentumer|eigenkapitalgeber)n?(?: des mutterunternehmens| der muttergesellschaft| der .+)?";
const others =
  "(?:auf )?(?:die )?(?:nicht ?beherrschenden?(?: anteile| gesellschafter| anteilseigner)?|anteile anderer gesellschafter|minderheits(?:anteile|gesellschafter)|anteile nicht beherrschender gesellschafter)n?";
const assets = "(?:vermogenswerte|vermogen|aktiva)";
const debts = "(?:schulden|verbindlichkeiten|fremdkapital|verpflichtungen)";
const total = "(?:summe(?: der)?|gesamte?|total)";
const cash =
  "(?:der |des )?(?:zahlungsmittel(?:bestand(?:e?s)?)?(?: und (?:der )?zahlungsmittelaquivalenten?)?|finanzmittel(?:fonds|bestand(?:e?s)?)?|flussigen? mittel)";
const flow = (activity: string): string =>
  `(?:netto-?)?(?:cash ?-?flow|mittel(?:zu|ab)?fluss|mittel(?:zu|ab)fluss/(?:-?(?:ab|zu)fluss)|zahlungsmittel(?:zu|ab)fluss)(?:/ ?\\(?-?(?:mittel)?(?:ab|zu)fluss\\)?)? (?:aus|fur) (?:der |die )?${activity}`;

export const vocabulary: Vocabulary = {
  code: "de",
  name: "German",
  fold: withoutAccents,
  pointsPartThousands: true,
  results: {
    neutral: "(?:konzern|jahres|perioden)?ergebnis",
    profit: "(?:konzern|jahres|perioden|halbjahres)*(?:gewinn|uberschuss)",
    loss: "(?:konzern|jahres|perioden)*(?:verlust|fehlbetrag)",
  },
  noise: [
    "^(?:[a-h]|[ivx]{1,4}|\\d{1,2})[.)]\\s+(?=\\p{L}{3})(?!januar|janner|februar|feber|marz|april|mai|juni|juli|august|september|oktober|november|dezember|halbjahr|quartal)",
  ],
  leads: [
    ["abzuglich:?\\s+", "Less: "],
    ["abzgl\\.?:?\\s+", "Less: "],
    ["zuzuglich:?\\s+", "Add: "],
    ["davon:?\\s+(?!entfall)", "of which: "],
  ],
  captions: {
    Revenue: ["umsatz(?:erlose)?", "erlose", "nettoumsatz"],
    "Cost of revenue": [
      "umsatzkosten",
      "kosten der umsatzerlose",
      "kosten des umsatzes",
      "herstellungskosten(?: des umsatzes| der zur erzielung der umsatzerlose erbrachten leistungen)?",
    ],
    "Gross profit": ["brutto(?:ergebnis|gewinn)(?: vom umsatz)?", "rohertrag"],
    "Operating {R}": [
      "(?:operatives|betriebliches) {R}",
      "betriebs{R}",
      "{R} der betrieblichen tatigkeit",
      "(?<R>ergebnis) vor zinsen und (?:ertrag)?steuern(?: \\(ebit\\))?",
      "betriebs{R} \\(ebit\\)",
    ],
    "{R} before tax": ["(?:konzern)?{R} vor (?:ertrag)?steuern(?: \\(ebt\\))?"],
    "Income tax expense": [
      "(?:ertrag|gewinn)steuern",
      "steuern vom einkommen und (?:vom )?ertrag",
      "ertragsteueraufwand",
      "steueraufwand",
    ],
    "{R} for the year": [
      "(?:konzern|jahres|perioden)+{R}",
      "{R} nach steuern",
      "{R} (?:des|fur das) (?:geschaftsjahrs?|jahr(?:es)?|periode)",
      "(?<R>jahresuberschuss|jahresfehlbetrag|konzernergebnis|periodenergebnis|konzernjahresuberschuss|konzerngewinn)",
      "(?<R>jahresuberschuss/jahresfehlbetrag)",
    ],
    "Profit attributable to:": [
      "davon (?:entfallen(?:d)? )?auf:?",
      "(?:vom (?:konzern)?ergebnis )?entfallen auf:?",
      "zuordnung des (?:konzern)?ergebnisses:?",
    ],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "{R} attributable to shareholders": [
      `(?:auf )?${owners} entfallendes {R}`,
      `{R},? das auf ${owners} entfallt`,
    ],
    "{R} attributable to non-controlling interests": [`${others} entfallendes {R}`],
    "Other comprehensive income": ["sonstiges (?:gesamt)?ergebnis(?: nach steuern)?"],
    "Total comprehensive income": ["(?:konzern)?gesamtergebnis(?: der periode| des geschaftsjahres)?"],
    "Basic earnings per share": [
      "unverwassertes ergebnis je aktie(?: \\(.*\\))?",
      "ergebnis je aktie,? ?\\(?unverwassert\\)?",
    ],
    "Diluted earnings per share": [
      "verwassertes ergebnis je aktie(?: \\(.*\\))?",
      "ergebnis je aktie,? ?\\(?verwassert\\)?",
    ],
    "Basic and diluted earnings per share": [
      "ergebnis je aktie \\(?unverwassert (?:und|/|=) ?verwassert\\)?",
      "unverwassertes und verwassertes ergebnis je aktie",
    ],
    "Earnings per share": ["(?:ergebnis|gewinn) je aktie"],
    Basic: ["unverwassert"],
    Diluted: ["verwassert"],
    "Weighted average number of shares, basic": [
      "(?:gewichtete )?durchschnittliche (?:anzahl|zahl) (?:der )?(?:im umlauf befindlichen |ausstehenden |ausgegebenen )?aktien(?: \\(unverwassert\\)|,? unverwassert)?",
      "gewichteter durchschnitt der (?:ausstehenden )?aktien(?: \\(unverwassert\\)|,? unverwassert)?",
    ],
    "Weighted average number of shares, diluted": [
      "(?:gewichtete )?durchschnittliche (?:anzahl|zahl) (?:der )?(?:im umlauf befindlichen |ausstehenden |ausgegebenen )?aktien(?: \\(verwassert\\)|,? verwassert)",
    ],
    "Current assets": [`kurzfristige ${assets}`, "umlaufvermogen"],
    "Non-current assets": [`langfristige ${assets}`, "anlagevermogen"],
    "Current liabilities": [`kurzfristige ${debts}`],
    "Non-current liabilities": [`langfristige ${debts}`],
    Assets: ["aktiva", "vermogenswerte"],
    "Total current assets": [
      `${total} kurzfristigen? ${assets}`,
      `kurzfristige ${assets},? ?(?:gesamt|insgesamt)`,
      "summe umlaufvermogen",
    ],
    "Total non-current assets": [
      `${total} langfristigen? ${assets}`,
      `langfristige ${assets},? ?(?:gesamt|insgesamt)`,
      "summe anlagevermogen",
    ],
    "Total current liabilities": [
      `${total} kurzfristigen? ${debts}`,
      `kurzfristige ${debts},? ?(?:gesamt|insgesamt)`,
    ],
    "Total non-current liabilities": [
      `${total} langfristigen? ${debts}`,
      `langfristige ${debts},? ?(?:gesamt|insgesamt)`,
    ],
    "Total assets": ["bilanzsumme", `${total} (?:der )?${assets}`, "aktiva,? gesamt", "gesamtvermogen"],
    "Total liabilities": [
      `${total} (?:der )?(?:schulden|verbindlichkeiten|fremdkapital)`,
      "schulden,? gesamt",
    ],
    "Total equity": [
      `${total} (?:des )?eigenkapitals?`,
      "eigenkapital,? (?:gesamt|insgesamt)",
      "gesamtes eigenkapital",
    ],
    "Equity attributable to owners of the parent": [
      `(?:auf )?${owners} entfallendes eigenkapital`,
      `eigenkapital,? das (?:auf )?${owners} entfallt`,
    ],
    "Total liabilities and equity": [
      "summe (?:der )?passiva",
      `${total} (?:der )?(?:eigenkapital und schulden|schulden und eigenkapital|eigenkapitals und der schulden)`,
      "passiva,? gesamt",
    ],
    "Cash and cash equivalents": ["zahlungsmittel und zahlungsmittelaquivalente", "flussige mittel"],
    "Net cash from operating activities": [
      flow(
        "(?:laufender?|laufenden|betrieblicher?|betrieblichen|operativer?|operativen)? ?(?:geschaftstatigkeit|tatigkeit)",
      ),
    ],
    "Net cash from investing activities": [flow("(?:der )?investitionstatigkeit")],
    "Net cash from financing activities": [flow("(?:der )?finanzierungstatigkeit")],
    "Effect of exchange rate changes on cash": [
      "wechselkurs(?:bedingte|einfluss|effekte)?.*(?:zahlungsmittel|finanzmittel|flussige).*",
      "(?:einfluss|auswirkung(?:en)?|effekte?) (?:von|der|aus) wechselkurs.*",
      "wechselkursbedingte (?:wert)?(?:anderungen?|veranderungen?).*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:netto-?)?(?:zahlungswirksame )?(?:netto)?(?:veranderung(?:en)?|zunahme|abnahme|zu-?/ ?-?abnahme|erhohung|zunahme ?/ ?abnahme)(?: \\(abnahme\\))? ${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash} (?:am|zu) (?:anfang|beginn) (?:der periode|des (?:geschafts)?jahres|der berichtsperiode)`,
      `${cash} (?:am|zum) 1\\. ?januar`,
      "zahlungsmittel und zahlungsmittelaquivalente zu beginn .*",
    ],
    "Cash and cash equivalents at end of year": [
      `${cash} (?:am|zum) ende (?:der periode|des (?:geschafts)?jahres|der berichtsperiode)`,
      `${cash} (?:am|zum) 31\\. ?dezember`,
    ],
    Notes: [
      "anhang(?:s?angaben?)?",
      "anm(?:erkungen|\\.)?",
      "textziffer",
      "tz\\.?",
      "(?:konzern)?anhang nr\\.?",
      "erlauterungen",
    ],
    Change: ["veranderung(?:en)?", "abweichung", "veranderung (?:absolut|abs\\.)"],
    "% Change": ["(?:veranderung|abweichung) ?\\(?in ?%\\)?", "\\+/- ?%", "veranderung %"],
    Total: ["summe", "gesamt", "insgesamt", "gesamtsumme"],
    Subtotal: ["zwischensumme"],
  },
  withFigures: {
    "Total current assets": [`kurzfristige ${assets}`, "umlaufvermogen"],
    "Total non-current assets": [`langfristige ${assets}`, "anlagevermogen"],
    "Total current liabilities": [`kurzfristige ${debts}`],
    "Total non-current liabilities": [`langfristige ${debts}`],
  },
  phrases: [
    ["(?:konzern-?)?(?:gewinn- und verlustrechnung)", "Income statement"],
    ["(?:konzern-?)?gesamtergebnisrechnung", "Statement of comprehensive income"],
    ["(?:konzern-?)?kapitalflussrechnung", "Statement of cash flows"],
    ["(?:konzern-?)?eigenkapital(?:veranderungsrechnung|spiegel)", "Statement of changes in equity"],
    ["\\b(?:konzern-?)?bilanz\\b", "Balance sheet"],
    ["\\bungepruft\\b", "unaudited"],
    ["\\bgepruft\\b", "audited"],
    ["\\b(?:angepasst|angepasste vorjahreswerte)\\b", "restated"],
    ...datesOf({
      months: [
        ["januar", "janner", "jan"],
        ["februar", "feber", "feb"],
        ["marz", "mrz"],
        ["april", "apr"],
        ["mai"],
        ["juni", "jun"],
        ["juli", "jul"],
        ["august", "aug"],
        ["september", "sept", "sep"],
        ["oktober", "okt"],
        ["november", "nov"],
        ["dezember", "dez"],
      ],
      ended: {
        12: [
          "(?:fur das )?(?:am )?geschaftsjahr(?:,? das am| zum|,? endend am)?",
          "(?:januar|1\\.1\\.|1\\. januar) bis zum",
        ],
        6: ["(?:erstes )?halbjahr zum", "sechs monate (?:bis )?zum"],
        9: ["neun monate (?:bis )?zum"],
        3: ["drei monate (?:bis )?zum", "quartal zum"],
      },
      at: ["zum", "per", "am", "stand"],
      half: ["([12])\\. ?halbjahr {Y}", "h([12])[ /]{Y}"],
      quarter: ["([1-4])\\. ?quartal {Y}"],
      year: ["(?:geschafts|kalender)jahr"],
    }),
    ...marks,
    ["\\bin tausend(?: (?:euro|eur|€))?", "in thousands € "],
    ["\\bin tsd\\.? (?:euro|eur|€)", "in thousands € "],
    ["\\bin (?:millionen|mio\\.?)(?: (?:euro|eur))?", "in millions € "],
    ["\\bstuck\\b", "number of shares "],
    ["\\bje aktie\\b", "per share"],
    ["^summe (?:der |des )?(.+)$", "Total $1"],
    ["^(.+?),? (?:gesamt|insgesamt)$", "Total $1"],
    ["(?:aufwendungen|aufwand|kosten)\\b", " expenses"],
    ["abschreibungen\\b", "depreciation"],
  ],
};

/**
 * Captions -> concepts, as data. Concepts carry US-GAAP taxonomy element names where one exists; IFRS
 * wording maps to the same concept. A caption is matched whole, never by similarity of a part: two
 * lines that differ in a word are two lines.
 */
import { captionKey } from "../tables/caption.ts";

/** Names of the US-GAAP taxonomy where it has one. */
export const concepts = [
  "Revenues",
  "CostOfRevenue",
  "GrossProfit",
  "OperatingExpenses",
  "CostsAndExpenses",
  "OperatingIncomeLoss",
  "IncomeLossBeforeIncomeTaxes",
  "IncomeTaxExpenseBenefit",
  "ProfitLoss",
  "NetIncomeLoss",
  "NetIncomeLossAttributableToNoncontrollingInterest",
  "OtherComprehensiveIncomeLossNetOfTax",
  "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
  "ComprehensiveIncomeNetOfTax",
  "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
  "CashAndCashEquivalents",
  "RestrictedCash",
  "AssetsCurrent",
  "AssetsNoncurrent",
  "Assets",
  "LiabilitiesCurrent",
  "LiabilitiesNoncurrent",
  "Liabilities",
  "TemporaryEquity",
  "StockholdersEquity",
  "MinorityInterest",
  "StockholdersEquityIncludingNoncontrollingInterest",
  "LiabilitiesAndStockholdersEquity",
  "NetCashProvidedByUsedInOperatingActivities",
  "NetCashProvidedByUsedInInvestingActivities",
  "NetCashProvidedByUsedInFinancingActivities",
  "EffectOfExchangeRateOnCash",
  "CashPeriodIncreaseDecrease",
  "CashAtBeginningOfPeriod",
  "CashAtEndOfPeriod",
] as const;

export type Concept = (typeof concepts)[number];

/** `R` stands for income, loss, profit, earnings and their combinations; `[x]` for x or nothing; `a|b` for either. */
const R = "(?:result|income|loss|profit|earning)";
const cash =
  "cash(?:,? and cash equivalent)?(?: cash equivalent)?(?:,? (?:and )?restricted cash)?(?: equivalent)?";
const parent = "(?!.*non controlling).+";
/** Whose the equity is: shareholders of a company, partners, members, holders of units. */
const owner = "(?:shareholder|partners?|members?|unit ?holders?|owners?|proprietors?)";
const equity = "(?:equity|deficit|deficiency|capital)(?: equity| deficit| deficiency| capital)?";
const nci = "(?:the )?non controlling(?: interest)?(?: shareholder)?";

const captions: readonly (readonly [Concept, readonly string[]])[] = [
  [
    "Revenues",
    [
      "(?:total )?(?:net )?revenue",
      "(?:total )?(?:net )?sale",
      "net revenue(?: total)?",
      "total net sale",
      "turnover",
      "revenue total",
      "total revenue net",
      "sale and other operating revenue",
      "(?:total )?(?:net )?sale and revenue",
    ],
  ],
  [
    "CostOfRevenue",
    [
      "(?:total )?cost of (?:net )?(?:revenue|sale|goods? sold|products? sold|services?)",
      "total cost of (?:net )?(?:revenue|sale)",
      "cost of sale and services?",
    ],
  ],
  ["GrossProfit", [`gross (?:${R}|margin)`, `total gross (?:${R}|margin)`]],
  [
    "OperatingExpenses",
    ["total operating expense(?: net)?", "total operating expense and income", "operating expense total"],
  ],
  [
    "CostsAndExpenses",
    ["total (?:operating )?cost and (?:operating )?expense", "total cost and other", "total expense"],
  ],
  [
    "OperatingIncomeLoss",
    [
      `(?:total )?operating ${R}`,
      `(?:total )?${R} from operations?`,
      "results? from operating activity",
      `${R} from operating activity`,
      `operating ${R} from continuing operations?`,
    ],
  ],
  [
    "IncomeLossBeforeIncomeTaxes",
    [
      `${R} (?:from continuing operations? )?before (?:provision for |benefit from |the )?(?:income )?tax(?: (?:expense|benefit|provision|credit|result))?`,
      `${R} before (?:provision|benefit) for income tax`,
      `${R} before (?:provision for )?income tax(?: expense| benefit)?`,
      `pre ?tax (?:net )?${R}`,
      `(?:net )?${R} before taxation`,
      `${R} on ordinary activity before (?:taxation|tax)`,
      `net ${R} before (?:provision for |benefit from )?(?:income )?tax(?: expense| benefit)?`,
      `${R} before (?:provision|benefit|tax|income tax|equity|minority|non controlling).* tax.*`,
    ],
  ],
  [
    "IncomeTaxExpenseBenefit",
    [
      "(?:total )?income tax(?: (?:expense|benefit|credit|provision|result))*",
      "(?:provision|benefit)(?: benefit| provision)? for (?:income )?tax",
      "taxation",
      "(?:income )?tax(?:ation)? on (?:(?:income|loss|profit) on )?ordinary activity",
      `tax(?:ation)? on ${R}`,
      "(?:income )?tax expense",
      "provision for income tax",
      "(?:total )?income tax (?:provision|recovery)(?: benefit| expense)?",
    ],
  ],
  [
    "ProfitLoss",
    [
      `(?:consolidated )?net ${R}`,
      `(?:net )?${R} for the (?:financial )?(?:year|period|quarter)`,
      `${R} on ordinary activity after (?:taxation|tax)`,
      `net ${R} for the (?:year|period)`,
      `net ${R} including ${nci}`,
    ],
  ],
  [
    "NetIncomeLossAttributableToNoncontrollingInterest",
    [
      `(?:net )?${R} (?:for the (?:year|period|quarter) )?attributable to ${nci}`,
      `net ${R} attributable to ${nci} in .+`,
    ],
  ],
  [
    "NetIncomeLoss",
    [
      `(?:net )?${R} (?:for the (?:year|period|quarter) )?attributable to ${parent}`,
      `(?:net )?${R} (?:available|applicable|allocable) to ${parent}`,
    ],
  ],
  [
    "OtherComprehensiveIncomeLossNetOfTax",
    [`(?:total )?other comprehensive ${R}(?: for the (?:year|period))?(?: net of tax)?`],
  ],
  [
    "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
    [`(?:total )?comprehensive ${R} (?:for the (?:year|period|quarter) )?attributable to ${nci}`],
  ],
  [
    "ComprehensiveIncomeNetOfTax",
    [`(?:total )?comprehensive ${R} (?:for the (?:year|period|quarter) )?attributable to ${parent}`],
  ],
  [
    "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
    [`(?:total )?comprehensive ${R}(?: for the (?:year|period))?`],
  ],
  ["CashAndCashEquivalents", ["cash and cash equivalent", "cash"]],
  ["RestrictedCash", ["restricted cash(?: and cash equivalent)?(?: current)?"]],
  ["AssetsCurrent", ["total current asset"]],
  ["AssetsNoncurrent", ["total non current asset", "total noncurrent asset"]],
  ["Assets", ["total asset"]],
  ["LiabilitiesCurrent", ["total current liability"]],
  [
    "LiabilitiesNoncurrent",
    ["total non current liability", "total noncurrent liability", "total long term liability"],
  ],
  ["Liabilities", ["total liability"]],
  [
    "TemporaryEquity",
    [
      "(?:total )?mezzanine equity",
      "(?:total )?temporary equity",
      "(?:total )?redeemable non controlling interest",
      "(?:class [a-z] )?(?:common|ordinary) (?:stock|share) subject to (?:possible )?(?:redemption|conversion).*",
      "(?:total )?(?:redeemable )?(?:convertible )?redeemable (?:convertible )?preferred (?:stock|share).*",
    ],
  ],
  [
    "LiabilitiesAndStockholdersEquity",
    [
      "(?:total )?liability (?!.*(?:temporary|mezzanine) equity$)(?:.* )?(?:and|mezzanine|temporary|redeemable|commitment|non controlling)(?: .*)? (?:equity|deficit|deficiency|capital|net asset)",
      "total equity and liability",
      "total liability equity.*",
    ],
  ],
  [
    "StockholdersEquityIncludingNoncontrollingInterest",
    ["total equity(?: deficit)?", "total (?:shareholder )?equity (?:and|including) non controlling interest"],
  ],
  [
    "StockholdersEquity",
    [
      `total (?!equity$)(?!liability)(?:.* )?${owner} ${equity}`,
      `${owner} ${equity}`,
      "total capital(?: deficit)?",
      "total (?!liability).*equity attributable to (?!.*non controlling).+",
      "equity attributable to (?!.*non controlling).+",
    ],
  ],
  ["MinorityInterest", ["(?:total )?non controlling interest", "(?:total )?non controlling interest in .+"]],
  [
    "NetCashProvidedByUsedInOperatingActivities",
    [
      "(?:total )?net cash .*operating activity",
      "net cash .*operation",
      "(?:total )?cash (?:from|flow|generated|provided|used).*operating activity",
    ],
  ],
  [
    "NetCashProvidedByUsedInInvestingActivities",
    [
      "(?:total )?net cash .*invest(?:ing|ment) activity",
      "(?:total )?cash (?:from|flow|generated|provided|used).*invest(?:ing|ment) activity",
    ],
  ],
  [
    "NetCashProvidedByUsedInFinancingActivities",
    [
      "(?:total )?net cash .*financing activity",
      "(?:total )?cash (?:from|flow|generated|provided|used).*financing activity",
    ],
  ],
  [
    "EffectOfExchangeRateOnCash",
    [
      "effect of (?:foreign )?(?:currency )?(?:exchange|translation|foreign).*",
      "effect of change in .*exchange.*",
      "(?:foreign )?(?:currency )?exchange (?:rate )?(?:effect|difference).* cash.*",
    ],
  ],
  [
    "CashPeriodIncreaseDecrease",
    [
      `(?:net )?(?:\\(?(?:increase|decrease|change)\\)?[ /]?(?:and )?)+ (?:in|of) (?!.*(?:held for sale|discontinued))${cash}.*`,
      `net change in (?!.*(?:held for sale|discontinued))${cash}.*`,
      "net (?:change|increase|decrease)(?: \\(?decrease\\)?)?",
      "total cash (?:(?:generated|provided|used|flow|by|from|for|or|and)(?: |$))+",
    ],
  ],
  [
    "CashAtBeginningOfPeriod",
    [
      `${cash}.* (?:at|as of) (?:the )?beginning.*`,
      `${cash}.* beginning of.*`,
      "balance at (?:the )?beginning of (?:the )?(?:year|period)",
    ],
  ],
  ["CashAtEndOfPeriod", [`${cash}.* (?:at|as of) (?:the )?end.*`, `${cash}.* end of.*`]],
];

/** A word of which one must be in the caption, so that most patterns are never tried. */
const needles: Readonly<Partial<Record<Concept, readonly string[]>>> = {
  Revenues: ["revenue", "sale", "turnover"],
  CostOfRevenue: ["cost of"],
  GrossProfit: ["gross"],
  OperatingExpenses: ["operating expense", "operating cost"],
  CostsAndExpenses: ["total"],
  OperatingIncomeLoss: ["operati"],
  IncomeLossBeforeIncomeTaxes: ["tax"],
  IncomeTaxExpenseBenefit: ["tax"],
  ProfitLoss: ["net", "for the"],
  NetIncomeLossAttributableToNoncontrollingInterest: ["attributable"],
  NetIncomeLoss: ["attributable", "available", "applicable", "allocable"],
  OtherComprehensiveIncomeLossNetOfTax: ["comprehensive"],
  ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest: ["attributable"],
  ComprehensiveIncomeNetOfTax: ["attributable"],
  ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest: ["comprehensive"],
  CashAndCashEquivalents: ["cash"],
  RestrictedCash: ["cash"],
  AssetsCurrent: ["asset"],
  AssetsNoncurrent: ["asset"],
  Assets: ["asset"],
  LiabilitiesCurrent: ["liability"],
  LiabilitiesNoncurrent: ["liability"],
  Liabilities: ["liability"],
  TemporaryEquity: ["equity", "redeemable", "subject to"],
  StockholdersEquity: ["equity", "defici", "capital"],
  MinorityInterest: ["non controlling"],
  StockholdersEquityIncludingNoncontrollingInterest: ["equity"],
  LiabilitiesAndStockholdersEquity: ["liability"],
  NetCashProvidedByUsedInOperatingActivities: ["cash"],
  NetCashProvidedByUsedInInvestingActivities: ["cash"],
  NetCashProvidedByUsedInFinancingActivities: ["cash"],
  EffectOfExchangeRateOnCash: ["effect", "exchange"],
  CashPeriodIncreaseDecrease: ["cash", "net change", "net increase", "net decrease"],
  CashAtBeginningOfPeriod: ["beginning"],
  CashAtEndOfPeriod: ["end of"],
};

interface Entry {
  readonly concept: Concept;
  readonly needles: readonly string[] | undefined;
  readonly pattern: RegExp;
}

const table: readonly Entry[] = captions.map(([concept, patterns]) => ({
  concept,
  needles: needles[concept],
  pattern: new RegExp(`^(?:${patterns.map((pattern) => `(?:${pattern})`).join("|")})$`),
}));

function lookUp(key: string): Concept | null {
  for (const entry of table) {
    if (entry.needles && !entry.needles.some((needle) => key.includes(needle))) continue;
    if (entry.pattern.test(key)) return entry.concept;
  }
  return null;
}

/** A caption as the patterns above expect it: alternatives of sign and remarks taken out. */
export function conceptKey(caption: string): string {
  const found = keys.get(caption);
  if (found !== undefined) return found;
  const key = makeKey(caption);
  if (keys.size >= mostKnown) keys.clear();
  keys.set(caption, key);
  return key;
}

const keys = new Map<string, string>();

function makeKey(caption: string): string {
  return captionKey(caption)
    .replace(/^(?:less|add|plus|minus) /, "")
    .replace(
      /\((loss|income|profit|expense|benefit|decrease|increase|deficit|used in|provided by|deficiency)\)/g,
      " $1 ",
    )
    .replace(/\([^()]*\)/g, " ")
    .replace(/[()/]/g, " ")
    .replace(/ {2,}/g, " ")
    .replace(/\b(?:income|loss|profit|earning)(?: (?:or )?(?:income|loss|profit|earning))+\b/g, "result")
    .replace(/\b(?:unaudited|audited|restated|note)\b/g, " ")
    .replace(/ net of (?:tax|nil).*$/, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

const known = new Map<string, Concept | null>();
/** Bounds the memory of a long run: captions repeat, but an archive has many. */
const mostKnown = 20_000;

/** The concept a caption names, or null. */
export function conceptOf(caption: string): Concept | null {
  const key = conceptKey(caption);
  const found = known.get(key);
  if (found !== undefined) return found;
  const concept = key === "" ? null : lookUp(key);
  if (known.size >= mostKnown) known.clear();
  known.set(key, concept);
  return concept;
}

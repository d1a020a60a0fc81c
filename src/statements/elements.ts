/**
 * Elements of the US-GAAP and IFRS taxonomies -> concepts. Element names are those of the taxonomies of the
 * FASB and of the IFRS Foundation; where several stand for one concept the first says most of it.
 */
import { dayBefore } from "../tables/period.ts";
import type { Figure, Row } from "../tables/table.ts";
import type { Concept } from "./concepts.ts";

const elements: Readonly<Partial<Record<Concept, readonly string[]>>> = {
  Revenues: [
    "us-gaap:Revenues",
    "ifrs-full:Revenue",
    "us-gaap:RevenuesNetOfInterestExpense",
    "us-gaap:SalesRevenueNet",
    "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
    "us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax",
    "ifrs-full:RevenueFromContractsWithCustomers",
  ],
  CostOfRevenue: [
    "us-gaap:CostOfRevenue",
    "ifrs-full:CostOfSales",
    "us-gaap:CostOfGoodsAndServicesSold",
    "us-gaap:CostOfGoodsSold",
  ],
  GrossProfit: ["us-gaap:GrossProfit", "ifrs-full:GrossProfit"],
  OperatingExpenses: ["us-gaap:OperatingExpenses"],
  CostsAndExpenses: ["us-gaap:CostsAndExpenses", "us-gaap:BenefitsLossesAndExpenses"],
  OperatingIncomeLoss: ["us-gaap:OperatingIncomeLoss", "ifrs-full:ProfitLossFromOperatingActivities"],
  IncomeLossBeforeIncomeTaxes: [
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
    "ifrs-full:ProfitLossBeforeTax",
  ],
  IncomeTaxExpenseBenefit: [
    "us-gaap:IncomeTaxExpenseBenefit",
    "ifrs-full:IncomeTaxExpenseContinuingOperations",
  ],
  ProfitLoss: ["us-gaap:ProfitLoss", "ifrs-full:ProfitLoss"],
  NetIncomeLoss: ["us-gaap:NetIncomeLoss", "ifrs-full:ProfitLossAttributableToOwnersOfParent"],
  NetIncomeLossAttributableToNoncontrollingInterest: [
    "us-gaap:NetIncomeLossAttributableToNoncontrollingInterest",
    "ifrs-full:ProfitLossAttributableToNoncontrollingInterests",
  ],
  OtherComprehensiveIncomeLossNetOfTax: [
    "us-gaap:OtherComprehensiveIncomeLossNetOfTax",
    "ifrs-full:OtherComprehensiveIncome",
  ],
  ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest: [
    "us-gaap:ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    "ifrs-full:ComprehensiveIncome",
  ],
  ComprehensiveIncomeNetOfTax: [
    "us-gaap:ComprehensiveIncomeNetOfTax",
    "ifrs-full:ComprehensiveIncomeAttributableToOwnersOfParent",
  ],
  ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest: [
    "us-gaap:ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
    "ifrs-full:ComprehensiveIncomeAttributableToNoncontrollingInterests",
  ],
  RestrictedCash: ["us-gaap:RestrictedCash", "us-gaap:RestrictedCashCurrent"],
  AssetsCurrent: ["us-gaap:AssetsCurrent", "ifrs-full:CurrentAssets"],
  AssetsNoncurrent: ["us-gaap:AssetsNoncurrent", "ifrs-full:NoncurrentAssets"],
  Assets: ["us-gaap:Assets", "ifrs-full:Assets"],
  LiabilitiesCurrent: ["us-gaap:LiabilitiesCurrent", "ifrs-full:CurrentLiabilities"],
  LiabilitiesNoncurrent: ["us-gaap:LiabilitiesNoncurrent", "ifrs-full:NoncurrentLiabilities"],
  Liabilities: ["us-gaap:Liabilities", "ifrs-full:Liabilities"],
  TemporaryEquity: [
    "us-gaap:TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
    "us-gaap:TemporaryEquityCarryingAmountAttributableToParent",
    "us-gaap:RedeemableNoncontrollingInterestEquityCarryingAmount",
  ],
  StockholdersEquity: [
    "us-gaap:StockholdersEquity",
    "ifrs-full:EquityAttributableToOwnersOfParent",
    "us-gaap:PartnersCapital",
    "us-gaap:MembersEquity",
  ],
  MinorityInterest: ["us-gaap:MinorityInterest", "ifrs-full:NoncontrollingInterests"],
  StockholdersEquityIncludingNoncontrollingInterest: [
    "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
    "ifrs-full:Equity",
    "us-gaap:PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest",
  ],
  LiabilitiesAndStockholdersEquity: [
    "us-gaap:LiabilitiesAndStockholdersEquity",
    "ifrs-full:EquityAndLiabilities",
  ],
  NetCashProvidedByUsedInOperatingActivities: [
    "us-gaap:NetCashProvidedByUsedInOperatingActivities",
    "ifrs-full:CashFlowsFromUsedInOperatingActivities",
  ],
  NetCashProvidedByUsedInInvestingActivities: [
    "us-gaap:NetCashProvidedByUsedInInvestingActivities",
    "ifrs-full:CashFlowsFromUsedInInvestingActivities",
  ],
  NetCashProvidedByUsedInFinancingActivities: [
    "us-gaap:NetCashProvidedByUsedInFinancingActivities",
    "ifrs-full:CashFlowsFromUsedInFinancingActivities",
  ],
  EffectOfExchangeRateOnCash: [
    "us-gaap:EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
    "us-gaap:EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncludingDisposalGroupAndDiscontinuedOperations",
    "us-gaap:EffectOfExchangeRateOnCashAndCashEquivalents",
    "ifrs-full:EffectOfExchangeRateChangesOnCashAndCashEquivalents",
  ],
  CashPeriodIncreaseDecrease: [
    "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
    "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect",
    "us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease",
    "us-gaap:CashPeriodIncreaseDecrease",
    "ifrs-full:IncreaseDecreaseInCashAndCashEquivalents",
    "ifrs-full:IncreaseDecreaseInCashAndCashEquivalentsBeforeEffectOfExchangeRateChanges",
  ],
};

/**
 * Totals for which the taxonomies have no second element: a line of that name with another one is not the
 * total of the company ("Total assets" of a table of fair values).
 */
const unmistakable: ReadonlySet<Concept> = new Set([
  "AssetsCurrent",
  "Assets",
  "LiabilitiesCurrent",
  "Liabilities",
  "LiabilitiesAndStockholdersEquity",
  "CashAtBeginningOfPeriod",
  "CashAtEndOfPeriod",
]);

/** Balances of cash: which of our lines it is, the dates of tag and column tell. */
const cashElements = new Set([
  "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
  "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncludingDisposalGroupAndDiscontinuedOperations",
  "us-gaap:CashAndCashEquivalentsAtCarryingValue",
  "us-gaap:Cash",
  "ifrs-full:CashAndCashEquivalents",
]);

/** These are the cash of the balance sheet; the others have restricted cash in them. */
const unrestricted = new Set([
  "us-gaap:CashAndCashEquivalentsAtCarryingValue",
  "us-gaap:Cash",
  "ifrs-full:CashAndCashEquivalents",
]);

export interface TaggedConcept {
  readonly concept: Concept;
  /** 0 for the element that says most of the concept. */
  readonly rank: number;
}

const byElement = new Map<string, TaggedConcept>(
  Object.entries(elements).flatMap(([concept, names]) =>
    names.map((name, rank) => [name, { concept: concept as Concept, rank }] as const),
  ),
);

/**
 * The concept that the tags of a row name, where all of them are of the whole entity and name one. A part
 * of the company (a segment, a class of shares) is a dimension of its tags.
 */
export function taggedConcept(row: Row): TaggedConcept | null {
  let found: TaggedConcept | null = null;
  for (const figure of row.figures) {
    if (!figure?.facts) continue;
    const own = figureConcept(figure);
    if (!own || (found && own.concept !== found.concept)) return null;
    found = found && found.rank <= own.rank ? found : own;
  }
  return found;
}

/** Whether all figures of a row are tagged, and as something that the concept of its caption cannot be. */
export function tagsContradict(row: Row, concept: Concept): boolean {
  if (!unmistakable.has(concept)) return false;
  const ofCash = concept === "CashAtBeginningOfPeriod" || concept === "CashAtEndOfPeriod";
  let tagged = 0;
  for (const figure of row.figures) {
    if (!figure || figure.nil) continue;
    if (!figure.facts) return false;
    for (const { concept: element } of figure.facts) {
      const isOther = ofCash
        ? !/Cash/.test(element)
        : byElement.get(element)?.concept !== concept && /^(?:us-gaap|ifrs-full):/.test(element);
      if (!isOther) return false;
      tagged++;
    }
  }
  return tagged > 0;
}

function figureConcept({ facts, column }: Figure): TaggedConcept | null {
  for (const { concept, dimensions, end, start } of facts ?? []) {
    if (dimensions !== "") return null;
    const known = byElement.get(concept);
    if (known) return known;
    if (!cashElements.has(concept) || start !== null || !column.period) continue;
    const { period } = column;
    if (period.kind === "instant") {
      return unrestricted.has(concept) ? { concept: "CashAndCashEquivalents", rank: 0 } : null;
    }
    if (end === period.end) return { concept: "CashAtEndOfPeriod", rank: 0 };
    return end === dayBefore(period.start) ? { concept: "CashAtBeginningOfPeriod", rank: 0 } : null;
  }
  return null;
}

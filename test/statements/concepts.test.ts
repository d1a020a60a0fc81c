import { describe, expect, it } from "vitest";
import { type Concept, conceptOf } from "../../src/statements/concepts.ts";

describe("conceptOf", () => {
  it.each<[Concept, readonly string[]]>([
    [
      "Revenues",
      ["Revenues", "Total revenues", "Net revenue", "Total net revenues", "Net sales", "Turnover", "REVENUE"],
    ],
    [
      "CostOfRevenue",
      ["Cost of revenues", "Total cost of revenue", "Cost of sales", "Less: Cost of goods sold"],
    ],
    ["GrossProfit", ["Gross profit", "Gross (loss) profit", "Gross loss", "Gross profit/(loss)"]],
    ["OperatingExpenses", ["Total operating expenses", "Total operating expenses, net"]],
    ["CostsAndExpenses", ["Total costs and expenses", "Total operating costs and expenses"]],
    [
      "OperatingIncomeLoss",
      [
        "Operating loss",
        "(Loss) income from operations",
        "Operating profit/(loss)",
        "Results from operating activities",
      ],
    ],
    [
      "IncomeLossBeforeIncomeTaxes",
      [
        "Loss before income taxes",
        "Profit before tax",
        "(Loss)/income before income tax",
        "Profit before taxation",
      ],
    ],
    [
      "IncomeTaxExpenseBenefit",
      ["Income tax expense", "Income tax (expense) benefit", "Provision for income taxes", "Taxation"],
    ],
    [
      "ProfitLoss",
      [
        "Net loss",
        "Net income (loss)",
        "Profit for the year",
        "Loss for the period",
        "Consolidated net income",
      ],
    ],
    [
      "NetIncomeLoss",
      [
        "Net loss attributable to ordinary shareholders",
        "Profit attributable to owners of the parent",
        "Net income attributable to Aldermoor Limited",
        "Net income available to common stockholders",
      ],
    ],
    [
      "NetIncomeLossAttributableToNoncontrollingInterest",
      [
        "Less: net loss attributable to non-controlling interests",
        "Net income attributable to noncontrolling interest",
      ],
    ],
    [
      "OtherComprehensiveIncomeLossNetOfTax",
      ["Other comprehensive income (loss), net of tax", "Total other comprehensive loss"],
    ],
    [
      "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
      ["Comprehensive loss", "Total comprehensive income for the year"],
    ],
    ["AssetsCurrent", ["Total current assets", "TOTAL CURRENT ASSETS"]],
    ["AssetsNoncurrent", ["Total non-current assets", "Total noncurrent assets"]],
    ["Assets", ["Total assets"]],
    ["Liabilities", ["Total liabilities"]],
    ["TemporaryEquity", ["Total mezzanine equity"]],
    [
      "StockholdersEquity",
      [
        "Total shareholders’ equity",
        "Total stockholders' deficit",
        "Total Aldermoor Limited shareholders' equity",
        "Equity attributable to owners of the parent",
      ],
    ],
    ["StockholdersEquityIncludingNoncontrollingInterest", ["Total equity"]],
    ["MinorityInterest", ["Non-controlling interests", "Noncontrolling interest", "Minority interests"]],
    [
      "LiabilitiesAndStockholdersEquity",
      [
        "Total liabilities and shareholders' equity",
        "Total liabilities, mezzanine equity and shareholders’ deficit",
        "Total equity and liabilities",
      ],
    ],
    [
      "NetCashProvidedByUsedInOperatingActivities",
      [
        "Net cash (used in) provided by operating activities",
        "Net cash generated from operating activities",
        "Total cash from operating activities",
      ],
    ],
    [
      "CashPeriodIncreaseDecrease",
      [
        "Net increase (decrease) in cash and cash equivalents",
        "Net change in cash, cash equivalents and restricted cash",
        "Net change",
      ],
    ],
    ["CashAtBeginningOfPeriod", ["Cash, cash equivalents and restricted cash at beginning of period"]],
    ["CashAtEndOfPeriod", ["Cash and cash equivalents at the end of the year"]],
    [
      "EffectOfExchangeRateOnCash",
      [
        "Effect of exchange rate changes on cash",
        "Effect of foreign exchange rate changes on cash and cash equivalents",
      ],
    ],
  ])("%s", (concept, captions) => {
    expect(captions.map((caption) => [caption, conceptOf(caption)])).toEqual(
      captions.map((caption) => [caption, concept]),
    );
  });

  it.each([
    ["Total assets", "Total assets less current liabilities"],
    ["Total assets", "Average total assets"],
    ["Total current assets", "Net current assets"],
    ["Total current assets", "Other current assets"],
    ["Total liabilities", "Total liabilities and shareholders' equity"],
    ["Total liabilities", "Total current liabilities"],
    ["Cost of revenues", "Cost of revenues - related parties"],
    ["Revenues", "Revenues from related parties"],
    ["Revenues", "Deferred revenue"],
    ["Revenues", "Other revenues"],
    ["Gross profit", "Adjusted gross profit"],
    ["Gross profit", "Non-GAAP gross profit"],
    ["Net loss", "Adjusted net loss"],
    ["Net loss", "Net loss per share"],
    ["Net loss", "Net loss attributable to non-controlling interests"],
    ["Net loss", "Net loss from continuing operations"],
    ["Net loss", "Comprehensive loss"],
    ["Net loss attributable to ordinary shareholders", "Net loss attributable to non-controlling interests"],
    ["Comprehensive loss", "Other comprehensive loss"],
    ["Operating loss", "Other operating loss"],
    ["Operating loss", "Adjusted operating loss"],
    ["Total operating expenses", "Other operating expenses"],
    ["Cash and cash equivalents", "Restricted cash"],
    ["Cash and cash equivalents", "Cash and cash equivalents at end of year"],
    ["Income tax expense", "Deferred income tax expense"],
    ["Income tax expense", "Income tax payable"],
    ["Income before income tax", "Income before income tax and share of results of associates"],
    ["Total shareholders' equity", "Total equity"],
    ["Non-controlling interests", "Redeemable non-controlling interests"],
  ])("keeps %j and %j apart", (one, other) => {
    expect(conceptOf(one)).not.toBeNull();
    expect(conceptOf(other)).not.toBe(conceptOf(one));
  });

  it.each([
    "Other income, net",
    "Other loss, net",
    "Net assets",
    "Earnings per share",
    "",
    "Total",
    "Change in deferred tax",
  ])("knows no concept of %j", (caption) => {
    expect(conceptOf(caption)).toBeNull();
  });
});

/** Statements of companies under IFRS, of utilities, of companies without revenue, of several quarters. */
import { add, type Draw, line, neg, type Part, perShare, round, sub, type Vector } from "../sheet.ts";
import type { Kind } from "./financial.ts";

const eps = (result: Vector, shares: Vector, digits: number, factor = 1): number[] =>
  result.map((x, i) => round((x * factor * 10 ** digits) / (shares[i] ?? 1)) / 10 ** digits);

/** An interim report of a Hong Kong issuer, with a column of notes. */
function interim(d: Draw, money: string): readonly Part[] {
  const noted = (note: string, values: Vector): (number | string)[] => [note, ...values];
  const revenue = d.v(400000, 900000);
  const cost = d.v(200000, 380000);
  const gross = sub(revenue, cost);
  const [other, selling, admin, credit] = [
    d.v(2000, 9000),
    d.v(60000, 250000),
    d.v(90000, 300000),
    d.v(-3000, 3000),
  ];
  const operating = add(sub(add(gross, other), selling, admin), credit);
  const [income, costs, share] = [d.v(900, 4000), d.v(3000, 12000), d.v(-4000, 4000)];
  const before = add(sub(add(operating, income), costs), share);
  const tax = d.v(-9000, 9000);
  const result = add(before, tax);
  const minority = d.v(-9000, 9000);
  const owners = sub(result, minority);
  const exchange = d.v(-20000, 20000);
  const comprehensive = add(result, exchange);
  const shares = d.v(1500000, 1600000);
  return [
    "ALDERMOOR HOLDINGS LIMITED (Incorporated in the Cayman Islands with limited liability)",
    "INTERIM RESULTS ANNOUNCEMENT FOR THE SIX MONTHS ENDED 30 JUNE 2024",
    {
      title: "CONDENSED CONSOLIDATED STATEMENT OF PROFIT OR LOSS AND OTHER COMPREHENSIVE INCOME",
      heads: [
        ["", "Six months ended 30 June", ""],
        ["", "2024", "2023"],
        ["Notes", money, money],
        ["", "(Unaudited)", "(Unaudited)"],
      ],
      lines: [
        line("Revenue", noted("4", revenue)),
        line("Cost of sales", noted("", neg(cost))),
        line("Gross profit", noted("", gross)),
        line("Other income and gains", noted("5", other)),
        line("Selling and distribution expenses", noted("", neg(selling))),
        line("Administrative expenses", noted("", neg(admin))),
        line("(Impairment losses)/reversal of impairment on trade receivables", noted("11", credit)),
        line("Loss from operations", noted("", operating)),
        line("Finance income", noted("", income)),
        line("Finance costs", noted("6", neg(costs))),
        line("Share of results of associates", noted("", share)),
        line("Loss before taxation", noted("7", before)),
        line("Income tax credit/(expense)", noted("8", tax)),
        line("Loss for the period", noted("", result)),
        line("Other comprehensive income for the period", noted("", exchange)),
        line("Total comprehensive income for the period", noted("", comprehensive)),
        line("Loss for the period attributable to:"),
        line("Owners of the Company", noted("", owners)),
        line("Non-controlling interests", noted("", minority)),
        line("", noted("", result)),
        perShare("Loss per share (cents) - basic and diluted", ["10", ...eps(owners, shares, 2, 100)]),
      ],
    },
  ];
}

/** Assets less current liabilities, and net assets. */
function position(d: Draw, money: string, third: boolean): readonly Part[] {
  const of = (low: number, high: number): number[] => d.of(third ? 3 : 2, low, high);
  const [plant, goodwill] = [of(300000, 500000), of(50000, 90000)];
  const fixed = add(plant, goodwill);
  const [stock, trade, cash] = [of(90000, 150000), of(120000, 200000), of(50000, 90000)];
  const current = add(stock, trade, cash);
  const [payable, loans] = [of(90000, 150000), of(50000, 90000)];
  const due = add(payable, loans);
  const net = sub(current, due);
  const less = add(fixed, net);
  const [bonds, deferred] = [of(90000, 150000), of(5000, 9000)];
  const long = add(bonds, deferred);
  const assets = sub(less, long);
  const [capital, minority] = [assets.map(() => 15840), of(4000, 9000)];
  const reserves = sub(assets, capital, minority);
  const noted = (note: string, values: Vector): (number | string)[] => [note, ...values];
  const dates = third
    ? ["", "31 December 2024", "31 December 2023 (restated)", "1 January 2023 (restated)"]
    : ["", "30 June 2024", "31 December 2023"];
  return [
    "ALDERMOOR HOLDINGS LIMITED",
    {
      title: "CONSOLIDATED STATEMENT OF FINANCIAL POSITION",
      heads: [dates, ["Notes", ...dates.slice(1).map(() => money)]],
      lines: [
        line("Non-current assets"),
        line("Property, plant and equipment", noted("9", plant)),
        line("Goodwill", noted("10", goodwill)),
        line("", noted("", fixed)),
        line("Current assets"),
        line("Inventories", noted("", stock)),
        line("Trade and other receivables", noted("11", trade)),
        line("Cash and cash equivalents", noted("", cash)),
        line("", noted("", current)),
        line("Current liabilities"),
        line("Trade and other payables", noted("12", payable)),
        line("Bank borrowings", noted("13", loans)),
        line("", noted("", due)),
        line("Net current assets", noted("", net)),
        line("Total assets less current liabilities", noted("", less)),
        line("Non-current liabilities"),
        line("Bonds", noted("", bonds)),
        line("Deferred tax liabilities", noted("", deferred)),
        line("", noted("", long)),
        line("Net assets", noted("", assets)),
        line("Capital and reserves"),
        line("Share capital", noted("14", capital)),
        line("Reserves", noted("", reserves)),
        line("Equity attributable to owners of the Company", noted("", add(capital, reserves))),
        line("Non-controlling interests", noted("", minority)),
        line("Total equity", noted("", assets)),
      ],
    },
  ];
}

/** A European or British group: amounts in millions with a decimal, expenses by nature. */
function byNature(d: Draw, money: string, perShareIn: string, factor: number): readonly Part[] {
  const tenths = (low: number, high: number): number[] => d.v(low, high).map((x) => x / 10);
  const t = (x: Vector): number[] => x.map((y) => Math.round(y * 10) / 10);
  const [sales, other] = [tenths(40000, 60000), tenths(500, 1500)];
  const [materials, staff, depreciation, rest] = [
    tenths(15000, 20000),
    tenths(9000, 15000),
    tenths(2000, 4000),
    tenths(2000, 5000),
  ];
  const operating = t(sub(add(sales, other), materials, staff, depreciation, rest));
  const [income, costs] = [tenths(50, 200), tenths(300, 900)];
  const before = t(sub(add(operating, income), costs));
  const tax = tenths(500, 2500);
  const result = t(sub(before, tax));
  const minority = tenths(50, 300);
  const owners = t(sub(result, minority));
  const shares = tenths(2400, 2600);
  const print = (caption: string, values: Vector) => ({ caption, cells: [...values], digits: 1 });
  return [
    "Aldermoor Group plc",
    {
      title: `CONSOLIDATED INCOME STATEMENT (${money})`,
      heads: [["Year ended 31 December 2024", "Year ended 31 December 2023"]],
      lines: [
        print("Revenue", sales),
        print("Other operating income", other),
        print("Raw materials and consumables used", neg(materials)),
        print("Employee benefits expense", neg(staff)),
        print("Depreciation and amortisation", neg(depreciation)),
        print("Other operating expenses", neg(rest)),
        print("Operating profit", operating),
        print("Finance income", income),
        print("Finance costs", neg(costs)),
        print("Profit before tax", before),
        print("Taxation", neg(tax)),
        print("Profit for the year", result),
        line("Attributable to:"),
        print("Equity holders of the parent", owners),
        print("Non-controlling interests", minority),
        print("Weighted average number of shares (millions)", shares),
        perShare(`Basic earnings per share (${perShareIn})`, eps(owners, shares, 1, factor), 1),
      ],
    },
  ];
}

export const statementKinds: Readonly<Record<string, Kind>> = {
  "interim report, HK$'000": { columns: 2, make: (d) => interim(d, "HK$'000") },
  "interim report, RMB'000": { columns: 2, make: (d) => interim(d, "RMB'000") },
  "interim report, S$'000": { columns: 2, make: (d) => interim(d, "S$'000") },
  "net assets, £'000": { columns: 2, make: (d) => position(d, "£'000", false) },
  "net assets, CHF'000, a third balance sheet": { columns: 3, make: (d) => position(d, "CHF'000", true) },
  "by nature, £m and pence": { columns: 2, make: (d) => byNature(d, "£m", "pence", 100) },
  "by nature, €m and euro": { columns: 2, make: (d) => byNature(d, "€m", "€", 1) },
  "a Japanese company, millions of yen": {
    columns: 2,
    make(d) {
      const sales = d.v(400000, 900000);
      const cost = d.v(200000, 380000);
      const gross = sub(sales, cost);
      const selling = d.v(90000, 500000);
      const operating = sub(gross, selling);
      const [interest, dividends] = [d.v(100, 900), d.v(500, 2500)];
      const income = add(interest, dividends);
      const [paid, exchange] = [d.v(300, 900), d.v(500, 3000)];
      const expenses = add(paid, exchange);
      const ordinary = sub(add(operating, income), expenses);
      const [current, deferred] = [d.v(9000, 30000), d.v(-3000, 3000)];
      const tax = add(current, deferred);
      const result = sub(ordinary, tax);
      const others = d.v(-900, 900);
      return [
        "Aldermoor Kogyo Co., Ltd.",
        {
          title: "CONSOLIDATED STATEMENTS OF INCOME (Millions of yen)",
          heads: [["Fiscal year ended March 31, 2024", "Fiscal year ended March 31, 2023"]],
          lines: [
            line("Net sales", sales),
            line("Cost of sales", cost),
            line("Gross profit", gross),
            line("Selling, general and administrative expenses", selling),
            line("Operating profit (loss)", operating),
            line("Non-operating income:"),
            line("Interest income", interest),
            line("Dividend income", dividends),
            line("Total non-operating income", income),
            line("Non-operating expenses:"),
            line("Interest expenses", paid),
            line("Foreign exchange losses", exchange),
            line("Total non-operating expenses", expenses),
            line("Ordinary profit (loss)", ordinary),
            line("Income taxes - current", current),
            line("Income taxes - deferred", deferred),
            line("Total income taxes", tax),
            line("Profit (loss)", result),
            line("Profit (loss) attributable to non-controlling interests", others),
            line("Profit (loss) attributable to owners of parent", sub(result, others)),
          ],
        },
      ];
    },
  },
  "an Indian company, lakhs": {
    columns: 2,
    make(d) {
      const [sales, other] = [d.v(1000000, 9000000), d.v(10000, 90000)];
      const income = add(sales, other);
      const [materials, staff, interest, worn, rest] = [
        d.v(500000, 900000),
        d.v(100000, 200000),
        d.v(10000, 90000),
        d.v(20000, 90000),
        d.v(50000, 150000),
      ];
      const expenses = add(materials, staff, interest, worn, rest);
      const before = sub(income, expenses);
      const [current, deferred] = [d.v(10000, 200000), d.v(-5000, 5000)];
      const tax = add(current, deferred);
      return [
        "Aldermoor Industries Limited",
        {
          title: "STATEMENT OF STANDALONE AUDITED FINANCIAL RESULTS (Rs. in lakhs)",
          heads: [["Year ended 31 March 2024", "Year ended 31 March 2023"]],
          lines: [
            line("Revenue from operations", sales),
            line("Other income", other),
            line("Total income", income),
            line("Expenses:"),
            line("Cost of materials consumed", materials),
            line("Employee benefits expense", staff),
            line("Finance costs", interest),
            line("Depreciation and amortisation expense", worn),
            line("Other expenses", rest),
            line("Total expenses", expenses),
            line("Profit before tax", before),
            line("Tax expense:"),
            line("Current tax", current),
            line("Deferred tax", deferred),
            line("Total tax expense", tax),
            line("Profit for the year", sub(before, tax)),
          ],
        },
      ];
    },
  },
  "a utility": {
    columns: 2,
    make(d) {
      const [electric, gas, other] = [d.v(4000, 6000), d.v(1500, 2500), d.v(100, 300)];
      const revenues = add(electric, gas, other);
      const [fuel, bought, operation, worn, taxes] = [
        d.v(900, 1500),
        d.v(500, 900),
        d.v(1000, 1500),
        d.v(500, 900),
        d.v(200, 500),
      ];
      const expenses = add(fuel, bought, operation, worn, taxes);
      const operating = sub(revenues, expenses);
      const [equity, rest] = [d.v(50, 150), d.v(-30, 30)];
      const more = add(equity, rest);
      const [debt, allowance] = [d.v(300, 600), neg(d.v(10, 50))];
      const charges = add(debt, allowance);
      const before = sub(add(operating, more), charges);
      const tax = d.v(-50, 200);
      const result = sub(before, tax);
      return [
        "Harbour Energy Corporation",
        {
          title: "CONSOLIDATED STATEMENTS OF INCOME (in millions)",
          heads: [
            ["Year ended December 31,", ""],
            ["2024", "2023"],
          ],
          lines: [
            line("Operating revenues"),
            line("Electric", electric),
            line("Natural gas", gas),
            line("Other", other),
            line("Total operating revenues", revenues),
            line("Operating expenses"),
            line("Fuel used in generation", fuel),
            line("Purchased power", bought),
            line("Operation and maintenance", operation),
            line("Depreciation and amortization", worn),
            line("Taxes other than income taxes", taxes),
            line("Total operating expenses", expenses),
            line("Operating income", operating),
            line("Other income (expense)"),
            line("Allowance for equity funds used during construction", equity),
            line("Other, net", rest),
            line("Total other income", more),
            line("Interest charges"),
            line("Interest on long-term debt", debt),
            line("Allowance for borrowed funds used during construction", allowance),
            line("Total interest charges", charges),
            line("Income before income taxes", before),
            line("Income tax expense (benefit)", tax),
            line("Net income", result),
          ],
        },
      ];
    },
  },
  "a developer of drugs, without revenue": {
    columns: 4,
    make(d) {
      const [research, general] = [d.v(9000, 30000), d.v(3000, 9000)];
      const expenses = add(research, general);
      const loss = neg(expenses);
      const [interest, warrants] = [d.v(300, 2500), d.v(-900, 900)];
      const other = add(interest, warrants);
      const result = add(loss, other);
      const shares = d.v(30000000, 60000000);
      return [
        "Harbour Therapeutics, Inc.",
        {
          title: "CONDENSED STATEMENTS OF OPERATIONS (in thousands, except share and per share amounts)",
          heads: [
            ["Three Months Ended September 30,", "", "Nine Months Ended September 30,", ""],
            ["2024", "2023", "2024", "2023"],
          ],
          lines: [
            line("Operating expenses:"),
            line("Research and development", research),
            line("General and administrative", general),
            line("Total operating expenses", expenses),
            line("Loss from operations", loss),
            line("Other income (expense):"),
            line("Interest income", interest),
            line("Change in fair value of warrants", warrants),
            line("Total other income (expense), net", other),
            line("Net loss", result),
            perShare(
              "Net loss per share, basic and diluted",
              result.map((x, i) => round((x * 1000 * 100) / (shares[i] ?? 1)) / 100),
            ),
            line("Weighted-average shares outstanding, basic and diluted", shares),
          ],
        },
      ];
    },
  },
  "cash flows, exchange effect behind the change, supplemental items": {
    columns: 2,
    make(d) {
      const result = d.v(9000, 30000);
      const [worn, stock, deferred] = [d.v(4000, 9000), d.v(900, 3000), d.v(-900, 900)];
      const [receivables, inventories, payables] = [d.v(-3000, 3000), d.v(-3000, 3000), d.v(-3000, 3000)];
      const operating = add(result, worn, stock, deferred, receivables, inventories, payables);
      const [plant, sold, bought] = [neg(d.v(4000, 9000)), d.v(100, 900), neg(d.v(900, 9000))];
      const investing = add(plant, sold, bought);
      const [borrowed, repaid, dividends] = [d.v(3000, 9000), neg(d.v(3000, 9000)), neg(d.v(900, 3000))];
      const financing = add(borrowed, repaid, dividends);
      const change = add(operating, investing, financing);
      const exchange = d.v(-500, 500);
      const all = add(change, exchange);
      const opening = d.between(40000, 60000);
      const begin = [opening + (all[1] ?? 0), opening];
      return [
        "Harbour Tools Inc.",
        {
          title: "CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)",
          heads: [
            ["Year ended December 31,", ""],
            ["2024", "2023"],
          ],
          lines: [
            line("Cash flows from operating activities:"),
            line("Net income", result),
            line("Adjustments to reconcile net income to net cash provided by operating activities:"),
            line("Depreciation and amortization", worn),
            line("Stock-based compensation", stock),
            line("Deferred income taxes", deferred),
            line("Changes in operating assets and liabilities:"),
            line("Accounts receivable", receivables),
            line("Inventories", inventories),
            line("Accounts payable", payables),
            line("Net cash provided by operating activities", operating),
            line("Cash flows from investing activities:"),
            line("Purchases of property and equipment", plant),
            line("Proceeds from sale of equipment", sold),
            line("Purchases of businesses, net of cash acquired", bought),
            line("Net cash used in investing activities", investing),
            line("Cash flows from financing activities:"),
            line("Proceeds from borrowings", borrowed),
            line("Repayment of borrowings", repaid),
            line("Dividends paid", dividends),
            line("Net cash provided by (used in) financing activities", financing),
            line("Net increase (decrease) in cash, cash equivalents and restricted cash", change),
            line("Cash, cash equivalents and restricted cash at beginning of year", begin),
            line("Effect of exchange rate changes on cash", exchange),
            line("Cash, cash equivalents and restricted cash at end of year", add(begin, all)),
            line("Supplemental disclosures:"),
            line("Cash paid for interest", d.v(900, 3000)),
            line("Cash paid for income taxes", d.v(900, 3000)),
            line("Right-of-use assets obtained in exchange for lease liabilities", d.v(900, 3000)),
          ],
        },
      ];
    },
  },
  "five quarters and two years": {
    columns: 5,
    make(d) {
      const quarters = (low: number, high: number): number[] => {
        const q = d.of(8, low, high);
        return [
          ...q.slice(3),
          q.slice(4).reduce((a, b) => a + b, 0),
          q.slice(0, 4).reduce((a, b) => a + b, 0),
        ];
      };
      const [products, services] = [quarters(4000, 9000), quarters(1000, 3000)];
      const revenue = add(products, services);
      const cost = quarters(2000, 3900);
      const gross = sub(revenue, cost);
      const [research, selling] = [quarters(500, 900), quarters(500, 1500)];
      const expenses = add(research, selling);
      const operating = sub(gross, expenses);
      const other = quarters(-90, 90);
      const before = add(operating, other);
      const tax = quarters(100, 300);
      return [
        "Harbour Tools Inc.",
        {
          title: "QUARTERLY RESULTS (in millions)",
          heads: [
            ["Three Months Ended", "", "", "", "", "Twelve Months Ended", ""],
            [
              "Dec 31, 2023",
              "Mar 31, 2024",
              "Jun 30, 2024",
              "Sep 30, 2024",
              "Dec 31, 2024",
              "Dec 31, 2024",
              "Dec 31, 2023",
            ],
          ],
          lines: [
            line("Products", products),
            line("Services", services),
            line("Total revenue", revenue),
            line("Cost of revenue", cost),
            line("Gross profit", gross),
            line("Research and development", research),
            line("Selling, general and administrative", selling),
            line("Total operating expenses", expenses),
            line("Operating income", operating),
            line("Other income (expense), net", other),
            line("Income before income taxes", before),
            line("Provision for income taxes", tax),
            line("Net income", sub(before, tax)),
          ],
        },
      ];
    },
  },
};

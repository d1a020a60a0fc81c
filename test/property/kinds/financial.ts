/** Banks, insurers, funds, real estate, partnerships, blank-check companies. */
import { add, type Draw, line, neg, type Part, percentOf, perShare, percents, round, sub } from "../sheet.ts";

export interface Kind {
  readonly columns: number;
  make(draw: Draw): readonly Part[];
}

const quarters = [
  ["Three months ended June 30,", ""],
  ["2024", "2023"],
];
const years = [
  ["Year ended December 31,", ""],
  ["2024", "2023"],
];
const dates = [["December 31, 2024", "December 31, 2023"]];

export const financialKinds: Readonly<Record<string, Kind>> = {
  "bank, income": {
    columns: 2,
    make(d) {
      const [loans, securities, other] = [d.v(5000, 9000), d.v(800, 2000), d.v(20, 300)];
      const interest = add(loans, securities, other);
      const [deposits, borrowings] = [d.v(800, 2500), d.v(100, 900)];
      const expense = add(deposits, borrowings);
      const net = sub(interest, expense);
      const provision = d.v(-200, 700);
      const after = sub(net, provision);
      const [fees, trust, gains] = [d.v(300, 700), d.v(100, 400), d.v(-90, 90)];
      const income = add(fees, trust, gains);
      const [staff, rent, data, deposit] = [d.v(1500, 2500), d.v(200, 400), d.v(100, 300), d.v(20, 90)];
      const costs = add(staff, rent, data, deposit);
      const before = sub(add(after, income), costs);
      const tax = before.map((x) => round(x * 0.21));
      const result = sub(before, tax);
      const shares = d.v(1100, 1400);
      const preferred = d.v(20, 60);
      const common = sub(result, preferred);
      return [
        "Harbour Bancorp",
        {
          title: "CONSOLIDATED STATEMENTS OF INCOME (in thousands, except per share data) (unaudited)",
          heads: quarters,
          lines: [
            line("Interest income:"),
            line("Loans, including fees", loans),
            line("Securities", securities),
            line("Federal funds sold and other", other),
            line("Total interest income", interest),
            line("Interest expense:"),
            line("Deposits", deposits),
            line("Borrowings", borrowings),
            line("Total interest expense", expense),
            line("Net interest income", net),
            line("Provision for (recovery of) credit losses", provision),
            line("Net interest income after provision for credit losses", after),
            line("Noninterest income:"),
            line("Service charges on deposit accounts", fees),
            line("Trust and wealth management", trust),
            line("Net gains (losses) on sales of securities", gains),
            line("Total noninterest income", income),
            line("Noninterest expense:"),
            line("Salaries and employee benefits", staff),
            line("Occupancy and equipment", rent),
            line("Data processing", data),
            line("FDIC insurance", deposit),
            line("Total noninterest expense", costs),
            line("Income before income taxes", before),
            line("Income tax expense", tax),
            line("Net income", result),
            line("Preferred stock dividends", preferred),
            line("Net income available to common shareholders", common),
            line("Weighted average common shares outstanding", shares),
            perShare(
              "Earnings per common share",
              common.map((x, i) => round((x * 100) / (shares[i] ?? 1)) / 100),
            ),
          ],
        },
      ];
    },
  },
  "bank, balance sheet without current sections": {
    columns: 2,
    make(d) {
      const [due, fed] = [d.v(900, 3000), d.v(5000, 9000)];
      const cash = add(due, fed);
      const [afs, htm, hfs] = [d.v(20000, 40000), d.v(9000, 15000), d.v(300, 900)];
      const gross = d.v(150000, 220000);
      const allowance = d.v(1500, 2900);
      const net = sub(gross, allowance);
      const [premises, goodwill, other] = [d.v(2000, 4000), d.v(3000, 6000), d.v(1000, 3000)];
      const assets = add(cash, afs, htm, hfs, net, premises, goodwill, other);
      const [free, paying] = [d.v(40000, 60000), d.v(90000, 120000)];
      const deposits = add(free, paying);
      const [borrowed, notes, payable] = [d.v(9000, 20000), d.v(2000, 4000), d.v(1000, 3000)];
      const liabilities = add(deposits, borrowed, notes, payable);
      const [stock, paid, loss] = [d.v(100, 200), d.v(5000, 9000), neg(d.v(500, 3000))];
      const equity = sub(assets, liabilities);
      const retained = sub(equity, stock, paid, loss);
      return [
        "Harbour Bancorp",
        {
          title: "CONSOLIDATED BALANCE SHEETS (in thousands)",
          heads: dates,
          lines: [
            line("Assets"),
            line("Cash and due from banks", due),
            line("Interest-bearing deposits with banks", fed),
            line("Total cash and cash equivalents", cash),
            line("Securities available for sale, at fair value", afs),
            line("Securities held to maturity", htm),
            line("Loans held for sale", hfs),
            line("Loans", gross),
            line("Less: allowance for credit losses", neg(allowance)),
            line("Loans, net", net),
            line("Premises and equipment, net", premises),
            line("Goodwill", goodwill),
            line("Other assets", other),
            line("Total assets", assets),
            line("Liabilities and Shareholders' Equity"),
            line("Deposits:"),
            line("Noninterest-bearing", free),
            line("Interest-bearing", paying),
            line("Total deposits", deposits),
            line("Federal Home Loan Bank advances", borrowed),
            line("Subordinated notes", notes),
            line("Accrued expenses and other liabilities", payable),
            line("Total liabilities", liabilities),
            line("Common stock, no par value; 20,000 shares authorized", stock),
            line("Additional paid-in capital", paid),
            line("Retained earnings", retained),
            line("Accumulated other comprehensive loss", loss),
            line("Total shareholders' equity", equity),
            line("Total liabilities and shareholders' equity", assets),
          ],
        },
      ];
    },
  },
  "bank, average balances and yields": {
    columns: 6,
    make(d) {
      const average = (caption: string, low: number, high: number) => {
        const balances = [d.between(low, high), d.between(low, high)] as const;
        const interests = balances.map((x) => Math.round(x * (0.02 + d.between(0, 40) / 1000))) as [
          number,
          number,
        ];
        return { caption, balances, interests };
      };
      const loans = average("Loans", 150000, 200000);
      const bonds = average("Taxable securities", 30000, 60000);
      const banks = average("Deposits in banks", 3000, 9000);
      const row = (caption: string, b: readonly number[], i: readonly number[]) => {
        const rate = (k: number): string => `${(((i[k] ?? 0) * 100) / (b[k] ?? 1)).toFixed(2)}%`;
        return line(caption, [b[0] ?? 0, i[0] ?? 0, rate(0), b[1] ?? 0, i[1] ?? 0, rate(1)]);
      };
      const all = [loans, bonds, banks];
      const balances = add(...all.map((x) => [...x.balances]));
      const interests = add(...all.map((x) => [...x.interests]));
      const others = d.of(2, 9000, 20000);
      const whole = add(balances, others);
      return [
        "Harbour Bancorp",
        {
          title: "AVERAGE BALANCES, INTEREST AND RATES (in thousands)",
          heads: [
            ["Year ended December 31, 2024", "", "", "Year ended December 31, 2023", "", ""],
            ["Average Balance", "Interest", "Yield/Rate", "Average Balance", "Interest", "Yield/Rate"],
          ],
          lines: [
            ...all.map((x) => row(x.caption, x.balances, x.interests)),
            row("Total interest-earning assets", balances, interests),
            line("Noninterest-earning assets", [others[0] ?? 0, null, null, others[1] ?? 0, null, null]),
            line("Total assets", [whole[0] ?? 0, null, null, whole[1] ?? 0, null, null]),
          ],
        },
      ];
    },
  },
  "insurer, income": {
    columns: 2,
    make(d) {
      const [premiums, investment, gains, other] = [
        d.v(40000, 60000),
        d.v(4000, 7000),
        d.v(-900, 900),
        d.v(200, 600),
      ];
      const revenues = add(premiums, investment, gains, other);
      const [claims, acquisition, underwriting, interest] = [
        d.v(25000, 36000),
        d.v(5000, 8000),
        d.v(3000, 5000),
        d.v(300, 800),
      ];
      const expenses = add(claims, acquisition, underwriting, interest);
      const before = sub(revenues, expenses);
      const [current, deferred] = [d.v(500, 1500), d.v(-300, 300)];
      const tax = add(current, deferred);
      const result = sub(before, tax);
      const unrealized = d.v(-2000, 2000);
      return [
        "Harbour Mutual Insurance Group",
        {
          title: "CONSOLIDATED STATEMENTS OF INCOME AND COMPREHENSIVE INCOME (in thousands)",
          heads: years,
          lines: [
            line("Revenues"),
            line("Net premiums earned", premiums),
            line("Net investment income", investment),
            line("Net realized investment gains (losses)", gains),
            line("Fee and other income", other),
            line("Total revenues", revenues),
            line("Benefits, losses and expenses"),
            line("Losses and loss adjustment expenses", claims),
            line("Amortization of deferred policy acquisition costs", acquisition),
            line("Other underwriting expenses", underwriting),
            line("Interest expense", interest),
            line("Total benefits, losses and expenses", expenses),
            line("Income (loss) before income taxes", before),
            line("Income tax expense (benefit):"),
            line("Current", current),
            line("Deferred", deferred),
            line("Total income tax expense (benefit)", tax),
            line("Net income (loss)", result),
            line("Other comprehensive income (loss), net of tax", unrealized),
            line("Comprehensive income (loss)", add(result, unrealized)),
          ],
        },
        {
          title: "UNDERWRITING RATIOS",
          heads: years,
          lines: [
            percents("Loss ratio", percentOf(claims, premiums)),
            percents("Expense ratio", percentOf(add(acquisition, underwriting), premiums)),
          ],
        },
      ];
    },
  },
  "insurer, reserves rolled forward": {
    columns: 2,
    make(d) {
      const open = d.v(40000, 60000);
      const ceded = d.v(3000, 6000);
      const net = sub(open, ceded);
      const [now, before] = [d.v(20000, 30000), d.v(-900, 900)];
      const incurred = add(now, before);
      const [paidNow, paidBefore] = [d.v(9000, 14000), d.v(8000, 13000)];
      const paid = add(paidNow, paidBefore);
      const end = sub(add(net, incurred), paid);
      const recoverable = d.v(3000, 6000);
      return [
        "Harbour Mutual Insurance Group",
        {
          title: "LIABILITY FOR UNPAID LOSSES (in thousands)",
          heads: years,
          lines: [
            line("Gross balance at beginning of year", open),
            line("Less reinsurance recoverables", ceded),
            line("Net balance at beginning of year", net),
            line("Incurred related to:"),
            line("Current year", now),
            line("Prior years", before),
            line("Total incurred", incurred),
            line("Paid related to:"),
            line("Current year", paidNow),
            line("Prior years", paidBefore),
            line("Total paid", paid),
            line("Net balance at end of year", end),
            line("Plus reinsurance recoverables", recoverable),
            line("Gross balance at end of year", add(end, recoverable)),
          ],
        },
      ];
    },
  },
  "real estate, funds from operations": {
    columns: 2,
    make(d) {
      const result = d.v(9000, 20000);
      const [depreciation, impairment, sale] = [d.v(15000, 30000), d.v(0, 900), neg(d.v(500, 4000))];
      const ffo = add(result, depreciation, impairment, sale);
      const [stock, straight, capex] = [d.v(900, 2500), neg(d.v(500, 1500)), neg(d.v(900, 3000))];
      const affo = add(ffo, stock, straight, capex);
      const shares = d.v(20000, 26000);
      const each = (x: readonly number[]): number[] =>
        x.map((amount, i) => round((amount * 100) / (shares[i] ?? 1)) / 100);
      return [
        "Harbour Realty Trust, Inc.",
        {
          title: "RECONCILIATION OF NET INCOME TO FFO AND AFFO (in thousands, except per share amounts)",
          heads: quarters,
          lines: [
            line("Net income attributable to common stockholders", result),
            line("Real estate depreciation and amortization", depreciation),
            line("Impairment of real estate", impairment),
            line("Gain on sale of real estate", sale),
            line("Funds from operations (FFO)", ffo),
            line("Stock-based compensation", stock),
            line("Straight-line rent adjustments", straight),
            line("Recurring capital expenditures", capex),
            line("Adjusted funds from operations (AFFO)", affo),
            line("Weighted average shares - diluted", shares),
            perShare("FFO per diluted share", each(ffo)),
            perShare("AFFO per diluted share", each(affo)),
          ],
        },
        {
          title: "NET OPERATING INCOME (in thousands)",
          heads: quarters,
          lines: noi(d),
        },
      ];
    },
  },
  "partnership, balance sheet and units": {
    columns: 2,
    make(d) {
      const [cash, receivables] = [d.v(2000, 9000), d.v(9000, 20000)];
      const current = add(cash, receivables);
      const pipes = d.v(90000, 120000);
      const assets = add(current, pipes);
      const [payables, debt] = [d.v(4000, 9000), d.v(30000, 60000)];
      const liabilities = add(payables, debt);
      const [general, others] = [d.v(500, 1500), d.v(2000, 5000)];
      const limited = sub(assets, liabilities, general, others);
      const capital = add(limited, general);
      return [
        "Harbour Pipeline Partners, L.P.",
        {
          title: "CONSOLIDATED BALANCE SHEETS (in thousands, except unit amounts)",
          heads: dates,
          lines: [
            line("Current assets:"),
            line("Cash and cash equivalents", cash),
            line("Accounts receivable", receivables),
            line("Total current assets", current),
            line("Pipelines, net", pipes),
            line("Total assets", assets),
            line("Accounts payable", payables),
            line("Long-term debt", debt),
            line("Total liabilities", liabilities),
            line("Partners' capital:"),
            line("Common unitholders (57,206 and 56,980 units issued and outstanding)", limited),
            line("General partner", general),
            line("Total partners' capital", capital),
            line("Noncontrolling interests", others),
            line("Total equity", add(capital, others)),
            line("Total liabilities and equity", assets),
          ],
        },
        {
          title: "NET INCOME PER UNIT (in thousands, except per unit amounts)",
          heads: years,
          lines: perUnit(d),
        },
      ];
    },
  },
  "blank check, balance sheet": {
    columns: 2,
    make(d) {
      const [cash, prepaid] = [d.v(200000, 900000), d.v(20000, 90000)];
      const current = add(cash, prepaid);
      const trust = d.v(57000000, 59000000);
      const assets = add(current, trust);
      const [accrued, note] = [d.v(90000, 300000), d.v(100000, 200000)];
      const short = add(accrued, note);
      const [deferred, warrants] = [[2012500, 2012500], d.v(300000, 900000)];
      const liabilities = add(short, deferred, warrants);
      const redeemable = sub(trust, d.v(1000, 9000));
      const equity = sub(assets, liabilities, redeemable);
      const paid = d.v(0, 25000);
      const founders = [144, 144];
      return [
        "Harbour Acquisition Corp.",
        {
          title: "BALANCE SHEETS",
          heads: dates,
          lines: [
            line("ASSETS"),
            line("Current assets:"),
            line("Cash", cash),
            line("Prepaid expenses", prepaid),
            line("Total current assets", current),
            line("Investments held in Trust Account", trust),
            line("TOTAL ASSETS", assets),
            line(
              "LIABILITIES, CLASS A COMMON STOCK SUBJECT TO POSSIBLE REDEMPTION AND STOCKHOLDERS' DEFICIT",
            ),
            line("Current liabilities:"),
            line("Accrued expenses", accrued),
            line("Promissory note - related party", note),
            line("Total current liabilities", short),
            line("Deferred underwriting fee payable", deferred),
            line("Warrant liabilities", warrants),
            line("Total liabilities", liabilities),
            line("Commitments and contingencies"),
            line(
              "Class A common stock subject to possible redemption, 5,750,000 shares at redemption value of $10.12 and $9.98 per share",
              redeemable,
            ),
            line("Stockholders' deficit"),
            line("Preferred stock, $0.0001 par value; 1,000,000 shares authorized; none issued", [0, 0]),
            line(
              "Class B common stock, $0.0001 par value; 1,437,500 shares issued and outstanding",
              founders,
            ),
            line("Additional paid-in capital", paid),
            line("Accumulated deficit", sub(equity, paid, founders)),
            line("Total stockholders' deficit", equity),
            line(
              "TOTAL LIABILITIES, CLASS A COMMON STOCK SUBJECT TO POSSIBLE REDEMPTION AND STOCKHOLDERS' DEFICIT",
              assets,
            ),
          ],
        },
      ];
    },
  },
  "fund, operations and changes in net assets": {
    columns: 2,
    make(d) {
      const [dividends, interest] = [d.v(2000, 5000), d.v(500, 2000)];
      const income = add(dividends, interest);
      const [management, audit] = [d.v(500, 900), d.v(50, 90)];
      const expenses = add(management, audit);
      const net = sub(income, expenses);
      const [realized, unrealized] = [d.v(-3000, 5000), d.v(-9000, 9000)];
      const gain = add(realized, unrealized);
      const operations = add(net, gain);
      const paid = neg(d.v(900, 2500));
      const [sold, redeemed] = [d.v(3000, 9000), neg(d.v(2000, 8000))];
      const capital = add(sold, redeemed);
      const change = add(operations, paid, capital);
      const opening = d.between(60000, 90000);
      const before = [opening + (change[1] ?? 0), opening];
      return [
        "Harbour Income Fund",
        {
          title: "STATEMENTS OF CHANGES IN NET ASSETS (in thousands)",
          heads: years,
          lines: [
            line("Investment income:"),
            line("Dividends", dividends),
            line("Interest", interest),
            line("Total investment income", income),
            line("Expenses:"),
            line("Management fee", management),
            line("Audit fees", audit),
            line("Total expenses", expenses),
            line("Net investment income", net),
            line("Net realized gain (loss) on investments", realized),
            line("Net change in unrealized appreciation (depreciation)", unrealized),
            line("Net realized and unrealized gain (loss)", gain),
            line("Net increase (decrease) in net assets resulting from operations", operations),
            line("Distributions to shareholders", paid),
            line("Proceeds from shares sold", sold),
            line("Cost of shares redeemed", redeemed),
            line("Net increase (decrease) from capital share transactions", capital),
            line("Total increase (decrease) in net assets", change),
            line("Net assets at beginning of year", before),
            line("Net assets at end of year", add(before, change)),
          ],
        },
      ];
    },
  },
};

function noi(d: Draw) {
  const [rents, recovered, other] = [d.v(40000, 60000), d.v(5000, 9000), d.v(300, 900)];
  const revenues = add(rents, recovered, other);
  const [operating, taxes] = [d.v(9000, 15000), d.v(4000, 8000)];
  const expenses = add(operating, taxes);
  const all = sub(revenues, expenses);
  const young = d.v(500, 4000);
  return [
    line("Rental revenue", rents),
    line("Tenant recoveries", recovered),
    line("Other property income", other),
    line("Total property revenues", revenues),
    line("Property operating expenses", operating),
    line("Real estate taxes", taxes),
    line("Total property expenses", expenses),
    line("Net operating income", all),
    line("Non-same-store NOI", neg(young)),
    line("Same-store NOI", sub(all, young)),
  ];
}

function perUnit(d: Draw) {
  const result = d.v(9000, 20000);
  const general = d.v(100, 400);
  const limited = sub(result, general);
  const units = d.v(50000, 60000);
  return [
    line("Net income attributable to the partnership", result),
    line("Less: General partner's interest in net income", general),
    line("Limited partners' interest in net income", limited),
    line("Weighted average limited partner units outstanding", units),
    perShare(
      "Net income per limited partner unit",
      limited.map((x, i) => round((x * 100) / (units[i] ?? 1)) / 100),
    ),
  ];
}

/** Tables of which much does not add up, or adds up another way than it seems. */
import { add, type Cell, line, neg, percentOf, percents, perShare, round, sub, total } from "../sheet.ts";
import type { Kind } from "./financial.ts";

const company = "Harbour Tools Inc.";
const bank = "Harbour Bancorp";
const years = [
  ["Year ended December 31,", ""],
  ["2024", "2023"],
];

export const supplementKinds: Readonly<Record<string, Kind>> = {
  "loans by year of origination and grade": {
    columns: 7,
    make(d) {
      const grade = (low: number, high: number): number[] => {
        const parts = d.of(7, low, high);
        return [...parts, total(parts)];
      };
      const part = (title: string) => {
        const [pass, special, poor] = [grade(20000, 60000), grade(0, 900), grade(0, 900)];
        return [
          line(title),
          line("Pass", pass),
          line("Special mention", special),
          line("Substandard", poor),
          line(`Total ${title.toLowerCase()}`, add(pass, special, poor)),
          line("Current period gross charge-offs", grade(0, 90)),
        ];
      };
      return [
        bank,
        {
          title: "LOANS BY RISK GRADE AND YEAR OF ORIGINATION AT DECEMBER 31, 2024 (in thousands)",
          heads: [["2024", "2023", "2022", "2021", "2020", "Prior", "Revolving", "Total"]],
          lines: [...part("Commercial real estate"), ...part("Commercial and industrial")],
        },
      ];
    },
  },
  "loans past due by age": {
    columns: 5,
    make(d) {
      const row = (low: number, high: number): number[] => {
        const [a, b, c] = [d.between(0, 900), d.between(0, 900), d.between(0, 900)];
        const due = a + b + c;
        const current = d.between(low, high);
        return [a, b, c, due, current, due + current];
      };
      const rows = [row(20000, 90000), row(20000, 90000), row(5000, 9000)] as const;
      return [
        bank,
        {
          title: "AGING OF LOANS AT DECEMBER 31, 2024 (in thousands)",
          heads: [
            ["30-59 Days", "60-89 Days", "90 Days or More", "Total Past Due", "Current", "Total Loans"],
          ],
          lines: [
            line("Commercial", rows[0]),
            line("Residential", rows[1]),
            line("Consumer", rows[2]),
            line("Total", add(...rows)),
          ],
        },
      ];
    },
  },
  "capital amounts and ratios": {
    columns: 6,
    make(d) {
      const weighted = d.between(400000, 600000);
      const row = (caption: string, share: number, least: number, well: number) => {
        const amount = Math.round(weighted * share);
        const cells: Cell[] = [share, least, well].flatMap((ratio, i): Cell[] => {
          const money = i === 0 ? amount : Math.round(weighted * ratio);
          return [money, `${(Math.round((money * 10000) / weighted) / 100).toFixed(2)}%`];
        });
        return line(caption, cells);
      };
      const extra = d.between(0, 30) / 1000;
      return [
        bank,
        {
          title: "REGULATORY CAPITAL AT DECEMBER 31, 2024 (in thousands)",
          heads: [
            ["Actual", "", "Minimum required", "", "Well capitalized", ""],
            ["Amount", "Ratio", "Amount", "Ratio", "Amount", "Ratio"],
          ],
          lines: [
            row("Total capital (to risk-weighted assets)", 0.13 + extra, 0.08, 0.1),
            row("Tier 1 capital (to risk-weighted assets)", 0.115 + extra, 0.06, 0.08),
            row("Common equity Tier 1 capital", 0.105 + extra, 0.045, 0.065),
          ],
        },
      ];
    },
  },
  "obligations by period, the total first": {
    columns: 4,
    make(d) {
      const row = (low: number, high: number): number[] => {
        const parts = d.of(4, low, high);
        return [total(parts), ...parts];
      };
      const rows = [row(900, 9000), row(300, 2000), row(0, 900), row(90, 900)];
      const names = ["Long-term debt", "Interest", "Purchase obligations", "Operating leases"];
      return [
        company,
        {
          title: "CONTRACTUAL OBLIGATIONS (in millions)",
          heads: [["Total", "Less than 1 year", "1-3 years", "3-5 years", "More than 5 years"]],
          lines: [
            ...names.map((caption, i) => line(caption, rows[i] ?? [])),
            line("Total contractual obligations", add(...rows)),
          ],
        },
      ];
    },
  },
  "options: numbers add up, prices and values do not": {
    columns: 4,
    make(d) {
      const [open, granted, used, lost] = [
        d.between(900000, 2000000),
        d.between(90000, 300000),
        d.between(90000, 300000),
        d.between(9000, 90000),
      ];
      const price = (): string => `$${(d.between(800, 3000) / 100).toFixed(2)}`;
      const end = open + granted - used - lost;
      return [
        company,
        {
          title: "STOCK OPTION ACTIVITY",
          heads: [
            [
              "Number of Options",
              "Weighted Average Exercise Price",
              "Weighted Average Remaining Term (Years)",
              "Aggregate Intrinsic Value (in thousands)",
            ],
          ],
          lines: [
            line("Outstanding at December 31, 2023", [open, price(), "6.1", d.between(900, 9000)]),
            line("Granted", [granted, price(), null, null]),
            line("Exercised", [-used, price(), null, null]),
            line("Forfeited or expired", [-lost, price(), null, null]),
            line("Outstanding at December 31, 2024", [end, price(), "5.8", d.between(900, 9000)]),
            line("Exercisable at December 31, 2024", [
              Math.round(end * 0.6),
              price(),
              "4.9",
              d.between(900, 9000),
            ]),
          ],
        },
      ];
    },
  },
  "revenue by product, by region and by timing": {
    columns: 2,
    make(d) {
      const split = (whole: readonly number[], count: number): number[][] => {
        const parts = Array.from({ length: count - 1 }, () =>
          whole.map((x) => Math.round((x * d.between(10, 30)) / 100)),
        );
        return [...parts, sub(whole, ...parts)];
      };
      const revenue = d.v(40000, 90000);
      const block = (title: string, names: readonly string[]) => [
        line(title),
        ...split(revenue, names.length).map((cells, i) => line(names[i] ?? "", cells)),
        line("Total revenue", revenue),
      ];
      return [
        company,
        {
          title: "DISAGGREGATED REVENUE (in thousands)",
          heads: years,
          lines: [
            ...block("By product:", ["Drills", "Saws", "Service and parts"]),
            ...block("By region:", ["Americas", "Europe, Middle East and Africa", "Asia Pacific"]),
            ...block("By timing:", ["Point in time", "Over time"]),
          ],
        },
      ];
    },
  },
  "highlights: lines, margins and ratios that do not add up": {
    columns: 2,
    make(d) {
      const revenue = d.v(40000, 90000);
      const gross = revenue.map((x) => Math.round((x * d.between(30, 60)) / 100));
      const operating = gross.map((x) => Math.round((x * d.between(20, 50)) / 100));
      const result = operating.map((x) => Math.round((x * d.between(60, 80)) / 100));
      const growth = (x: readonly number[]): Cell => {
        const rate = round((((x[0] ?? 0) - (x[1] ?? 0)) * 1000) / (x[1] ?? 1)) / 10;
        return rate < 0 ? `(${(-rate).toFixed(1)})%` : `${rate.toFixed(1)}%`;
      };
      const changed = (caption: string, x: readonly number[]) => line(caption, [...x, growth(x)]);
      return [
        company,
        {
          title: "FINANCIAL HIGHLIGHTS (in thousands, except per share data and employees)",
          heads: [
            ["Three months ended June 30,", "", ""],
            ["2024", "2023", "% Change"],
          ],
          lines: [
            changed("Revenue", revenue),
            changed("Gross profit", gross),
            percents("Gross margin", [...percentOf(gross, revenue), null]),
            changed("Operating income", operating),
            percents("Operating margin", [...percentOf(operating, revenue), null]),
            changed("Net income", result),
            perShare("Diluted earnings per share", [...d.v(30, 300).map((x) => x / 100), null]),
            changed("Cash from operations", d.v(3000, 9000)),
            changed("Employees at end of period", d.v(2000, 4000)),
            line("Days sales outstanding", [...d.v(40, 60), null]),
          ],
        },
      ];
    },
  },
  "guidance from low to high": {
    columns: 2,
    make(d) {
      const low = d.between(900, 2000);
      const range = (least: number, most: number): number[] => {
        const start = d.between(least, most);
        return [start, start + d.between(10, 60)];
      };
      const result = [low, low + d.between(50, 90)];
      const [interest, tax, worn, stock] = [[240, 240], range(200, 400), range(400, 600), [310, 310]];
      return [
        company,
        "We expect results for 2025 in these ranges. Actual results may differ.",
        {
          title: "RECONCILIATION OF GUIDANCE, YEAR ENDING DECEMBER 31, 2025 (in millions)",
          heads: [["Low", "High"]],
          lines: [
            line("Net income", result),
            line("Interest expense, net", interest),
            line("Provision for income taxes", tax),
            line("Depreciation and amortization", worn),
            line("EBITDA", add(result, interest, tax, worn)),
            line("Stock-based compensation", stock),
            line("Adjusted EBITDA", add(result, interest, tax, worn, stock)),
          ],
        },
      ];
    },
  },
  "net debt and leverage": {
    columns: 2,
    make(d) {
      const [short, long, cash] = [d.v(90, 900), d.v(3000, 6000), d.v(500, 1500)];
      const debt = add(short, long);
      const net = sub(debt, cash);
      const ebitda = d.v(900, 2000);
      return [
        company,
        {
          title: "NET DEBT (in millions)",
          heads: [["December 31, 2024", "December 31, 2023"]],
          lines: [
            line("Current portion of long-term debt", short),
            line("Long-term debt", long),
            line("Total debt", debt),
            line("Less: cash and cash equivalents", neg(cash)),
            line("Net debt", net),
            line("Adjusted EBITDA, last twelve months", ebitda),
            line(
              "Net debt to adjusted EBITDA",
              net.map((x, i) => `${(x / (ebitda[i] ?? 1)).toFixed(1)}x`),
            ),
          ],
        },
      ];
    },
  },
  "deferred taxes with a valuation allowance": {
    columns: 2,
    make(d) {
      const [losses, credits, leases, other] = [
        d.v(20000, 40000),
        d.v(3000, 9000),
        d.v(900, 3000),
        d.v(100, 900),
      ];
      const gross = add(losses, credits, leases, other);
      const allowance = d.v(9000, 20000);
      const assets = sub(gross, allowance);
      const [assetsInUse, worn] = [d.v(900, 3000), d.v(3000, 9000)];
      const liabilities = add(assetsInUse, worn);
      return [
        company,
        {
          title: "DEFERRED TAXES (in thousands)",
          heads: [["December 31, 2024", "December 31, 2023"]],
          lines: [
            line("Deferred tax assets:"),
            line("Net operating losses", losses),
            line("Research credits", credits),
            line("Lease liabilities", leases),
            line("Other", other),
            line("Gross deferred tax assets", gross),
            line("Valuation allowance", neg(allowance)),
            line("Total deferred tax assets", assets),
            line("Deferred tax liabilities:"),
            line("Right-of-use assets", neg(assetsInUse)),
            line("Depreciation", neg(worn)),
            line("Total deferred tax liabilities", neg(liabilities)),
            line("Net deferred tax assets", sub(assets, liabilities)),
          ],
        },
      ];
    },
  },
  "quarters whose per-share figures do not make the year": {
    columns: 4,
    make(d) {
      const whole = (x: readonly number[]): number[] => [...x, total(x)];
      const revenue = whole(d.v(9000, 20000));
      const cost = whole(d.v(4000, 8900));
      const result = whole(d.v(500, 3000));
      const shares = [...d.v(9000, 9900), d.between(9300, 9600)];
      return [
        company,
        {
          title: "QUARTERLY DATA FOR 2024 (UNAUDITED) (in thousands, except per share amounts)",
          heads: [["First Quarter", "Second Quarter", "Third Quarter", "Fourth Quarter", "Full Year"]],
          lines: [
            line("Net sales", revenue),
            line("Cost of sales", cost),
            line("Gross profit", sub(revenue, cost)),
            line("Net income", result),
            perShare(
              "Basic earnings per share",
              result.map((x, i) => round((x * 100) / (shares[i] ?? 1)) / 100),
            ),
            perShare("Dividends per share", [0.1, 0.1, 0.12, 0.12, 0.44]),
          ],
        },
      ];
    },
  },
  "a parent alone, and its subsidiaries": {
    columns: 4,
    make(d) {
      const [cash, other] = [d.of(2, 900, 3000), d.of(2, 9000, 20000)];
      const held = d.between(9000, 20000);
      const row = (caption: string, parent: number, others: number, gone: number) =>
        line(caption, [parent, others, gone, parent + others + gone]);
      const [cashP = 0, cashS = 0] = cash;
      const [otherP = 0, otherS = 0] = other;
      const assets = [cashP + otherP + held, cashS + otherS, -held] as const;
      const debt = [d.between(900, 3000), cashS + otherS - held] as const;
      return [
        company,
        {
          title: "CONDENSED CONSOLIDATING BALANCE SHEET AT DECEMBER 31, 2024 (in thousands)",
          heads: [["Parent", "Subsidiaries", "Eliminations", "Consolidated"]],
          lines: [
            row("Cash", cashP, cashS, 0),
            row("Other assets", otherP, otherS, 0),
            row("Investment in subsidiaries", held, 0, -held),
            row("Total assets", ...assets),
            row("Total liabilities", debt[0], debt[1], 0),
            row("Total equity", assets[0] - debt[0], held, -held),
            row("Total liabilities and equity", ...assets),
          ],
        },
      ];
    },
  },
};

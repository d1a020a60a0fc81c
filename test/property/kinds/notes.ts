/** Tables of notes, supplements and releases. */
import { add, type Cell, line, neg, percentOf, percents, perShare, round, sub, total } from "../sheet.ts";
import type { Kind } from "./financial.ts";

const years = [
  ["Year ended December 31,", ""],
  ["2024", "2023"],
];
const company = "Harbour Tools Inc.";

/** The years two by two: "2024", "%", "2023", "%". */
const mixed = (amounts: readonly number[], shares: readonly number[], digits = 1): Cell[] =>
  amounts.flatMap((amount, i): Cell[] => {
    const share = shares[i] ?? 0;
    return [amount, share < 0 ? `(${(-share).toFixed(digits)})%` : `${share.toFixed(digits)}%`];
  });

export const noteKinds: Readonly<Record<string, Kind>> = {
  "equity: columns across, movements down": {
    columns: 2,
    make(d) {
      const open = [
        1200,
        d.between(40000, 60000),
        neg([d.between(3000, 9000)])[0] ?? 0,
        d.between(20000, 40000),
        d.between(-900, 900),
      ];
      const row = (cells: readonly number[]): number[] => [...cells, total(cells)];
      const movements = (): [string, number[]][] => [
        ["Net income", [0, 0, 0, d.between(3000, 9000), 0]],
        ["Other comprehensive income (loss)", [0, 0, 0, 0, d.between(-900, 900)]],
        ["Stock-based compensation", [0, d.between(900, 3000), 0, 0, 0]],
        ["Shares issued under plans", [d.between(1, 9), d.between(90, 900), 0, 0, 0]],
        ["Purchases of treasury stock", [0, 0, -d.between(900, 3000), 0, 0]],
        ["Dividends declared", [0, 0, 0, -d.between(900, 3000), 0]],
      ];
      const lines = [line("Balance at December 31, 2022", row(open))];
      let balance = open;
      for (const year of [2023, 2024]) {
        for (const [caption, cells] of movements()) {
          lines.push(line(caption, row(cells)));
          balance = add(balance, cells);
        }
        lines.push(line(`Balance at December 31, ${year}`, row(balance)));
      }
      return [
        company,
        {
          title: "CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY (in thousands)",
          heads: [
            [
              "Common Stock",
              "Additional Paid-in Capital",
              "Treasury Stock",
              "Retained Earnings",
              "Accumulated Other Comprehensive Income (Loss)",
              "Total",
            ],
          ],
          lines,
        },
      ];
    },
  },
  "segments with corporate and eliminations": {
    columns: 4,
    make(d) {
      const row = (caption: string, cells: readonly number[]) => line(caption, [...cells, total(cells)]);
      const outside = [d.between(4000, 9000), d.between(3000, 8000), d.between(100, 900), 0];
      const inside = [d.between(100, 900), d.between(100, 900), 0];
      const between = [...inside, -total(inside)];
      const revenue = add(outside, between);
      const cost = [...d.of(3, 50, 3000), -d.between(100, 300)];
      const profit = sub(revenue, cost);
      return [
        company,
        {
          title: "SEGMENT INFORMATION, YEAR ENDED DECEMBER 31, 2024 (in millions)",
          heads: [["Tools", "Marine", "Corporate", "Eliminations", "Consolidated"]],
          lines: [
            row("External revenue", outside),
            row("Intersegment revenue", between),
            row("Total revenue", revenue),
            row("Operating costs", cost),
            row("Segment operating profit", profit),
          ],
        },
      ];
    },
  },
  "fair values by level": {
    columns: 3,
    make(d) {
      const row = (caption: string, cells: readonly number[]) => line(caption, [...cells, total(cells)]);
      const funds = [d.between(900, 3000), 0, 0];
      const bonds = [d.between(300, 900), d.between(3000, 9000), 0];
      const loans = [0, d.between(300, 900), d.between(30, 300)];
      const swaps = [0, d.between(30, 300), d.between(3, 30)];
      const warrants = [0, 0, d.between(30, 300)];
      return [
        company,
        {
          title: "FAIR VALUE MEASUREMENTS AT DECEMBER 31, 2024 (in thousands)",
          heads: [["Level 1", "Level 2", "Level 3", "Total"]],
          lines: [
            line("Assets:"),
            row("Money market funds", funds),
            row("Corporate bonds", bonds),
            row("Loans held for sale", loans),
            row("Total assets", add(funds, bonds, loans)),
            line("Liabilities:"),
            row("Interest rate swaps", swaps),
            row("Warrants", warrants),
            row("Total liabilities", add(swaps, warrants)),
          ],
        },
      ];
    },
  },
  "leases by year, imputed interest, current and not": {
    columns: 2,
    make(d) {
      const payments = Array.from({ length: 6 }, () => d.v(3000, 9000));
      const whole = add(...payments);
      const interest = d.v(900, 3000);
      const present = sub(whole, interest);
      const current = d.v(2000, 4000);
      return [
        company,
        {
          title: "MATURITIES OF LEASE LIABILITIES (in thousands)",
          heads: [["Operating Leases", "Finance Leases"]],
          lines: [
            ...["2025", "2026", "2027", "2028", "2029", "Thereafter"].map((caption, i) =>
              line(caption, payments[i] ?? []),
            ),
            line("Total lease payments", whole),
            line("Less: imputed interest", neg(interest)),
            line("Present value of lease liabilities", present),
            line("Less: current portion", neg(current)),
            line("Long-term lease liabilities", sub(present, current)),
          ],
        },
      ];
    },
  },
  "tax reconciled in amounts and percent": {
    columns: 2,
    make(d) {
      const before = d.v(50000, 90000);
      const statutory = before.map((x) => round(x * 0.21));
      const rest = [d.v(900, 4000), d.v(-3000, 3000), neg(d.v(900, 3000)), d.v(-900, 900)];
      const tax = add(statutory, ...rest);
      const names = [
        "State taxes, net of federal benefit",
        "Foreign rate differential",
        "Research credits",
        "Other",
      ];
      const pairs = (amounts: readonly number[]): Cell[] => mixed(amounts, percentOf(amounts, before));
      return [
        company,
        {
          title: "INCOME TAX RECONCILIATION (in thousands)",
          heads: [
            ["Year ended December 31,", "", "", ""],
            ["2024", "", "2023", ""],
            ["Amount", "Percent", "Amount", "Percent"],
          ],
          lines: [
            line("Tax at U.S. federal statutory rate", pairs(statutory)),
            ...names.map((caption, i) => line(caption, pairs(rest[i] ?? []))),
            line("Income tax expense and effective rate", pairs(tax)),
          ],
        },
      ];
    },
  },
  "per share: numerator, denominator": {
    columns: 2,
    make(d) {
      const result = d.v(9000, 30000);
      const preferred = d.v(100, 900);
      const common = sub(result, preferred);
      const basic = d.v(20000, 26000);
      const [options, units] = [d.v(100, 400), d.v(100, 300)];
      const diluted = add(basic, options, units);
      const each = (shares: readonly number[]): number[] =>
        common.map((x, i) => round((x * 100) / (shares[i] ?? 1)) / 100);
      return [
        company,
        {
          title: "EARNINGS PER SHARE (in thousands, except per share amounts)",
          heads: years,
          lines: [
            line("Numerator:"),
            line("Net income", result),
            line("Less: preferred dividends", neg(preferred)),
            line("Net income available to common shareholders", common),
            line("Denominator:"),
            line("Weighted average shares outstanding - basic", basic),
            line("Effect of dilutive stock options", options),
            line("Effect of restricted stock units", units),
            line("Weighted average shares outstanding - diluted", diluted),
            perShare("Basic earnings per share", each(basic)),
            perShare("Diluted earnings per share", each(diluted)),
          ],
        },
      ];
    },
  },
  "gross, accumulated, net": {
    columns: 2,
    make(d) {
      const [land, buildings, machines, work] = [
        d.v(900, 3000),
        d.v(9000, 20000),
        d.v(20000, 40000),
        d.v(300, 900),
      ];
      const gross = add(land, buildings, machines, work);
      const worn = d.v(9000, 20000);
      const row = (caption: string) => {
        const [a, b] = [d.between(3000, 9000), d.between(900, 2900)];
        return { caption, a, b };
      };
      const items = ["Customer relationships", "Technology", "Trade names"].map(row);
      const [a, b] = [total(items.map((x) => x.a)), total(items.map((x) => x.b))];
      return [
        company,
        {
          title: "PROPERTY, PLANT AND EQUIPMENT (in thousands)",
          heads: [["December 31, 2024", "December 31, 2023"]],
          lines: [
            line("Land", land),
            line("Buildings and improvements", buildings),
            line("Machinery and equipment", machines),
            line("Construction in progress", work),
            line("Property, plant and equipment, gross", gross),
            line("Less: accumulated depreciation", neg(worn)),
            line("Property, plant and equipment, net", sub(gross, worn)),
          ],
        },
        {
          title: "INTANGIBLE ASSETS AT DECEMBER 31, 2024 (in thousands)",
          heads: [["Gross Carrying Amount", "Accumulated Amortization", "Net Carrying Amount"]],
          lines: [
            ...items.map((x) => line(x.caption, [x.a, -x.b, x.a - x.b])),
            line("Total intangible assets", [a, -b, a - b]),
          ],
        },
      ];
    },
  },
  "an allowance rolled forward": {
    columns: 2,
    make(d) {
      const [expense, written, recovered] = [d.v(900, 3000), neg(d.v(900, 3000)), d.v(100, 500)];
      const net = add(expense, written, recovered);
      const opening = d.between(6000, 9000);
      const begin = [opening + (net[1] ?? 0), opening];
      return [
        company,
        {
          title: "ALLOWANCE FOR CREDIT LOSSES (in thousands)",
          heads: years,
          lines: [
            line("Balance at beginning of year", begin),
            line("Provision for credit losses", expense),
            line("Write-offs", written),
            line("Recoveries", recovered),
            line("Balance at end of year", add(begin, net)),
          ],
        },
      ];
    },
  },
  "percent of revenue beside the amounts": {
    columns: 2,
    make(d) {
      const [products, services] = [d.v(40000, 60000), d.v(9000, 20000)];
      const revenue = add(products, services);
      const cost = d.v(20000, 30000);
      const gross = sub(revenue, cost);
      const [research, selling] = [d.v(3000, 9000), d.v(3000, 9000)];
      const operating = sub(gross, research, selling);
      const pairs = (amounts: readonly number[]): Cell[] => mixed(amounts, percentOf(amounts, revenue));
      return [
        company,
        {
          title: "RESULTS OF OPERATIONS (in thousands)",
          heads: [
            ["Year ended December 31,", "", "", ""],
            ["2024", "% of revenue", "2023", "% of revenue"],
          ],
          lines: [
            line("Products", pairs(products)),
            line("Services", pairs(services)),
            line("Total revenue", pairs(revenue)),
            line("Cost of revenue", pairs(cost)),
            line("Gross profit", pairs(gross)),
            line("Research and development", pairs(research)),
            line("Selling and administrative", pairs(selling)),
            line("Operating income", pairs(operating)),
          ],
        },
      ];
    },
  },
  "growth as reported and in constant currency": {
    columns: 2,
    make(d) {
      const rows = ["Americas", "Europe", "Asia"].map((caption) => {
        const [now, before] = [d.between(3000, 9000), d.between(3000, 9000)];
        return { caption, now, before, exchange: d.between(-300, 300) };
      });
      const sum = (pick: (row: (typeof rows)[number]) => number): number => total(rows.map(pick));
      const all = {
        caption: "Total revenue",
        now: sum((x) => x.now),
        before: sum((x) => x.before),
        exchange: sum((x) => x.exchange),
      };
      const rate = (part: number, whole: number): string => {
        const value = round((part * 100) / whole);
        return value < 0 ? `(${-value})%` : `${value}%`;
      };
      return [
        company,
        {
          title: "REVENUE BY REGION (in millions)",
          heads: [
            ["Three months ended June 30,", "", "Change", "", ""],
            ["2024", "2023", "As reported", "Currency impact", "Constant currency"],
          ],
          lines: [...rows, all].map(({ caption, now, before, exchange }) =>
            line(caption, [
              now,
              before,
              rate(now - before, before),
              exchange,
              rate(now - before - exchange, before),
            ]),
          ),
        },
      ];
    },
  },
  "other comprehensive income before and after tax": {
    columns: 3,
    make(d) {
      const row = (caption: string) => {
        const before = d.between(-9000, 9000);
        return { caption, before, tax: -round(before * 0.24) };
      };
      const items = [
        "Foreign currency translation",
        "Unrealized gains (losses) on hedges",
        "Pension adjustments",
      ].map(row);
      const print = (caption: string, before: number, tax: number) =>
        line(caption, [before, tax, before + tax]);
      return [
        company,
        {
          title: "COMPONENTS OF OTHER COMPREHENSIVE INCOME, 2024 (in thousands)",
          heads: [["Before Tax", "Tax (Expense) Benefit", "Net of Tax"]],
          lines: [
            ...items.map((x) => print(x.caption, x.before, x.tax)),
            print(
              "Other comprehensive income (loss)",
              total(items.map((x) => x.before)),
              total(items.map((x) => x.tax)),
            ),
          ],
        },
      ];
    },
  },
  "debt, discounts and the current portion": {
    columns: 2,
    make(d) {
      const [loan, notes, lines] = [d.v(9000, 20000), d.v(20000, 40000), d.v(900, 3000)];
      const debt = add(loan, notes, lines);
      const costs = d.v(300, 900);
      const net = sub(debt, costs);
      const current = d.v(900, 3000);
      return [
        company,
        {
          title: "DEBT (in thousands)",
          heads: [["December 31, 2024", "December 31, 2023"]],
          lines: [
            line("Term loan due 2028", loan),
            line("5.25% senior notes due 2030", notes),
            line("Revolving credit facility", lines),
            line("Total principal", debt),
            line("Less: unamortized discount and issuance costs", neg(costs)),
            line("Total debt, net", net),
            line("Less: current portion", neg(current)),
            line("Long-term debt, net of current portion", sub(net, current)),
          ],
        },
      ];
    },
  },
  "pension: obligation, assets, funded status": {
    columns: 2,
    make(d) {
      const build = (names: readonly (readonly [string, number, number])[], last: string, first: string) => {
        const moves = names.map(([caption, low, high]) => ({ caption, cells: d.v(low, high) }));
        const change = add(...moves.map((x) => x.cells));
        const opening = d.between(60000, 90000);
        const begin = [opening + (change[1] ?? 0), opening];
        const end = add(begin, change);
        return {
          end,
          lines: [line(first, begin), ...moves.map((x) => line(x.caption, x.cells)), line(last, end)],
        };
      };
      const obligation = build(
        [
          ["Service cost", 900, 3000],
          ["Interest cost", 900, 3000],
          ["Actuarial (gain) loss", -3000, 3000],
          ["Benefits paid", -3000, -900],
        ],
        "Benefit obligation at end of year",
        "Benefit obligation at beginning of year",
      );
      const assets = build(
        [
          ["Actual return on plan assets", -3000, 9000],
          ["Employer contributions", 900, 3000],
          ["Plan benefits paid", -3000, -900],
        ],
        "Fair value of plan assets at end of year",
        "Fair value of plan assets at beginning of year",
      );
      return [
        company,
        {
          title: "PENSION PLANS (in thousands)",
          heads: years,
          lines: [
            line("Change in benefit obligation:"),
            ...obligation.lines,
            line("Change in plan assets:"),
            ...assets.lines,
            line("Funded status at end of year", sub(assets.end, obligation.end)),
          ],
        },
      ];
    },
  },
  "adjusted earnings, in money and per share": {
    columns: 2,
    make(d) {
      const result = d.v(9000, 30000);
      const [stock, closing, tax] = [d.v(900, 3000), d.v(300, 2000), neg(d.v(300, 900))];
      const adjusted = add(result, stock, closing, tax);
      const shares = d.v(20000, 26000);
      const each = (x: readonly number[]): number[] =>
        x.map((y, i) => round((y * 100) / (shares[i] ?? 1)) / 100);
      const [interest, taxes, worn] = [d.v(900, 3000), d.v(3000, 9000), d.v(3000, 9000)];
      const ebitda = add(result, interest, taxes, worn);
      return [
        company,
        {
          title:
            "RECONCILIATION OF NET INCOME TO ADJUSTED NET INCOME AND EBITDA (in thousands, except per share data)",
          heads: [
            ["Three months ended June 30,", ""],
            ["2024", "2023"],
          ],
          lines: [
            line("Net income", result),
            line("Stock-based compensation", stock),
            line("Restructuring costs", closing),
            line("Tax effect of adjustments", tax),
            line("Adjusted net income", adjusted),
            line("Diluted weighted average shares", shares),
            perShare("Diluted earnings per share", each(result)),
            perShare("Adjusted diluted earnings per share", each(adjusted)),
          ],
        },
        {
          title: "ADJUSTED EBITDA (in thousands)",
          heads: [
            ["Three months ended June 30,", ""],
            ["2024", "2023"],
          ],
          lines: [
            line("Net income", result),
            line("Interest expense, net", interest),
            line("Provision for income taxes", taxes),
            line("Depreciation and amortization", worn),
            line("EBITDA", ebitda),
            line("Stock-based compensation", stock),
            line("Restructuring costs", closing),
            line("Adjusted EBITDA", add(ebitda, stock, closing)),
          ],
        },
      ];
    },
  },
  "stores rolled forward, and sales per store": {
    columns: 2,
    make(d) {
      const [opened, closed] = [d.v(10, 40), neg(d.v(1, 9))];
      const opening = d.between(400, 600);
      const begin = [opening + (opened[1] ?? 0) + (closed[1] ?? 0), opening];
      const same = d.v(-99, 99).map((x) => x / 10);
      return [
        company,
        {
          title: "STORE DATA",
          heads: years,
          lines: [
            line("Stores at beginning of year", begin),
            line("Opened", opened),
            line("Closed", closed),
            line("Stores at end of year", add(begin, opened, closed)),
            percents("Comparable sales growth", same),
          ],
        },
      ];
    },
  },
};

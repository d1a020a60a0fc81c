import { describe, expect, it } from "vitest";
import { findSums } from "../../src/tables/sums.ts";
import { tableOf } from "../filing.ts";

/** Sums as words: "Total = Trade + Rent - Allowance". */
function sums(body: string): string[] {
  return findSums(tableOf(`\tDec 31, 2023\tDec 31, 2024\n\tRMB\tRMB\n${body}`)).map(({ result, terms }) => {
    const parts = terms.map(({ row, weight }, i) => {
      const sign = weight < 0 ? "- " : i > 0 ? "+ " : "";
      return `${sign}${row.caption || "bare"}`;
    });
    return `${result.caption || "bare"} = ${parts.join(" ")}`;
  });
}

describe("a total", () => {
  it("closes the lines above it", () => {
    expect(sums("Trade\t205,377\t231,094\nRent\t41,206\t38,115\nTotal\t246,583\t269,209\n")).toEqual([
      "Total = Trade + Rent",
    ]);
  });

  it("may have one line, and belong to a total of such totals", () => {
    const body =
      "Unsecured debt\nFixed\t205,377\t231,094\nTotal in RMB\t205,377\t231,094\nFixed\t41,206\t38,115\n" +
      "Total in US dollars\t41,206\t38,115\nTotal unsecured debt\t246,583\t269,209\n";
    expect(sums(body)).toEqual([
      "Total in RMB = Fixed",
      "Total in US dollars = Fixed",
      "Total unsecured debt = Total in RMB + Total in US dollars",
    ]);
    expect(sums("Trade\t205,377\t231,094\nTotal trade\t204,377\t230,094\n")).toEqual([]);
  });

  it("may come to nothing, or be the one line above it with the other sign", () => {
    const body = "Tax losses\t2,171,990\t2,077,213\nLess: allowance\t(2,171,990)\t(2,077,213)\n";
    expect(sums(`${body}Net deferred tax assets\t-\t-\n`)).toEqual([
      "Net deferred tax assets = Tax losses + Less: allowance",
    ]);
    expect(sums(`${body}Pledged\t-\t-\n`)).toEqual([]);
    const costs = "Formation costs\t1,566,455\t3,430,328\n";
    expect(sums(`${costs}Loss from operations\t(1,566,455)\t(3,430,328)\n`)).toEqual([
      "Loss from operations = - Formation costs",
    ]);
    expect(sums(`${costs}Loss from operations\t(1,566,455)\t(3,340,328)\n`)).toEqual([]);
  });

  it("reopens what lines closed that are sums of others by accident", () => {
    const lines = [
      ["Notes due 2025", 511, 498],
      ["Notes due 2026", 507, 501],
      ["Notes due 2027", 1_018, 999],
      ["Notes due 2028", 742, 731],
      ["Notes due 2029", 877, 861],
    ] as const;
    const body = lines.map((line) => line.join("\t")).join("\n");
    expect(sums(`${body}\nTotal notes\t3,655\t3,590\n`)).toEqual([
      "Total notes = Notes due 2025 + Notes due 2026 + Notes due 2027 + Notes due 2028 + Notes due 2029",
    ]);
  });

  it("is not proved by round amounts, which add up by chance", () => {
    expect(
      sums("Notes due 2025\t500\t500\nNotes due 2026\t500\t500\nNotes due 2027\t1,000\t1,000\n"),
    ).toEqual([]);
    expect(sums("Trade\t730\t699\nRent\t480\t401\nTotal\t1,210\t1,110\n")).toEqual(["Total = Trade + Rent"]);
  });

  it("of two balances may be what changed between them", () => {
    const body = "Contract assets, opening\t2,294\t2,060\nContract assets, closing\t2,438\t2,243\n";
    expect(sums(`${body}Change in contract assets\t144\t183\n`)).toEqual([
      "Change in contract assets = - Contract assets, opening + Contract assets, closing",
    ]);
    expect(sums(`${body}Advances\t144\t183\n`)).toEqual([]);
  });

  it("of cash flows is none that a line of the activity was paid for", () => {
    const body =
      "Cash flows from financing activities\nNotes repaid\t(1,717)\t(2,082)\nUnits issued\t17,570\t-\n" +
      "Cash used to pay for deferred financing costs\t(190)\t(1,950)\nTaxes withheld\t(1,420)\t(5,220)\n" +
      "Net cash provided by financing activities\t14,243\t(9,252)\n";
    expect(sums(body)).toEqual([
      "Net cash provided by financing activities = Notes repaid + Units issued + Cash used to pay for deferred financing costs + Taxes withheld",
    ]);
  });

  it("per share is a bridge from one result per share to another", () => {
    const body =
      "Earnings per share\t3.22\t3.00\nStock-based compensation\t2.41\t2.17\nAmortization\t0.12\t0.12\n" +
      "Income tax effect\t(0.91)\t(1.01)\nAdjusted earnings per share\t4.84\t4.28\n";
    expect(sums(body)).toEqual([
      "Adjusted earnings per share = Earnings per share + Stock-based compensation + Amortization + Income tax effect",
    ]);
    expect(sums(body.replace("Stock-based compensation", "Dividends per share"))).toEqual([]);
  });

  it("may be printed in brackets where its lines are not", () => {
    expect(sums("Wages\t205,377\t231,094\nRent\t41,206\t38,115\n\t(246,583)\t(269,209)\n")).toEqual([
      "bare = - Wages - Rent",
    ]);
  });

  it("is not proved by equal figures that cancel each other", () => {
    const body = "Trade\t204,140\t204,140\nRent\t204,140\t204,140\nFleet\t204,140\t204,140\n";
    expect(sums(`${body}Land\t204,140\t204,140\n`)).toEqual([]);
  });

  it("holds both totals above it where all columns tie, though one total alone ties in a column", () => {
    const body =
      "Hedges bought\t80\t-\nHedges sold\t(1)\t-\nTotal hedges designated\t79\t-\n" +
      "Options bought\t20\t68\nOptions sold\t(35)\t(100)\nTotal hedges not designated\t(15)\t(32)\nTotal hedges\t64\t(32)\n";
    expect(sums(body).at(-1)).toBe("Total hedges = Total hedges designated + Total hedges not designated");
  });

  it("that is a balance passes no movement by since the balance before it", () => {
    const header = "\tStock\tPremium\tEarnings\tReserve\tHedges\tTotal\n\tRMB\tRMB\tRMB\tRMB\tRMB\tRMB\n";
    // A converter has lost two blanks of the second line, so that its figures stand under other columns.
    const body =
      "Balance at December 31, 2022\t872\t594,386\t259,587\t-\t2,943\t857,788\n" +
      "Net income\t-\t-\t26,564\t-\t-\t26,564\nOther result\t-\t-\t467\t467\t\t\n" +
      "Awards\t13\t(13)\t-\t-\t-\t-\nTaxes\t(2)\t(492)\t-\t-\t-\t(494)\n" +
      "Own shares\t-\t-\t-\t(29,040)\t-\t(29,040)\n" +
      "Balance at December 31, 2023\t883\t593,881\t286,151\t(29,040)\t3,410\t855,285\n";
    expect(findSums(tableOf(`${header}${body}`))).toEqual([]);
    const placed = body.replace("467\t467\t\t", "-\t-\t467\t467");
    expect(findSums(tableOf(`${header}${placed}`))).toMatchObject([{ ties: [0, 1, 2, 3, 4, 5], breaks: [] }]);
  });

  it("is never a line that is deducted", () => {
    const body =
      "Total assets\t59,431\t48,042\nTotal liabilities\t34,436\t29,996\nMinorities\t(708)\t(727)\n" +
      "Capital\t32,168\t25,238\nLess: treasury shares, at cost\t(6,465)\t(6,465)\nTotal equity\t25,703\t18,773\n" +
      "Total liabilities, minorities and equity\t59,431\t48,042\n";
    expect(sums(body)).toEqual([
      "Total equity = Capital + Less: treasury shares, at cost",
      "Total liabilities, minorities and equity = Total liabilities + Minorities + Total equity",
    ]);
  });

  it("needs no caption", () => {
    expect(sums("Trade\t205,377\t231,094\nRent\t41,206\t38,115\n\t246,583\t269,209\n")).toEqual([
      "bare = Trade + Rent",
    ]);
  });

  it("holds subtotals, with and without a caption", () => {
    const body =
      "Land\t117,204\t118,310\nFleet\t64,118\t70,022\n\t181,322\t188,332\n" +
      "Trade\t205,377\t231,094\nRent\t41,206\t38,115\nTotal current\t246,583\t269,209\nTotal\t427,905\t457,541\n";
    expect(sums(body)).toEqual([
      "bare = Land + Fleet",
      "Total current = Trade + Rent",
      "Total = bare + Total current",
    ]);
  });

  it("holds sections of sections, and a line between them", () => {
    const body =
      "North:\t\t\nCoast:\t\t\nFish\t10,204\t11,310\nSalt\t64,118\t70,022\nTotal coast\t74,322\t81,332\n" +
      "Inland:\t\t\nGrain\t205,377\t231,094\nWool\t41,206\t38,115\nTotal inland\t246,583\t269,209\nTotal north\t320,905\t350,541\n" +
      "Goodwill\t9,018\t9,018\nSouth:\t\t\nWine\t33,715\t29,408\nOil\t12,708\t13,960\nTotal south\t46,423\t43,368\nTotal\t376,346\t402,927\n";
    expect(sums(body)).toEqual([
      "Total coast = Fish + Salt",
      "Total inland = Grain + Wool",
      "Total north = Total coast + Total inland",
      "Total south = Wine + Oil",
      "Total = Total north + Goodwill + Total south",
    ]);
  });

  it("of a section with a single line is known by its heading", () => {
    const body =
      "Coast:\t\t\nFish\t10,204\t11,310\nTotal coast\t10,204\t11,310\n" +
      "Inland:\t\t\nGrain\t205,377\t231,094\nWool\t41,206\t38,115\nTotal inland\t246,583\t269,209\nTotal\t256,787\t280,519\n";
    expect(sums(body).at(-1)).toBe("Total = Total coast + Total inland");
  });

  it("is a balance with the movements since another, in few digits too", () => {
    const text = "\tNumber of shares\tWeighted average price\n";
    const table = tableOf(
      `${text}Balance at Jan 28, 2024\t367\t$24.59\nGranted\t89\t$87.99\nVested\t(173)\t$24.89\nForfeited\t(9)\t$32.10\nBalance at Jan 26, 2025\t274\t$45.11\n`,
    );
    expect(findSums(table).map(({ result }) => result.caption)).toEqual(["Balance at Jan 26, 2025"]);
  });

  it("may be out by a unit of rounding, not by more", () => {
    const body = (total: string): string =>
      `Trade\t20.54\t23.11\nRent\t4.12\t3.81\nFuel\t1.27\t1.40\nTotal\t${total}\t28.32\n`;
    expect(sums(body("25.92"))).toEqual(["Total = Trade + Rent + Fuel"]);
    expect(findSums(tableOf(`\t2023\t2024\n${body("25.99")}`))[0]?.breaks).toEqual([0]);
  });
});

describe("the section of a total", () => {
  it("is told by a heading above others", () => {
    const body =
      "Operating expenses:\t\t\nResearch\t90\t76\nSelling\t319\t279\nSpecial charges:\t\t\nClosures\t8\t-\nBonus\t90\t-\n" +
      "Total operating expenses\t570\t355\n";
    expect(sums(body)).toEqual(["Total operating expenses = Research + Selling + Closures + Bonus"]);
  });

  it("is told by the activity that its heading names", () => {
    const body =
      "Investing:\t\t\nPurchases\t(130)\t(57)\nSales\t9\t20\nCash used for investing activities\t(121)\t(37)\n" +
      "Financing:\t\t\nShares issued\t17\t3\nShares bought\t(41)\t-\nCash generated (used) by financing activities\t(24)\t3\n";
    expect(sums(body)).toEqual([
      "Cash used for investing activities = Purchases + Sales",
      "Cash generated (used) by financing activities = Shares issued + Shares bought",
    ]);
  });
});

describe("signs", () => {
  it("of a deduction are settled for the line, not for the cell", () => {
    const body = (less: string): string =>
      `Trade\t205,377\t231,094\nRent\t41,206\t38,115\n${less}\nTotal, net\t232,273\t253,680\n`;
    expect(sums(body("Less: allowance\t(14,310)\t(15,529)"))).toEqual([
      "Total, net = Trade + Rent + Less: allowance",
    ]);
    expect(sums(body("Less: allowance\t14,310\t15,529"))).toEqual([
      "Total, net = Trade + Rent - Less: allowance",
    ]);
  });

  it("of costs printed positive are turned: revenue - cost - expenses", () => {
    const body =
      "Revenues\t1,204,310\t1,377,925\nCost of revenues\t803,206\t918,614\nGross profit\t401,104\t459,311\n" +
      "Selling expenses\t118,420\t125,066\nGeneral expenses\t96,015\t101,734\nTotal operating expenses\t214,435\t226,800\nOperating income\t186,669\t232,511\n";
    expect(sums(body)).toEqual([
      "Gross profit = Revenues - Cost of revenues",
      "Total operating expenses = Selling expenses + General expenses",
      "Operating income = Gross profit - Total operating expenses",
    ]);
  });

  it("of interest expense printed positive are turned alone", () => {
    const body =
      "Operating income\t46,362\t92,599\nInterest income\t3,208\t4,117\nInterest expense\t12,645\t10,928\n" +
      "Exchange (loss) gain\t(1,530)\t2,204\nIncome before income tax\t35,395\t87,992\n";
    expect(sums(body)).toEqual([
      "Income before income tax = Operating income + Interest income - Interest expense + Exchange (loss) gain",
    ]);
  });

  it("stay with the line when one cell has lost its brackets", () => {
    const [sum] = findSums(
      tableOf(
        "\t2022\t2023\t2024\nTrade\t188,204\t205,377\t231,094\nRent\t39,118\t41,206\t38,115\nLess: allowance\t(13,002)\t(14,310)\t15,529\nTotal, net\t214,320\t232,273\t253,680\n",
      ),
    );
    expect(sum?.ties).toEqual([0, 1]);
    expect(sum?.breaks).toEqual([2]);
  });
});

describe("no sum", () => {
  it.each([
    ["of a selection", "Trade\t205,377\t231,094\nRent\t41,206\t38,115\nTotal assets\t961,594\t991,601\n"],
    [
      "of lines that are part of another",
      "Trade\t205,377\t231,094\nof which overdue\t31,208\t29,440\nRent\t41,206\t38,115\n",
    ],
    [
      "of amounts per share",
      "Earnings per share, first half\t0.11\t0.12\nEarnings per share, second half\t0.13\t0.10\nEarnings per share, total\t0.24\t0.22\n",
    ],
    [
      "of lines that happen to make one column",
      "Plant\t5,788\t6,442\nShares held\t6,823\t7,019\nTax\t1,888\t1,419\nOther\t6,777\t8,438\n",
    ],
    ["of digits too few to prove it", "Cars\t1\t2\nVans\t2\t3\nBoats\t3\t5\n"],
  ])("%s", (_, body) => {
    expect(sums(body)).toEqual([]);
  });
});

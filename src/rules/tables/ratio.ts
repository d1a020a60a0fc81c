import { defineRule } from "../rule.ts";
import { averages } from "./ratio-averages.ts";
import { columnQuotients } from "./ratio-columns.ts";
import { lineRatios } from "./ratio-lines.ts";

const activity = `Aldermoor Limited
Share options
	Number of options	Weighted average exercise price (RMB)
Outstanding at December 31, 2022	9,495,210	4.65
Granted	2,445,000	2.41
Exercised	(310,400)	3.12
Forfeited	(2,232,600)	4.11
Outstanding at December 31, 2023	9,397,210	4.25
Granted	2,764,000	1.78
Exercised	(1,020,500)	3.05
Forfeited	(580,300)	3.84
Outstanding at December 31, 2024	10,560,410	3.74
`;

const markets = `Aldermoor Limited
Vehicles sold by market (in thousands)
	Industry	Company	Market share
Home	15,981	2,595	16.2%
Europe	3,592	460	12.8%
Asia	24,976	2,099	8.4%
Elsewhere	21,941	576	2.6%
Total	66,490	5,730	8.6%
`;

const awards = `
Share awards
	Number of awards	Weighted average fair value (RMB)
Unvested at December 31, 2022	4,120,000	8.03
Granted	1,864,701	1.44
Vested	(1,120,046)	3.55
Unvested at December 31, 2023	4,864,655	6.53
Granted	1,487,110	0.89
Vested	(1,221,016)	2.96
Unvested at December 31, 2024	5,130,749	5.75

Performance awards
	Number of awards	Weighted average fair value (RMB)
Unvested at December 31, 2022	812,400	9.14
Granted	301,200	4.02
Vested	(115,300)	8.77
Unvested at December 31, 2023	998,300	7.64
Granted	240,600	2.15
Vested	(331,100)	8.20
Unvested at December 31, 2024	907,800	5.98
`;

/** What was forfeited is valued on another day than what is left, so one average says nothing of the others. */
const otherAverages = activity.replace("\t4.25", "\t4.61").replace("\t3.74", "\t3.98");

const otherShares = markets
  .replace("16.2%", "21.4%")
  .replace("12.8%", "9.3%")
  .replace("8.4%", "11.7%")
  .replace("8.6%", "10.1%");

const taxes = `Aldermoor Limited
Income taxes (in thousands)
	2022	2023	2024
	RMB	RMB	RMB
Income before income taxes	118,420	125,066	149,183
Provision for income taxes	11,204	8,760	20,117
Effective tax rate	9.5%	7.0%	13.5%
Net sales	1,108,205	1,204,310	1,377,925
Percentage change from the year before		8.7%	14.4%
`;

const otherTaxes = taxes
  .replace("9.5%	7.0%	13.5%", "11.2%	6.1%	14.8%")
  .replace("8.7%	14.4%", "5.2%	9.9%");

const name = "ratio";

export const ratio = defineRule({
  name,
  summary: "A rate is the quotient of two figures of its table; that of a total is the average of its lines",
  what: "Finds the two columns whose quotient a column of rates or percentages prints in nearly every row, and the two lines whose quotient a line of them prints in nearly every column; a line that speaks of change is compared with that of the line above. In a column of prices, averages or rates, recomputes the average of a total, or of a closing balance, from the lines that make it, weighted by the column that they add up in. Averages that do not roll are common (a vesting condition is valued anew), so a break is reported only in a filing in which all other averages tie.",
  why: "An average price or a rate that no longer fits its amounts shows that one of them was not updated.",
  fix: "Divide the two columns again, or weight the rates of the lines by their amounts.",
  source:
    "The quotient of printed figures, each of which may be off by half a unit of its last digit; ASC 718-10-50-2(c) for the averages of share awards",
  examples: {
    passes: [
      { title: "The average price of options, rolled forward", filing: activity },
      { title: "Shares of each market", filing: markets },
      { title: "A tax rate, and a change below its line", filing: taxes },
    ],
    fails: [
      { title: "Two digits transposed in a share of a market", filing: markets.replace("12.8%", "18.2%") },
      { title: "Two digits transposed in a tax rate", filing: taxes.replace("13.5%", "15.3%") },
      {
        title: "One digit wrong in one of many averages",
        filing: activity.replace("\t4.25", "\t4.75") + awards,
      },
    ],
    quiet: [
      { title: "Averages that do not roll", filing: otherAverages },
      { title: "Rates of amounts that the table does not print", filing: otherTaxes },
      { title: "Shares of markets that the table does not print", filing: otherShares },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      yield* columnQuotients(name, table);
      yield* lineRatios(name, table);
    }
    yield* averages(name, filing);
  },
});

/** A small filing with a quarter, the quarter before, the year-ago quarter and two years, around sentences under test. */
import { readText } from "../../src/read/text.ts";
import { type Filing, understand } from "../../src/statements/filing.ts";

const tables = `
STATEMENTS OF OPERATIONS (All amounts in thousands, except per share data)

\tThree Months Ended\t\t\t\tTwelve Months Ended
\tDec 31, 2023\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB\tUS$\tRMB\tRMB
Revenues:\t
Ferry services\t300,112\t320,418\t360,377\t50,054\t1,190,206\t1,300,551
Others\t1,204\t-\t-\t-\t4,000\t152
Total revenues\t301,316\t320,418\t360,377\t50,054\t1,194,206\t1,300,703
Cost of revenues\t(250,007)\t(260,113)\t(270,229)\t(37,533)\t(1,000,340)\t(1,040,811)
Gross profit\t51,309\t60,305\t90,148\t12,521\t193,866\t259,892
Selling expenses\t(80,116)\t(70,448)\t(60,302)\t(8,376)\t(310,227)\t(280,909)
Operating (loss) income\t(28,807)\t(10,143)\t29,846\t4,145\t(116,361)\t(21,017)
Net loss\t(30,118)\t(12,260)\t(2,377)\t(330)\t(120,844)\t(40,126)
Net loss per share:\t
Basic and diluted\t(0.30)\t(0.12)\t(0.02)\t(0.00)\t(1.21)\t(0.40)

RECONCILIATION OF RESULTS (All amounts in thousands, except percentages)

\tThree Months Ended\t\t\tTwelve Months Ended
\tDec 31, 2023\tSep 30, 2024\tDec 31, 2024\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Adjusted EBITDA (Non-GAAP Financial Measure)\t(12,070)\t8,330\t45,112\t(61,009)\t77,204
Gross margin\t17.0%\t18.8%\t25.0%\t16.2%\t20.0%

BALANCE SHEETS (All amounts in thousands)

\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash and cash equivalents\t410,227\t502,811
Restricted cash\t20,118\t11,904
Accumulated deficit\t(640,118)\t(680,244)
`;

const rate = "Amounts in US dollars are translated at RMB7.2000 to US$1.00.";

export function filingWith(text: string): Filing {
  return understand(readText(`Tern Ferries Limited\n\n${text}\n\n${rate}\n${tables}`, "tern.txt", []));
}

export const bytesWith = (text: string): Uint8Array =>
  new TextEncoder().encode(`Tern Ferries Limited\n\n${text}\n\n${rate}\n${tables}`);

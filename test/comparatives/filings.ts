/** Two announcements of a company that does not exist: of 2022, and of 2023 with 2022 as its comparative. */
import { checkFiling } from "../check-text.ts";
import type { Check, FileReport } from "../../src/report/report.ts";

export const earlier = `Norvik Tidal Power Limited

BALANCE SHEETS (In thousands)

	Dec 31, 2021	Dec 31, 2022
	RMB	RMB
Current assets:		
Cash and cash equivalents	41,209	52,874
Accounts receivable, net	18,340	21,766
Total current assets	59,549	74,640
Non-current assets:		
Turbines and equipment, net	120,411	133,902
Total non-current assets	120,411	133,902
Total assets	179,960	208,542
Current liabilities:		
Short-term bank loans	30,150	38,277
Accounts payable	22,604	19,835
Total current liabilities	52,754	58,112
Shareholders' equity:		
Ordinary shares	50,000	50,000
Statutory reserves	3,118	4,206
Retained earnings	74,088	96,224
Total equity	127,206	150,430
Total liabilities and shareholders' equity	179,960	208,542

STATEMENTS OF INCOME (In thousands)

	Year ended Dec 31, 2021	Year ended Dec 31, 2022
	RMB	RMB
Total revenues	88,417	104,962
Cost of revenues	(51,206)	(58,873)
Gross profit	37,211	46,089
Operating expenses	(16,304)	(18,551)
Operating income	20,907	27,538
Other gain, net	1,284	3,519
Income before income taxes	22,191	31,057
Income tax expense	(5,533)	(7,833)
Net income	16,658	23,224
Net income per share:		
Basic and diluted	0.33	0.46

STATEMENTS OF CASH FLOWS (In thousands)

	Year ended Dec 31, 2021	Year ended Dec 31, 2022
	RMB	RMB
Net cash provided by operating activities	24,860	31,742
Net cash used in investing activities	(19,377)	(28,204)
Net cash provided by financing activities	4,016	8,127
Net increase in cash and cash equivalents	9,499	11,665
Effect of exchange rate changes on cash and cash equivalents	(212)	0
Cash and cash equivalents at beginning of year	31,922	41,209
Cash and cash equivalents at end of year	41,209	52,874
`;

export const later = `Norvik Tidal Power Limited

BALANCE SHEETS (In thousands)

	Dec 31, 2022	Dec 31, 2023
	RMB	RMB
Current assets:		
Cash and cash equivalents	52,874	60,118
Accounts receivable, net	21,766	24,903
Total current assets	74,640	85,021
Non-current assets:		
Turbines and equipment, net	133,902	141,087
Total non-current assets	133,902	141,087
Total assets	208,542	226,108
Current liabilities:		
Short-term borrowings	38,277	33,940
Accounts payable	19,835	23,506
Total current liabilities	58,112	57,446
Shareholders' equity:		
Ordinary shares	50,000	50,000
Statutory reserves	4,206	5,331
Retained earnings	96,224	113,331
Total equity	150,430	168,662
Total liabilities and shareholders' equity	208,542	226,108

STATEMENTS OF INCOME (In thousands)

	Year ended Dec 31, 2022	Year ended Dec 31, 2023
	RMB	RMB
Total revenues	104,962	112,345
Cost of revenues	(58,873)	(66,120)
Gross profit	46,089	46,225
Operating expenses	(18,551)	(20,017)
Operating income	27,538	26,208
Other income (loss), net	3,519	(1,640)
Income before income taxes	31,057	24,568
Income tax expense	(7,833)	(6,336)
Net income	23,224	18,232
Net income per share:		
Basic and diluted	0.46	0.36

STATEMENTS OF CASH FLOWS (In thousands)

	Year ended Dec 31, 2022	Year ended Dec 31, 2023
	RMB	RMB
Net cash provided by operating activities	31,742	29,555
Net cash used in investing activities	(28,204)	(17,964)
Net cash provided by (used in) financing activities	8,127	(4,347)
Net increase in cash and cash equivalents	11,665	7,244
Cash and cash equivalents at beginning of year	41,209	52,874
Cash and cash equivalents at end of year	52,874	60,118
`;

/** The text with some of its prints changed; each must stand there. */
export function changed(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`not in the filing: ${from}`);
    return result.replace(from, to);
  }, text);
}

export function compare(laterText: string, earlierText: string, all = false): FileReport {
  const encoder = new TextEncoder();
  return checkFiling(encoder.encode(laterText), {
    path: "2023.txt",
    all,
    prior: { bytes: encoder.encode(earlierText), path: "archive/2022.txt" },
  });
}

/** Findings of the rule, and those that name one of its relations. */
export function found(report: FileReport): readonly Check[] {
  return report.checks.filter(
    ({ rule, status, related }) =>
      (status === "fail" || status === "warn") &&
      (rule === "comparatives" || related.some((check) => check.rule === "comparatives")),
  );
}

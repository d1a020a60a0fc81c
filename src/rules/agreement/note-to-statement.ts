import { ClaimTable } from "../../prose/claim-table.ts";
import { defineRule } from "../rule.ts";
import { computedSentences } from "./computed-sentences.ts";
import { depositaryShares } from "./depositary-shares.ts";
import { notedLines } from "./noted-lines.ts";

const sound = `Aldermoor Limited
Each ADS represents twelve (12) ordinary shares. Outstanding ordinary shares were 24,600,012 as of December 31, 2024, equivalent to about 2,050,001 ADSs.

As of December 31, 2024, the Group had net current liabilities of RMB6,405.

BALANCE SHEETS (in thousands)
\tNotes\tDec 31, 2023\tDec 31, 2024
\t\tRMB\tRMB
Cash and cash equivalents\t\t31,640\t28,907
Trade receivables\t7\t44,218\t46,380
Total current assets\t\t75,858\t75,287
Vessels\t\t120,405\t131,918
Total assets\t\t196,263\t207,205
Trade payables\t\t70,119\t81,692
Total current liabilities\t\t70,119\t81,692
Total equity\t\t126,144\t125,513
Total liabilities and equity\t\t196,263\t207,205

7. TRADE RECEIVABLES (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Invoiced\t47,302\t49,861
Allowance\t(3,084)\t(3,481)
Trade receivables\t44,218\t46,380
`;

/** Another part of the line, another date, what is expected, an open list, and a ratio that changed. */
const others = `Aldermoor Limited
Each ADS represents twelve (12) ordinary shares. Under the deposit agreement in force until June 2024, each ADS represents ten ordinary shares. Outstanding ordinary shares were 24,600,012 as of December 31, 2024, equivalent to about 2,460,001 ADSs.

As of March 31, 2025, the Group had net current liabilities of RMB9,118. As of December 31, 2024 and 2023, the Group had net current liabilities of RMB7,000. As of December 31, 2024, the Group had cash and cash equivalents and undrawn facilities of RMB58,907.

BALANCE SHEETS (in thousands)
\tNotes\tDec 31, 2023\tDec 31, 2024
\t\tRMB\tRMB
Cash and cash equivalents\t\t31,640\t28,907
Trade receivables\t7\t44,218\t46,380
Total current assets\t\t75,858\t75,287
Vessels\t8\t120,405\t131,918
Total assets\t\t196,263\t207,205
Trade payables\t\t70,119\t81,692
Total current liabilities\t\t70,119\t81,692
Total equity\t\t126,144\t125,513
Total liabilities and equity\t\t196,263\t207,205

7. TRADE RECEIVABLES (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Not past due\t37,302\t39,861
Past due\t5,084\t5,481
Invoices of the harbour division\t42,386\t45,342

8. VESSELS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Vessels\t168,117\t184,233
Less: depreciation\t(47,712)\t(52,315)
Carrying amount\t120,405\t131,918
`;

/** Figures of these sentences are numbered above those of tables, of claims and of an earlier filing. */
const numberedApart = 2_000_000_000;

const name = "note-to-statement";

export const noteToStatement = defineRule({
  name,
  summary: "Notes and sentences agree with the lines of the statements that they explain",
  what: 'Follows the note numbers beside the lines of the statements to the tables of those notes. Also recomputes balances that a sentence derives from the balance sheet ("net current liabilities of ...") and numbers of depositary shares at the ratio that the text states.',
  why: "A note explains a line of the statements; a note with another total explains something else.",
  fix: "Compare the note or the sentence with the line that it refers to, and correct the one that was not updated.",
  source: "IAS 1.113 (notes are cross-referenced to the line items); Regulation S-X 4-01",
  examples: {
    passes: [{ title: "A note, net current liabilities in a sentence, shares and ADSs", filing: sound }],
    fails: [
      { title: "Two digits of a computed balance transposed", filing: sound.replace("RMB6,405", "RMB6,450") },
      { title: "ADSs at another ratio", filing: sound.replace("2,050,001", "2,460,001") },
    ],
    quiet: [
      { title: "A part of the line, gross amounts, other dates, open lists, two ratios", filing: others },
    ],
  },
  *check(filing) {
    yield* notedLines(name, filing);
    const into = new ClaimTable(numberedApart, numberedApart);
    yield* computedSentences(name, filing, into);
    yield* depositaryShares(name, filing, into);
  },
});

import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";
import { checkDocument } from "../../src/run.ts";
import type { FileReport } from "../../src/report/report.ts";

async function check(text: string): Promise<FileReport> {
  const document = await read(new TextEncoder().encode(text), "filing.txt");
  return checkDocument(document, null, { path: "filing.txt", all: true });
}

function findings({ checks }: FileReport): string[] {
  return checks
    .filter(({ status }) => status === "fail" || status === "warn")
    .map(({ rule, status, result }) => `${rule} ${status} ${result.row}: ${result.raw}`);
}

/** A quarterly report as text, its balance sheet over two pages and its totals under rule lines alone. */
const quarterly = `<SEC-DOCUMENT>0000000000-98-000001.txt : 19980810
<DOCUMENT>
<TYPE>10-Q
<TEXT>
                          LARKFEN INSTRUMENTS, INC.
              CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
               (Dollars in millions, except per share amounts)
<TABLE>
<CAPTION>
                                  THREE MONTHS                NINE  MONTHS
                                     ENDED                       ENDED
                              June 26,    June 27,       June 26,    June 27,
                                  1998        1997           1998        1997
<S>                               <C>          <C>            <C>         <C>
Net sales                     $  1,402    $  1,737       $  4,385    $  5,467
Cost of sales                    1,042       1,389          3,323       4,419
                                 _____       _____          _____       _____
  Gross margin                     360         348          1,062       1,048
Operating expenses:
  Research and development          76         101            230         391
  Selling expenses                 216         207            673         627
  Special charges:
    Closures                         7          --              7         375
    Severance                       --          55             --         155
                                 _____       _____          _____       _____
    Total operating expenses       299         363            910       1,548
                                 _____       _____          _____       _____
Operating income (loss)       $     61    $    (15)      $    152    $   (500)
                                 =====       =====          =====       =====
</TABLE>
                                       2
<PAGE>
                          LARKFEN INSTRUMENTS, INC.
                    CONDENSED CONSOLIDATED BALANCE SHEETS
                                   ASSETS
                               (In millions)
<TABLE>
<CAPTION>
                                         June 26, 1998      September 26, 1997
<S>                                               <C>                     <C>
Current assets:
  Cash and cash equivalents                   $  1,203                $  1,230
  Other current assets                           2,172                   2,194
                                                ______                  ______
      Total current assets                       3,375                   3,424
Equipment, net                                     365                     486
Other assets                                       301                     323
                                                ______                  ______
                                              $  4,041                $  4,233
                                                ======                  ======
</TABLE>
See accompanying notes to condensed consolidated financial statements.
                                       3
<PAGE>
                          LARKFEN INSTRUMENTS, INC.
              CONDENSED CONSOLIDATED BALANCE SHEETS (Continued)
                     LIABILITIES AND SHAREHOLDERS' EQUITY
                               (In millions)
<TABLE>
<CAPTION>
                                         June 26, 1998      September 26, 1997
<S>                                               <C>                     <C>
Current liabilities:
  Accounts payable                            $    573                $    685
  Other current liabilities                        816                   1,133
                                                ______                  ______
      Total current liabilities                  1,389                   1,818
Long-term debt                                   1,166                   1,215
Shareholders' equity                             1,486                   1,200
                                                ______                  ______
                                              $  4,041                $  4,233
                                                ======                  ======
</TABLE>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;

describe("a quarterly report as text", () => {
  test("is silent, and all its figures tie", async () => {
    const report = await check(quarterly);
    expect(findings(report)).toEqual([]);
    expect(report.figures.tied).toBe(report.figures.printed);
  });

  test.each([
    [
      "a part under two headings",
      "   673         627",
      "   637         627",
      ["operating-result fail Total operating expenses: 910"],
    ],
    [
      "a gross margin in small amounts",
      "1,062       1,048",
      "1,026       1,048",
      ["gross-profit fail Gross margin: 1,026"],
    ],
  ])("%s is told", async (_, right, wrong, expected) => {
    expect(findings(await check(quarterly.replace(right, wrong)))).toEqual(expected);
  });

  test("a total that stands on one page as on the other", async () => {
    const wrong = quarterly.replace("4,041                $  4,233\n", "4,014                $  4,233\n");
    expect(findings(await check(wrong))).toEqual([expect.stringMatching(/^balance-sheet fail/)]);
  });
});

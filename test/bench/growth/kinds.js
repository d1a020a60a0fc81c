// Input that grows, one kind for each way in which a reader may go over it twice. `unit` is repeated until there
// are enough characters; what stands before and after makes it a filing.
const tabbed = "Tern Ferries Limited\nBALANCE SHEETS (in thousands)\n\t2023\t2022\n\tUSD\tUSD\nCash\t100\t90\nOther\t200\t110\nTotal assets\t300\t200\n";
const laidOut = "Tern Ferries Limited\nBALANCE SHEETS (in thousands)\n                  December 31,  December 31,\n                      2023          2022\nCash                  100           90\nOther                 200          110\nTotal assets          300          200\n\n";
const piped = "# Tern Ferries Limited\n\n| | 2023 | 2022 |\n|---|---|---|\n| Cash | 100 | 90 |\n| Other | 200 | 110 |\n| Total assets | 300 | 200 |\n\n";
const html = "<html><body><table><tr><td></td><td>2023</td></tr><tr><td>Cash</td><td>100</td></tr></table>";
const edgar = "<SEC-DOCUMENT>\n<TABLE>\n<CAPTION>\n            2023    2022\n<S>         <C>     <C>\nCash         100      90\n</TABLE>\n";

/** What may be repeated within a line, or a cell. */
const pieces = [
  " ", "\t", "  x", "|", "| ", "|-", "-|", ":-", "- ", "--", ".", ". ", ".. ", ",", ", ", "(", ")", "()", "( ", "%", "$", "$ ",
  "*", "**", "\\", "_", "#", " #", "&", "&amp;", "<", "<a", "<a>", "</", "<!--", "[", "](", "]{", "'", '"', "“",
  "1", "1 ", "1,", "12 345 ", "123 456  ", "1,234 ", "1,234\t", "1.234,5 ", "12.5% ", "(1) ", "$1.5 ", "7.1 to 1 ",
  "RMB1.5 million ", "US$1.00 ", "2023 ", "2023, ", "31 ", "December 31, ", "December 31, 2023 ", "Q1 ", "Q1 2023 and ",
  "a", "a ", "aly ", "A ", "A.", "Ab & ", "and ", "of ", "per ", "per share ", "shares ", "by ", "from ", "to ", "increased ",
  "net of tax ", "total ", "income (loss) ", "compared to ", "respectively, ", "the first quarter of ", "ended ", "in thousands ",
  "(in ", "nil ", "– ", "—", "Inc. ", "\u00a0", "\u200b", "é", "中", "\u{1f600}",
];
/** What may begin something, and what may then go on for ever. */
const runs = [
  ["$", "0"], ["ADS", "\t"], ["Revenue", " per"], ["price", " per unit"], ["per share", " per"], ["average", " price"], ["at", " rate at"], ["shares", " of"],
  ["effect of", " change in exchange"], ["net of", " tax net of"], ["cash", " beginning of"], ["total", " equity and"], ["1", "000"], ["(", " -"], ["-", " ."],
];
/** Lines of their own. */
const lines = [
  "", " ", "Cash\t1\t2", "Cash\t", "Cash   100   90", "Cash  1 234  5 678", "123", "| a | 1 |", "|---|", "a | 1 | 2", "a,1,2",
  '"a","1,234"', "Abc def ghi.", "# A", "- a", "1. a", "Revenue was $1.2 million, up 5% from $1.1 million in 2022.",
  "Total assets\t300\t200", "Q1 2023\tQ2 2023", "December 31, 2023", "(in millions)", "7.1 to US$1.00", "<PAGE>", "<TABLE>", "</TABLE>",
  "<DOCUMENT>", "<TYPE>10-K", "<pre>", "<table>", "<tr><td>1</td></tr>", "<div>", "<p>a</p>", "-----", "=====", "+---+---+", "│ a │ 1 │", "\f",
];

const captioned = (caption) =>
  `<html><body><p>BALANCE SHEETS (in thousands)</p><table><tr><td></td><td>2023</td><td>2022</td></tr><tr><td>Cash</td><td>100</td><td>90</td></tr><tr><td>${caption}x</td><td>200</td><td>110</td></tr><tr><td>Total assets</td><td>300</td><td>200</td></tr></table></body></html>`;

/** Name, and the text of about so many characters. */
export const kinds = [];
const fill = (unit, size) => unit.repeat(Math.ceil(size / unit.length));
const named = (unit) => JSON.stringify(unit);
for (const piece of pieces) {
  kinds.push([`a line of ${named(piece)} in text`, (n) => `${tabbed}\n${fill(piece, n)}x\n\n${tabbed}`]);
  kinds.push([`a line of ${named(piece)} in Markdown`, (n) => `${piped}${fill(piece, n)}x\n\n${piped}`]);
  kinds.push([`a cell of ${named(piece)}`, (n) => `${tabbed}Other ${fill(piece, n)}x\t100\t90\n${tabbed}`]);
  kinds.push([`HTML text of ${named(piece)}`, (n) => `${html}<p>${fill(piece, n)}x</p></body></html>`]);
}
for (const piece of pieces) {
  kinds.push([`a caption of ${named(piece)} in HTML`, (n) => captioned(fill(piece, n))]);
  kinds.push([`a caption of ${named(piece)} in laid-out text`, (n) => `${laidOut.trimEnd()}\n${fill(piece, n)}x         300          200\n`]);
}
for (const [start, piece] of runs) {
  const name = `${named(start)} and ${named(piece)}`;
  kinds.push([`a sentence of ${name}`, (n) => `${tabbed}\nCash was $0.1 million ${start}${fill(piece, n)}x in 2023.\n`]);
  kinds.push([`a cell of ${name}`, (n) => `${tabbed}${start}${fill(piece, n)}x\t100\t90\n${tabbed}`]);
  kinds.push([`a caption of ${name} in HTML`, (n) => captioned(`${start}${fill(piece, n)}`)]);
}
for (const line of lines) {
  kinds.push([`lines of ${named(line)} in text`, (n) => `${tabbed}${fill(`${line}\n`, n)}${tabbed}`]);
  kinds.push([`lines of ${named(line)} in laid-out text`, (n) => `${laidOut}${fill(`${line}\n`, n)}${laidOut}`]);
  kinds.push([`lines of ${named(line)} in Markdown`, (n) => `${piped}${fill(`${line}\n`, n)}${piped}`]);
  kinds.push([`lines of ${named(line)} in a submission`, (n) => `${edgar}${fill(`${line}\n`, n)}${edgar}`]);
  kinds.push([`lines of ${named(line)} in HTML`, (n) => `${html}${fill(`${line}\n`, n)}</body></html>`]);
}

/** Rows as numbers that can be added up fast. */
import { captionKey } from "./caption.ts";
import { isLess, isNegative, type Line } from "./fit.ts";
import type { Row } from "./table.ts";

const deductionWords =
  /^\(?less\b|^cost\b|\bexpense|\bcost of|\bcharge|\bdepreciation|\bprovision for|\btax\b|\bimpairment|\ballowance|\bloss(?:es)?\b(?! of)|^deduct|\beliminat|\bdividend|\bdiscount/;

/** Rows as numbers, each column at its own last digit: columns may print in different scales. */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  const bases = lastDigitsOf(rows);
  return rows.map((row) => makeLine(row, bases));
}

/** The finest last digit of each column, so that all its figures are whole numbers of it. */
function lastDigitsOf(rows: readonly Row[]): readonly number[] {
  const finest: number[] = [];
  for (const row of rows) {
    for (const [col, figure] of row.figures.entries()) {
      if (figure && !figure.nil)
        finest[col] = Math.min(finest[col] ?? figure.value.exponent, figure.value.exponent);
    }
  }
  return finest;
}

function makeLine(row: Row, bases: readonly number[]): Line {
  const values = row.figures.map((figure, col) => {
    if (!figure || (figure.nil && !figure.damage)) return 0;
    // The halves of a split row are read whole; only which row they belong to was in doubt.
    if (figure.damage !== null && figure.damage.kind !== "split") return null;
    return Number(figure.value.coefficient) * 10 ** (figure.value.exponent - (bases[col] ?? 0));
  });
  return {
    row,
    values,
    blank: row.figures.map((figure) => figure === undefined),
    deduction: deductionWords.test(captionKey(row.caption)),
    less: isLess(row) && !isNegative({ values }),
  };
}

/** Formulas that were filled down or to the right: the workbook writes one of them and says where the others are. */
import { columnLetters, columnOf, mostColumns } from "../office/spots.ts";

/** A cell that a formula names; the dollar signs fix its column and its row. */
const reference = /(\$?)\b([A-Z]{1,3})(\$?)(\d{1,7})\b/g;

interface First {
  readonly formula: string;
  readonly column: number;
  readonly row: number;
}

function placeOf(cell: string): { readonly column: number; readonly row: number } {
  return { column: columnOf(cell), row: Number(cell.replace(/^[A-Z]{1,3}/, "")) };
}

export class SharedFormulas {
  readonly #first = new Map<string, First>();

  /** The formula of `cell`, "C14", which has this share number; "" where no earlier cell wrote it. */
  at(cell: string, share: string, formula: string): string {
    const { column, row } = placeOf(cell);
    if (formula !== "") {
      this.#first.set(share, { formula, column, row });
      return formula;
    }
    const first = this.#first.get(share);
    return first ? moved(first, column - first.column, row - first.row) : "";
  }
}

/** The formula as it is so many columns to the right and rows below; "" where a cell would lie outside the sheet. */
function moved({ formula }: First, columns: number, rows: number): string {
  let isOutside = false;
  const said = formula.replace(
    reference,
    (_, fixed: string, letters: string, isFixed: string, digits: string) => {
      const column = columnOf(letters) + (fixed === "" ? columns : 0);
      const row = Number(digits) + (isFixed === "" ? rows : 0);
      isOutside ||= column < 1 || column > mostColumns || row < 1;
      return `${fixed}${columnLetters(column)}${isFixed}${row}`;
    },
  );
  return isOutside ? "" : said;
}

/** Formulas of a workbook that add up other cells than the lines above them, or beside them, come to. */
import { spotOf } from "../read/document.ts";
import { columnLetters, columnOf } from "../read/office/spots.ts";
import type { Remark } from "../rules/rule.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";

/** A part of a sum: a sign, and a cell or the cells of a SUM or a SUBTOTAL that adds. */
const part =
  /\s{0,8}([+-]?)\s{0,8}(?:(?:SUM\(|SUBTOTAL\((?:10)?9,)([A-Z0-9$:,\s]{1,400})\)|(\$?[A-Z]{1,3}\$?\d{1,7}))\s{0,8}/gy;
/** Cells of one range that are looked at. */
const mostCells = 500;

/** The cells that a formula adds up, "C6"; null where it does anything else. */
export function addedCells(formula: string): readonly string[] | null {
  const cells: string[] = [];
  part.lastIndex = 0;
  let end = 0;
  for (let match = part.exec(formula); match; match = part.exec(formula)) {
    end = part.lastIndex;
    const [, , ranges, cell] = match;
    for (const range of (ranges ?? cell ?? "").replaceAll("$", "").split(",")) {
      const own = cellsOf(range.trim());
      if (!own) return null;
      cells.push(...own);
    }
  }
  return end === formula.length && cells.length > 1 ? cells : null;
}

function cellsOf(range: string): readonly string[] | null {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(range);
  if (!match) return null;
  const [, from = "", top = "", to = from, bottom = top] = match;
  const [first, last] = [columnOf(from), columnOf(to)];
  const cells: string[] = [];
  for (let row = Number(top); row <= Number(bottom); row++) {
    for (let column = first; column <= last; column++) {
      if (cells.length >= mostCells) return null;
      cells.push(`${columnLetters(column)}${row}`);
    }
  }
  return cells;
}

function cellOf({ place }: Figure): string {
  return spotOf(place.line, place.column) ?? "";
}

/** One remark for each cell whose formula adds up other figures than every sum that was found for it. */
export function formulaRemarks({ document, figures }: Filing, judged: readonly Judged[]): readonly Remark[] {
  const { formulas } = document;
  if (!formulas || formulas.size === 0) return [];
  const byCell = new Map(figures.map((figure) => [cellOf(figure), figure]));
  const sums = new Map<Figure, Judged[]>();
  for (const item of judged) {
    const { form, result, terms } = item.relation;
    if (form.kind !== "linear" || terms.length < 2 || item.status === "skip") continue;
    sums.set(result, [...(sums.get(result) ?? []), item]);
  }
  return [...sums].flatMap(([result, found]): Remark[] => {
    const cell = cellOf(result);
    const formula = formulas.get(cell);
    const added = formula === undefined ? null : addedCells(formula);
    if (!added) return [];
    const sheet = cell.slice(0, cell.indexOf("!") + 1);
    const own = new Set(added.flatMap((each) => byCell.get(sheet + each) ?? []));
    const isSame = found.some(
      ({ relation: { terms } }) => terms.length === own.size && terms.every((term) => own.has(term)),
    );
    const [first] = found;
    if (isSame || !first) return [];
    const { rule, terms } = first.relation;
    const name = (figure: Figure): string => cellOf(figure).slice(sheet.length);
    const checked = terms.map(name).join(", ");
    const { line } = result.place;
    const where = document.whereabouts?.({ where: cell, line }).where ?? cell;
    return [
      {
        rule,
        remark: `${result.row.caption || "a line without a caption"} (${where}) is the formula ${formula}, but is checked as what ${checked} come to`,
      },
    ];
  });
}

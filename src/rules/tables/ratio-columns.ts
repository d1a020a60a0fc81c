/** Columns of rates that are one column of their table over another, line by line. */
import { columnWords } from "../../tables/column-words.ts";
import { toNumber } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { countTies } from "../../relations/tie.ts";
import { type Column, type Figure, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { withSupport } from "../sums.ts";
import { changeWords, isOpen, isTold, powersOf } from "./told.ts";

/** Fewer lines are alike by chance. */
const fewestLines = 4;
/** Powers of ten that the lines must explain together, less those of the pairs that were tried. */
const fewestPowers = 5;
/** With more columns there are too many pairs. */
const mostColumns = 16;
/** Shares and amounts may be counted in units and thousands. */
const scales = [0, 3, -3, 6, -6] as const;

interface Way {
  readonly over: Column;
  readonly under: Column;
  readonly scale: number;
}

/** The quotients of a table; where one breaks, nearly all others of its column tie. */
export function* columnQuotients(rule: string, table: Table): Generator<Relation> {
  const amounts = table.columns.filter(
    ({ role }) => role !== "note" && role !== "percent" && role !== "change",
  );
  if (amounts.length < 2 || amounts.length > mostColumns || table.rows.length < fewestLines) return;
  for (const column of table.columns) {
    if (column.role !== "percent" && column.role !== "rate") continue;
    if (changeWords.test(column.label)) continue;
    const way = bestWay(table, column, amounts);
    if (!way) continue;
    const relations = table.rows.flatMap((row) => quotientOf(rule, row, column, way));
    const ties = countTies(relations);
    if (ties >= fewestLines && ties * 5 >= relations.length * 4)
      yield* withSupport(relations.filter((relation) => !isOpen(relation)));
  }
}

function bestWay(table: Table, column: Column, amounts: readonly Column[]): Way | null {
  let best: Way | null = null;
  let most = 0;
  let tried = 1;
  for (const over of amounts) {
    for (const under of amounts) {
      if (over === under || over === column || under === column) continue;
      for (const scale of column.role === "percent" ? [0] : scales) {
        tried++;
        const powers = powersBy(table, column, { over, under, scale }) - Math.log10(tried);
        if (powers <= Math.max(most, fewestPowers)) continue;
        most = powers;
        best = { over, under, scale };
      }
    }
  }
  return best;
}

/** How many digits the lines explain, as numbers; 0 where more than one in five does not tie. */
function powersBy({ rows }: Table, column: Column, { over, under, scale }: Way): number {
  let ties = 0;
  let tried = 0;
  let powers = 0;
  for (const { figures } of rows) {
    const [result, a, b] = [column, over, under].map(({ index }) => figures[index]);
    if (!isTold(result) || !isTold(a) || !isTold(b)) continue;
    tried++;
    const own = powersOf(result, (toNumber(a.value) / toNumber(b.value)) * 10 ** scale, a, b, scale);
    if (own < 0) continue;
    ties++;
    powers += own;
  }
  return ties >= fewestLines && ties * 5 >= tried * 4 ? powers : 0;
}

function quotientOf(rule: string, row: Row, column: Column, { over, under, scale }: Way): Relation[] {
  const [result, a, b] = [column, over, under].map(({ index }) => row.figures[index]);
  if (!isTold(result) || !isTold(a) || !isTold(b) || row.kind === "ghost") return [];
  const words = (figure: Figure): string => columnWords(figure.column, figure.table);
  return [
    {
      rule,
      title: `${printedCaption(row) || "Line without a caption"}: ${words(result)} = ${words(a)} / ${words(b)}`,
      form: { kind: "quotient", scale },
      result,
      terms: [a, b],
      belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${rule}:${result.table.index}:${column.index}`,
    },
  ];
}

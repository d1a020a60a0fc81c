/** Statements that were recognised and in which nothing ties: such a filing must not pass for one that ties. */
import { kinds } from "../defence/evidence/kinds.ts";
import { abs, compare } from "../money/decimal.ts";
import { saidLine } from "../read/document.ts";
import type { Filing } from "../statements/filing.ts";
import type { Table } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import { columnName, lineName, recomputedAs, shownAs, signedAs } from "./words.ts";

/** One sentence for each: the statement, its largest total that misses, and by how much. */
export function untiedStatements(filing: Filing, judged: readonly Judged[]): readonly string[] {
  const byTable = new Map<Table, Judged[]>();
  for (const item of judged) {
    // What stands in the statement is tied where other tables or sentences repeat it.
    for (const { table } of [item.relation.result, ...item.relation.terms]) {
      const own = byTable.get(table);
      if (!own) byTable.set(table, [item]);
      else if (own.at(-1) !== item) own.push(item);
    }
  }
  return [...byTable].flatMap(([table, items]) => sentenceOf(filing, table, items) ?? []);
}

function sentenceOf(filing: Filing, table: Table, items: readonly Judged[]): string | null {
  if (items.some(({ status }) => status !== "skip")) return null;
  const broken = items.filter(
    ({ relation, grade, cleared, expected }) =>
      grade === "broken" && !cleared && expected !== undefined && relation.result.table === table,
  );
  const isRecognised =
    filing.kindOf(table) !== "other" ||
    broken.some(({ relation }) => kinds.statement.includes(relation.rule));
  const [first, ...others] = broken;
  if (!first || !isRecognised) return null;
  const shown = others.reduce((best, item) => (isLarger(item, best) ? item : best), first);
  const { result } = shown.relation;
  if (!shown.expected || !shown.difference) return null;
  const where = [lineName(result), columnName(result)].filter((part) => part !== "").join(", ");
  const sums = `printed ${shownAs(result)}, its lines make ${recomputedAs(shown.expected, result)} (difference ${signedAs(shown.difference, result)})`;
  return `nothing ties in ${table.title || "the table"} (${saidLine(table.line)}): ${where}: ${sums}`;
}

/** Amounts before what is said of them: the totals that readers look at. */
function isLarger({ relation: { result } }: Judged, { relation: { result: best } }: Judged): boolean {
  if ((result.unit === "currency") !== (best.unit === "currency")) return result.unit === "currency";
  return compare(abs(result.value), abs(best.value)) > 0;
}

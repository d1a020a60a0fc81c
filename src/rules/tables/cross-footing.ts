import { columnWords } from "../../tables/column-words.ts";
import { abs, add, compare, type Decimal, isZero, subtract, zero } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { countTies, evaluateTie, printedTie } from "../../relations/tie.ts";
import { type ColumnSum, crossFoots, fewestPrinted, findColumnSums } from "../../tables/column-sums.ts";
import type { Sum } from "../../tables/fit.ts";
import type { Filing } from "../../statements/filing.ts";
import {
  type Column,
  type Figure,
  printedCaption,
  readable,
  type Row,
  type Table,
} from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
Year ended December 31, 2024 (RMB in thousands)
\tPublic cloud\tEnterprise cloud\tCorporate\tTotal
External sales\t921,330\t456,595\t-\t1,377,925
Equipment bought\t88,204\t31,116\t4,018\t123,338
Depreciation\t101,390\t27,203\t2,615\t131,208
Staff costs\t140,207\t96,012\t51,440\t287,659
Rent\t11,204\t7,310\t1,907\t20,421
`;

const notASum = `Aldermoor Limited
Year ended December 31, 2024 (RMB in thousands)
\tPublic cloud\tEnterprise cloud\tTotal
External sales\t921,330\t456,595\t1,377,925
Staff costs\t140,207\t96,012\t287,659
Customers\t12,204\t3,310\t14,871
Depreciation\t101,390\t27,203\t131,208
Hours a head\t1,904\t1,888\t1,897
`;

const consolidating = `Aldermoor Limited
Consolidating information, December 31, 2024 (in thousands)
\tConsolidated\tIndustrial\tFinancing\tEliminations
\tRMB\tRMB\tRMB\tRMB
Cash\t292,587\t264,592\t27,995\t-
Receivables\t231,094\t205,377\t96,422\t(70,705)
Inventories\t38,115\t38,115\t-\t-
Equipment\t455,981\t412,060\t43,921\t-
Other assets\t96,410\t118,204\t12,616\t(34,410)
Total assets\t1,114,187\t1,038,348\t180,954\t(105,115)
`;

const carrying = `Aldermoor Limited
Intangible assets, December 31, 2024 (in thousands)
\tGross carrying amount\tAccumulated amortization\tNet carrying amount
\tRMB\tRMB\tRMB
Customer lists\t64,118\t41,206\t22,912
Software\t38,204\t22,471\t15,733
Licences\t12,406\t5,112\t7,294
Trade marks\t9,318\t-\t9,318
Total\t124,046\t68,789\t55,257
`;

const inGroups = `Aldermoor Limited
Segments (in thousands)
\tHosting 2024\tHosting 2023\tConsulting 2024\tConsulting 2023\tTotal 2024\tTotal 2023
\tRMB\tRMB\tRMB\tRMB\tRMB\tRMB
Revenues\t921,330\t790,406\t284,115\t310,208\t1,205,445\t1,100,614
Cost of sales\t560,274\t498,118\t191,206\t204,377\t751,480\t702,495
Depreciation\t101,390\t97,203\t12,615\t14,118\t114,005\t111,321
Staff costs\t140,207\t136,012\t51,440\t48,907\t191,647\t184,919
Segment assets\t1,204,140\t1,118,362\t88,204\t91,116\t1,292,344\t1,209,478
`;

/** Columns of years of which nothing says that they belong together, and which do not add up. */
const otherGroups = inGroups
  .replace("1,205,445\t1,100,614", "1,198,216\t1,094,380")
  .replace("751,480\t702,495", "744,251\t696,261")
  .replace("191,647\t184,919", "203,911\t195,203");

const onlyInTotal = `Aldermoor Limited
Securities, December 31, 2024 (in thousands)
\tCost\tGains\tTotal fair value
\tRMB\tRMB\tRMB
Bonds\t64,118\t1,206\t65,324
Bills\t38,204\t471\t38,675
Deposits\t12,406\t112\t12,518
Total debt securities\t114,728\t1,789\t116,517
Listed shares\t\t\t9,318
Total\t114,728\t1,789\t125,835
`;

const quarters = `Aldermoor Limited
Revenues by quarter, 2024 (RMB in millions)
\tQ1\tQ2\tQ3\tQ4\tTotal
Hosting\t921\t930\t955\t981\t3,787
Consulting\t284\t291\t288\t302\t1,165
Licences\t172\t180\t169\t190\t711
Support\t96\t97\t95\t101\t389
Training\t40\t41\t40\t42\t166
`;

const name = "cross-footing";

export const crossFooting = defineRule({
  name,
  summary: "A total column is the sum of the columns beside it, in every row",
  what: "Where a table has a total column, adds the columns beside it in every row, or those that stand as far apart where each group has several columns. A break is reported only when most rows of the table add up that way.",
  why: "Segment tables and statements of equity add up both ways; a wrong cell is where the row and the column that do not add up cross.",
  fix: "Add the row. Where the column through the same cell does not add up either, that cell is the wrong one.",
  source: "Cross-footing, as in the recalculation of schedules (ISA 500.A19; PCAOB AS 1105.19)",
  examples: {
    passes: [
      { title: "Segments and their total", filing: sound },
      { title: "A consolidated column left of its parts and their eliminations", filing: consolidating },
      { title: "Gross less accumulated amortization", filing: carrying },
      { title: "Two years under each segment and under all", filing: inGroups },
    ],
    fails: [
      { title: "One digit wrong", filing: sound.replace("27,203", "27,303") },
      {
        title: "Two digits transposed where two years stand under each segment",
        filing: inGroups.replace("1,292,344", "1,229,344"),
      },
    ],
    quiet: [
      { title: "A year whose quarters were rounded one by one", filing: quarters },
      { title: "A total with costs of no segment, customers of both, and averages", filing: notASum },
      { title: "Years under segments that are not all of them", filing: otherGroups },
      { title: "A line of which only the total is told", filing: onlyInTotal },
    ],
  },
  *check(filing) {
    for (const family of families(filing.tables)) {
      const shared = family.length > 1 ? findColumnSums(family[0]?.columns ?? [], family) : [];
      for (const table of family) {
        const own = findColumnSums(table.columns, [table]);
        for (const sum of own) yield* withSupport(relationsOf(filing, table, sum));
        // What one slip leaves too few lines to see, the same columns of another table show.
        for (const sum of shared) {
          if (own.some(({ result }) => result.index === sum.result.index)) continue;
          const others = family.filter((other) => other !== table);
          const ties = others.map((other) => countTies(relationsOf(filing, other, within(other, sum))));
          const relations = relationsOf(filing, table, within(table, sum));
          yield* withSupport(
            relations,
            ties.reduce((all, count) => all + count, 0),
          );
        }
      }
    }
  },
});

/** Tables with the same columns, such as the segments of one period and of another, in the order of the first. */
function families(tables: readonly Table[]): readonly (readonly Table[])[] {
  const byColumns = new Map<string, Table[]>();
  for (const table of tables) {
    const labels = table.columns.map(({ label, period, total, role }) =>
      period === null ? label : `${role} ${total === true}`,
    );
    const parts = table.columns.filter(({ label, period }) => period === null && label !== "");
    const key = parts.length >= 2 ? labels.join("|").toLowerCase() : `${table.index}`;
    const known = byColumns.get(key);
    if (known) known.push(table);
    else byColumns.set(key, [table]);
  }
  return [...byColumns.values()];
}

/** The sum with the columns of another table of the family. */
function within(table: Table, sum: ColumnSum): ColumnSum {
  const own = (column: Column): Column => table.columns[column.index] ?? column;
  return {
    ...sum,
    result: own(sum.result),
    terms: sum.terms.map(({ column, weight }) => ({ column: own(column), weight })),
  };
}

function relationsOf(filing: Filing, table: Table, sum: ColumnSum): readonly Relation[] {
  const footings = filing.sumsOf(table);
  const footed = new Set(footings.flatMap(({ result, terms }) => [result, ...terms.map(({ row }) => row)]));
  const relations = table.rows.flatMap((row) => sumOf(row, sum));
  const open = undisclosed(table, sum, footings);
  // Where the header does not say that the column is a total, a line that takes part in no sum of the
  // table may be of a kind that does not add up.
  const speaks = ({ result: { row }, terms }: Relation): boolean =>
    terms.length >= fewestPrinted && !sum.ofPeriods && !open.has(row) && (sum.labelled || footed.has(row));
  // Where only the figures tell which columns belong together, a unit out says nothing.
  const isMade = ({ apart }: ColumnSum, relation: Relation): boolean =>
    apart !== true || printedTie(relation) === "exact" || printedTie(relation) === "broken";
  return relations.filter(
    (relation) => isMade(sum, relation) && (speaks(relation) || passesFor(sum, relation)),
  );
}

/** Where a break says nothing, what ties is still worth having; of periods only what ties well. */
function passesFor({ ofPeriods }: ColumnSum, relation: Relation): boolean {
  return evaluateTie(relation) !== false && !(ofPeriods && printedTie(relation) === "strained");
}

/**
 * Lines that print the total and none of its parts, or parts without their total, and the lines that hold such a
 * line: their total holds what the parts do not show.
 */
function undisclosed(table: Table, sum: ColumnSum, footings: readonly Sum[]): Set<Row> {
  const { whole, parts } = partsOf(sum);
  const isTold = ({ figures }: Row, { index }: Column): boolean =>
    figures[index] !== undefined && !figures[index].nil && !isZero(figures[index].value);
  const open = new Set<Row>();
  const inParts: Row[] = [];
  const alone: Row[] = [];
  for (const row of table.rows) {
    const hasTotal = isTold(row, whole);
    const hasParts = parts.some((part) => isTold(row, part));
    if (hasTotal && !hasParts) open.add(row);
    if (hasParts && !hasTotal) inParts.push(row);
    if (hasTotal !== hasParts || row.ragged) alone.push(row);
  }
  // A sum stands below its lines, so one pass finds the sums of sums.
  for (const footing of footings) {
    if (footing.terms.some((term) => open.has(term.row))) open.add(footing.result);
  }
  for (const row of inParts) open.add(row);
  let above = 0;
  for (const row of table.rows) {
    if (exceedsBy(row, alone.slice(Math.max(0, above - mostAlone), above), sum)) open.add(row);
    if (alone[above] === row) above++;
  }
  return open;
}

/** Lines that are told in total only, or in parts only, of which a line below may be the sum. */
const mostAlone = 12;

/** What one column less another makes is a part of the first, too. */
function partsOf({ result, terms }: ColumnSum): {
  readonly whole: Column;
  readonly parts: readonly Column[];
} {
  const [first, ...others] = terms.map(({ column }) => column);
  return first && terms.some(({ weight }) => weight < 0)
    ? { whole: first, parts: [result, ...others] }
    : { whole: result, parts: terms.map(({ column }) => column) };
}

/** Whether a line is out by just what lines above it do not disclose: netting, collateral, net asset values. */
function exceedsBy(row: Row, alone: readonly Row[], sum: ColumnSum): boolean {
  const difference = excessOf(row, sum);
  if (isZero(difference)) return false;
  let all = zero;
  for (const line of alone.toReversed()) {
    // Where the source lost blank cells, what belongs to the total may stand under a part.
    const isIt = (figure: Figure | undefined): boolean =>
      figure !== undefined && compare(abs(figure.value), abs(difference)) === 0;
    if (line.ragged && line.figures.some(isIt)) return true;
    all = add(all, excessOf(line, sum));
    if (compare(all, difference) === 0) return true;
  }
  return false;
}

/** By how much the printed result exceeds the sum, a blank cell counted as nothing. */
function excessOf({ figures }: Row, { result, terms }: ColumnSum): Decimal {
  let excess = figures[result.index]?.value ?? zero;
  for (const { column, weight } of terms) {
    const value = figures[column.index]?.value ?? zero;
    excess = weight < 0 ? add(excess, value) : subtract(excess, value);
  }
  return excess;
}

function sumOf(row: Row, { result: total, terms: columns, labelled }: ColumnSum): Relation[] {
  const result = row.figures[total.index];
  const terms: Figure[] = [];
  const weights: (1 | -1)[] = [];
  for (const { column, weight } of columns) {
    const figure = row.figures[column.index];
    if (!figure) continue;
    terms.push(figure);
    weights.push(weight);
  }
  if (!result || terms.length === 0 || !crossFoots(row)) return [];
  if (terms.every((term) => term.nil)) return [];
  const parts = columns.map(({ column, weight }, i) => {
    const sign = weight < 0 ? "-" : "+";
    const words = columnWords(column, result.table);
    return i === 0 ? words : `${sign} ${words}`;
  });
  const relation: Relation = {
    rule: name,
    title: `${printedCaption(row) || "Line without a caption"}: ${columnWords(total, result.table)} = ${parts.join(" ")}`,
    form: { kind: "linear", weights },
    result,
    terms,
    belief: { identity: false, structure: labelled, wording: false, complete: false, ties: 0, breaks: 0 },
    pattern: `${name}:${result.table.index}:${total.index}`,
  };
  return evaluateTie(relation) === false && lacksColumn(row, relation, weights) ? [] : [relation];
}

/** A column that is empty in most lines adds nothing to them; where it prints, the total may hold it too. */
function lacksColumn(row: Row, relation: Relation, weights: readonly (1 | -1)[]): boolean {
  const { result, terms } = relation;
  return row.figures.some((figure) => {
    if (!readable(figure) || figure.nil || figure === result || terms.includes(figure)) return false;
    if (!isMostlyEmpty(figure)) return false;
    return ([1, -1] as const).some((weight) => {
      const form = { kind: "linear", weights: [...weights, weight] } as const;
      return printedTie({ ...relation, form, terms: [...terms, figure], memo: {} }) === "exact";
    });
  });
}

function isMostlyEmpty({ table, column }: Figure): boolean {
  const lines = table.rows.filter((row) => row.kind !== "heading");
  const printed = lines.filter((row) => row.figures[column.index]?.nil === false);
  return printed.length * 2 < lines.length;
}

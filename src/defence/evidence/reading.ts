/** How well the place was read: a table in which much breaks was misread before it was misprinted. */
import { abs, compare, isZero, multiply, decimal } from "../../money/decimal.ts";
import type { Figure } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import type { Scene } from "../scene.ts";
import { type Charge, type EvidenceItem, yes } from "./item.ts";

/** Broken relations of the table that this cause does not explain, against those that tie: a power of two. */
function tableBreaks(charge: Charge, scene: Scene): number {
  const own = new Set(charge.cause.failing);
  let broken = 0;
  let tied = 0;
  for (const item of scene.of(charge.shown.relation.result.table)) {
    if (own.has(item)) continue;
    if (item.status === "pass") tied++;
    else if (item.grade === "broken") broken++;
  }
  return Math.log2((broken + 1) / (tied + 1));
}

/** Relations of the result's own column, or for a sentence of its paragraph, that tie or break besides. */
function beside(charge: Charge, scene: Scene, status: "tie" | "break"): number {
  const { result } = charge.shown.relation;
  const own = new Set(charge.cause.failing);
  const isNear = ({ relation: { result: other } }: Judged): boolean =>
    result.wording ? other.place.line === result.place.line : other.column === result.column;
  const found = scene.of(result.table).filter((item) => {
    if (own.has(item) || !isNear(item)) return false;
    return status === "tie" ? item.status === "pass" : item.grade === "broken" && !item.cleared;
  });
  return Math.min(mostBeside, Math.log2(1 + found.length));
}

const mostBeside = 5;

/** Other causes in the table of the result. */
function causesBeside({ cause, causes, shown }: Charge): number {
  const { table } = shown.relation.result;
  const others = causes.filter(
    (other) => other !== cause && other.failing.some(({ relation }) => relation.result.table === table),
  );
  return Math.log2(1 + others.length);
}

/** Shorter differences are equal to some figure by chance. */
const leastDifference = 100n;

/** The difference stands in the same column, in a row that the relation does not take. */
function isPrintedBeside({ shown: { relation, difference } }: Charge): boolean {
  if (!difference || abs(difference).coefficient < leastDifference) return false;
  const taken = new Set([relation.result, ...relation.terms]);
  const { table, column } = relation.result;
  return table.rows.some((row) => {
    const figure = row.figures[column.index];
    return figure && !taken.has(figure) && !figure.nil && sizeIs(figure, difference);
  });
}

/** The difference is one of the terms, or twice one: a line too many, or with the wrong sign. */
function isOfTerm({ shown: { relation, difference } }: Charge): boolean {
  if (!difference || abs(difference).coefficient < leastDifference) return false;
  const two = decimal(2n);
  return relation.terms.some(
    (term) =>
      !term.nil &&
      (sizeIs(term, difference) || compare(abs(multiply(term.value, two)), abs(difference)) === 0),
  );
}

function sizeIs({ value }: Figure, difference: Figure["value"]): boolean {
  return !isZero(value) && compare(abs(value), abs(difference)) === 0;
}

export const readingEvidence: readonly EvidenceItem[] = [
  {
    name: "table-breaks",
    what: "other breaks of the table against what ties in it, as a power of two",
    measure: tableBreaks,
  },
  {
    name: "table-causes",
    what: "other causes in the same table, as a power of two",
    measure: causesBeside,
  },
  {
    name: "column-ties",
    what: "relations of the same column, or paragraph, that tie, as a power of two",
    measure: (charge, scene) => beside(charge, scene, "tie"),
  },
  {
    name: "column-breaks",
    what: "other relations of the same column, or paragraph, that break, as a power of two",
    measure: (charge, scene) => beside(charge, scene, "break"),
  },
  {
    name: "no-period",
    what: "the column has no period",
    measure: ({ shown: { relation } }) => yes(relation.result.column.period === null),
  },
  {
    name: "difference-printed",
    what: "the difference is printed in the same column, in a line that the relation does not take",
    measure: (charge) => yes(isPrintedBeside(charge)),
  },
  {
    name: "difference-of-term",
    what: "the difference is one of the terms, or twice one",
    measure: (charge) => yes(isOfTerm(charge)),
  },
];

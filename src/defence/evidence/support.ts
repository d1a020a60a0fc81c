/** How well the relation itself is believed: what ties in its pattern, counted by its chance of being accidental. */
import { abs, toNumber } from "../../money/decimal.ts";
import type { Judged } from "../../verdict/judge.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Column, periodKey, type Row } from "../../tables/table.ts";
import type { Scene } from "../scene.ts";
import { kinds } from "./kinds.ts";
import { type Charge, type EvidenceItem, yes } from "./item.ts";

const mostPowers = 12;

/** Powers of ten against all ties of the pattern being accidents; columns of one period are one witness. */
function powersTied({ shown }: Charge, scene: Scene): number {
  const seen = new Set<string>();
  let powers = 0;
  for (const { relation, status } of scene.siblings(shown.relation)) {
    if (status !== "pass" || relation.terms.filter((term) => !term.nil).length < 2) continue;
    const { column, row } = relation.result;
    const key = `${row.index} ${periodKey(column.period) ?? column.index}`;
    if (seen.has(key)) continue;
    seen.add(key);
    powers += Math.log10(1 + Math.abs(relation.result.units || 0));
  }
  return Math.min(mostPowers, powers) / 4;
}

function brokenToo({ shown }: Charge, scene: Scene): number {
  const others = scene
    .siblings(shown.relation)
    .filter((item) => item !== shown && item.grade === "broken" && !item.cleared);
  return Math.log2(1 + others.length);
}

/** Cells of the equation, or lines between them, that print an amount here and none wherever the pattern ties. */
function isUnproved(column: Column, row: Row, tied: readonly Relation[]): boolean {
  const own = row.figures[column.index];
  return (
    own !== undefined &&
    !own.nil &&
    tied.every(({ result }) => {
      const there = row.figures[result.column.index];
      return there === undefined || there.nil;
    })
  );
}

function tiedSiblings({ shown }: Charge, scene: Scene): readonly Relation[] {
  return scene
    .siblings(shown.relation)
    .filter(({ status }) => status === "pass")
    .map(({ relation }) => relation);
}

/** A sum of cells of one column: only of such can one ask what else stands between them. */
function isDown({ form, result, terms }: Relation): boolean {
  return form.kind === "linear" && terms.length > 1 && terms.every((term) => term.column === result.column);
}

/** The share of the terms that no column in which the sum ties has an amount for. */
function unprovedTerms(charge: Charge, scene: Scene): number {
  const { relation } = charge.shown;
  if (!isDown(relation)) return 0;
  const tied = tiedSiblings(charge, scene);
  const live = relation.terms.filter(({ nil }) => !nil);
  if (tied.length === 0 || live.length === 0) return 0;
  return live.filter(({ row }) => isUnproved(relation.result.column, row, tied)).length / live.length;
}

const mostOpen = 7;

/** Lines between the ends of the sum that it leaves out though they print an amount here and none where it ties. */
function openLines(charge: Charge, scene: Scene): number {
  const { relation } = charge.shown;
  if (!isDown(relation)) return 0;
  const tied = tiedSiblings(charge, scene);
  const taken = new Set([relation.result.row, ...relation.terms.map(({ row }) => row)]);
  const indexes = [...taken].map(({ index }) => index);
  const between = relation.result.table.rows.slice(Math.min(...indexes), Math.max(...indexes) + 1);
  const open = between.filter((row) => !taken.has(row) && isUnproved(relation.result.column, row, tied));
  return Math.log2(1 + Math.min(mostOpen, open.length));
}

/** How large the difference is beside the result, as a power of ten. */
function sizeOf({ difference, relation }: Judged): number {
  if (!difference) return 0;
  const off = toNumber(abs(difference));
  const whole = Math.abs(toNumber(relation.result.value));
  return off === 0 || whole === 0 ? 0 : Math.max(-4, Math.min(1, Math.log10(off / whole)));
}

export const supportEvidence: readonly EvidenceItem[] = [
  ...Object.entries(kinds).map(
    ([kind, rules]): EvidenceItem => ({
      name: `kind-${kind}`,
      what: `an equation of the rules ${rules.join(", ")}`,
      measure: ({ shown }) => yes(rules.includes(shown.relation.rule)),
    }),
  ),
  {
    name: "ties",
    what: "digits that other columns or rows of the pattern explain, in fours, at most 3",
    measure: powersTied,
  },
  {
    name: "breaks",
    what: "other columns or rows in which the pattern breaks, as a power of two",
    measure: brokenToo,
  },
  {
    name: "unproved-terms",
    what: "share of the lines added up that print an amount in no column in which the sum ties",
    measure: unprovedTerms,
  },
  {
    name: "open-lines",
    what: "lines between its ends that the sum leaves out and no column in which it ties speaks of, as a power of two",
    measure: openLines,
  },
  {
    name: "identity",
    what: "accounting says so and every caption is known",
    measure: ({ shown }) => yes(shown.relation.belief.identity),
  },
  {
    name: "structure",
    what: "headings, totals or position say so",
    measure: ({ shown }) => yes(shown.relation.belief.structure),
  },
  {
    name: "terms",
    what: "figures on the right side, as a power of two",
    measure: ({ shown }) => Math.log2(Math.max(1, shown.relation.terms.length)),
  },
  {
    name: "size",
    what: "the difference beside the result, as a power of ten from -4 to 1",
    measure: ({ shown }) => sizeOf(shown),
  },
  ...(["sentence", "quotient"] as const).map(
    (kind): EvidenceItem => ({
      name: `size-${kind}`,
      what: `the same, of the rules ${kinds[kind].join(", ")}`,
      measure: ({ shown }) => (kinds[kind].includes(shown.relation.rule) ? sizeOf(shown) : 0),
    }),
  ),
  {
    name: "size-sum",
    what: "the same, of sums down and across",
    measure: ({ shown }) =>
      [...kinds.down, ...kinds.across].includes(shown.relation.rule) ? sizeOf(shown) : 0,
  },
  {
    name: "quotient-structure",
    what: "a quotient of which headings or position say so",
    measure: ({ shown: { relation } }) =>
      yes(kinds.quotient.includes(relation.rule) && relation.belief.structure),
  },
];

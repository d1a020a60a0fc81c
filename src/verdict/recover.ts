/**
 * Damaged cells solved from the equations they sit in. A value is taken only when an equation implies it
 * and it agrees with what is left of the print; never guessed without an equation.
 */
import { abs, add, type Decimal, decimal, roundTo, subtract, toNumber } from "../money/decimal.ts";
import { looksLike } from "../money/figure.ts";
import type { Interval } from "../money/interval.ts";
import { expectedResult, type Readings, solveFor } from "../relations/evaluate.ts";
import { grade, mostUnitsAddedUp, type Tie } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import type { Figure } from "../tables/table.ts";

/** An equation that leaves more values than this open implies none. */
const mostCandidates = 40;

export interface Recovery {
  readonly figure: Figure;
  /** null: beyond recovery. */
  readonly value: Decimal | null;
  /** Equations that imply the value. */
  readonly by: readonly Relation[];
}

export function recover(figures: readonly Figure[], relations: readonly Relation[]): Recovery[] {
  const damaged = figures.filter((figure) => figure.damage !== null && figure.row.kind !== "ghost");
  const touching = new Map(damaged.map((figure) => [figure.id, [] as Relation[]]));
  for (const relation of relations) {
    for (const figure of [relation.result, ...relation.terms]) touching.get(figure.id)?.push(relation);
  }
  const readings = new Map<number, Decimal>();
  const done = new Map<number, Recovery>();
  // Narrowest first: a line translated at a known rate before the total that adds such lines up.
  for (let width = 1; width <= mostCandidates; width = Math.max(width + 1, Math.ceil(width * 1.5))) {
    let changed = true;
    while (changed) {
      changed = false;
      for (const figure of damaged) {
        if (done.has(figure.id)) continue;
        const all = touching.get(figure.id) ?? [];
        const own = all.filter((relation) => known(relation, figure, readings));
        const total = all.some((relation) => relation.result.id === figure.id && relation.terms.length > 1);
        const found = solve(figure, own, readings, width, total);
        if (!found) continue;
        readings.set(figure.id, found.value);
        done.set(figure.id, { figure, value: found.value, by: found.by });
        changed = true;
      }
    }
  }
  return damaged.map((figure) => done.get(figure.id) ?? { figure, value: null, by: [] });
}

/** Whether all other figures of the relation can be computed with. */
function known(relation: Relation, figure: Figure, readings: Readings): boolean {
  return [relation.result, ...relation.terms].every(
    (other) => other.id === figure.id || other.damage === null || readings.has(other.id),
  );
}

function solve(
  figure: Figure,
  relations: readonly Relation[],
  readings: Readings,
  width: number,
  total: boolean,
): { readonly value: Decimal; readonly by: readonly Relation[] } | null {
  let narrowest: { readonly values: readonly Decimal[]; readonly middle: Decimal } | null = null;
  for (const relation of relations) {
    const index = relation.terms.findIndex((term) => term.id === figure.id);
    const implied = solveFor(relation, index, readings);
    if (!implied) continue;
    // A translated subtotal may be added up from translated parts.
    const addedUp = total && relation.form.kind === "translation" ? mostUnitsAddedUp : 0n;
    const values = candidates(implied, figure, addedUp);
    if (values === null || values.length === 0) continue;
    if (narrowest && values.length >= narrowest.values.length) continue;
    narrowest = { values, middle: middleOf(implied) };
  }
  if (!narrowest || narrowest.values.length > width) return null;
  const { values, middle } = narrowest;
  const ranked = values
    .map((value) => {
      const trial = new Map([...readings, [figure.id, value]]);
      const tied = relations.map((relation) => tieOf(relation, trial));
      const footed = relations.filter(
        (relation, i) => relation.form.kind === "linear" && tied[i] === "exact",
      );
      const by = relations.filter((_, i) => tied[i] !== "broken");
      return { value, by, footed: footed.length, off: Math.abs(toNumber(subtract(value, middle))) };
    })
    .filter((candidate) => candidate.by.length > 0)
    .sort((a, b) => b.footed - a.footed || b.by.length - a.by.length || a.off - b.off);
  const [best] = ranked;
  return best ? { value: best.value, by: best.by } : null;
}

function tieOf(relation: Relation, readings: Readings): Tie {
  const expected = expectedResult(relation, readings);
  return expected ? grade(relation, expected, readings) : "broken";
}

function middleOf(interval: Interval): Decimal {
  const sum = add(interval.low, interval.high);
  return { coefficient: sum.coefficient * 5n, exponent: sum.exponent - 1 };
}

/** Values of the figure's precision in the interval that fit the print; null when there are too many. */
function candidates(implied: Interval, figure: Figure, extra: bigint): Decimal[] | null {
  const { exponent } = figure.value;
  // A value stands for half a unit on either side, so ends that touch count.
  const half = decimal(5n, exponent - 1);
  const low = roundTo(subtract(implied.low, half), exponent, "up").coefficient - extra;
  const high = roundTo(add(implied.high, half), exponent, "down").coefficient + extra;
  if (high - low > BigInt(mostCandidates)) return null;
  const values: Decimal[] = [];
  for (let coefficient = low; coefficient <= high; coefficient++) {
    const value = { coefficient, exponent };
    if (fitsPrint(value, figure)) values.push(value);
  }
  return values;
}

/**
 * Whether a value agrees with what is left of the print. Cut: its first digits, but for one that OCR may
 * have misread. Garbled: its digits in order, with at most two lost. Split: the very digits.
 */
export function fitsPrint(value: Decimal, figure: Figure): boolean {
  const { damage } = figure;
  if (!damage) return false;
  const digits = abs(value).coefficient.toString();
  const left = damage.fragment.digits;
  if (damage.fragment.negative !== value.coefficient < 0n && damage.kind !== "garbled") return false;
  if (damage.kind === "split" && !damage.reason.startsWith("cut")) return digits === left;
  if (damage.kind === "cut") {
    const missing = digits.length - left.length;
    return (
      missing >= 1 &&
      missing <= 2 &&
      misread(digits.slice(0, left.length), left) <= (left.length >= 4 ? 1 : 0)
    );
  }
  return digits.length >= left.length && digits.length - left.length <= 2 && isSubsequence(left, digits);
}

/** Number of places that differ, or Infinity when one differs in a way that OCR does not confuse. */
function misread(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? "", b[i] ?? ""];
    if (x === y) continue;
    if (!looksLike(x, y)) return Number.POSITIVE_INFINITY;
    count++;
  }
  return count;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const digit of whole) if (digit === part[at]) at++;
  return at === part.length;
}

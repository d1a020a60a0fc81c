/** Changes of tables with a line or two: what one of them leaves open, those of the other tables of a filing show. */
import { countTies, evaluateTie } from "../../relations/tie.ts";
import { negate } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";

/** Lines of a table that are too few to tell what its columns compare. */
export const mostFew = 2;
/** Lines of all such tables that must tie together. */
const fewestTies = 3;

/** Changes that are told in one way: as an amount or in percent, of columns that stand in the same places beside it. */
export class FewChanges {
  readonly #byWay = new Map<string, Relation[]>();

  /** Whether the changes of a column are so few that they are kept for others to confirm. */
  keep(changes: readonly Relation[]): boolean {
    const [first] = changes;
    if (!first || changes.length > mostFew) return false;
    const key = wayOf(first);
    const known = this.#byWay.get(key);
    if (known) known.push(...changes);
    else this.#byWay.set(key, [...changes]);
    return true;
  }

  /** Those of each way that ties nearly always, without those that only print another sign. */
  *confirmed(): Generator<readonly Relation[]> {
    const isOpen = (one: Relation): boolean => evaluateTie(one) === false && tiesTurned(one);
    for (const changes of this.#byWay.values()) {
      const ties = countTies(changes);
      if (ties >= fewestTies && ties * 5 >= changes.length * 4) yield changes.filter((one) => !isOpen(one));
    }
  }
}

/** Whether the result ties with the other sign. */
export function tiesTurned(relation: Relation): boolean {
  const { result } = relation;
  const turned = { ...result, value: negate(result.value), units: -result.units };
  return evaluateTie({ ...relation, result: turned, memo: {} }) === true;
}

function wayOf({ form, result, terms }: Relation): string {
  const places = terms.map(({ column }) => column.index - result.column.index);
  const magnitude = form.kind === "change" && form.magnitude;
  return `${form.kind} ${magnitude} ${result.unit === "percent"} ${places.join(" ")}`;
}

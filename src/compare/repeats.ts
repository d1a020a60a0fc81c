/** Places that print one figure, as the equations of the earlier draft tell. */
import { agree } from "../comparatives/lines.ts";
import type { Tried } from "../run.ts";
import type { Figure } from "../tables/table.ts";
import { isRepeat } from "./breaks.ts";
import type { Pairs } from "./tables.ts";

/** Places that are looked for of one figure; no filing prints one more often. */
const mostPlaces = 50;

export class Repeats {
  readonly #beside = new Map<Figure, Figure[]>();

  constructor({ verdicts }: Tried, pairs: Pairs) {
    for (const { relation, status } of verdicts.judged) {
      const [a, b] = [pairs.get(relation.result), relation.terms[0] && pairs.get(relation.terms[0])];
      if (status !== "pass" || !isRepeat(relation) || !a || !b) continue;
      this.#beside.set(a, [...(this.#beside.get(a) ?? []), b]);
      this.#beside.set(b, [...(this.#beside.get(b) ?? []), a]);
    }
  }

  /** The figures of the later draft that still print what `figure` printed before it was changed, nearest first. */
  leftBehind(figure: Figure, changed: ReadonlyMap<Figure, Figure>): readonly Figure[] {
    const seen = new Set([figure]);
    const queue = [figure];
    for (let next = queue.shift(); next && seen.size <= mostPlaces; next = queue.shift()) {
      for (const other of this.#beside.get(next) ?? []) {
        if (seen.has(other) || changed.has(other)) continue;
        seen.add(other);
        queue.push(other);
      }
    }
    // A rounder print may be right for both.
    return [...seen].filter((other) => other !== figure && !agree(figure, other));
  }
}

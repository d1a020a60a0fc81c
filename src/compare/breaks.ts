/** Equations that tied in the earlier draft and do not any more, since some of their figures were changed. */
import { compare } from "../money/decimal.ts";
import { judgedAsked } from "../findings/file-report.ts";
import type { Relation } from "../relations/relation.ts";
import type { Tried } from "../run.ts";
import type { Figure } from "../tables/table.ts";
import { type Judged, judge } from "../verdict/judge.ts";
import type { Pairs } from "./tables.ts";

export interface Break {
  readonly judged: Judged;
  /** The figure that was left as it was and should have followed; null where the result itself was changed. */
  readonly left: Figure | null;
  /** Those of its figures that were changed. */
  readonly changed: readonly Figure[];
  /** It is one figure printed twice. */
  readonly isRepeat: boolean;
}

/** The figures of the later draft whose value is another than in the earlier one, each with what it was. */
export function changesOf(pairs: Pairs): ReadonlyMap<Figure, Figure> {
  const changed = new Map<Figure, Figure>();
  for (const [was, figure] of pairs) {
    // A damaged print says neither.
    if (was.damage || figure.damage) continue;
    if (compare(was.value, figure.value) !== 0 || was.nil !== figure.nil) changed.set(figure, was);
  }
  return changed;
}

/** Whether it says that one figure is printed twice. */
export function isRepeat({ form, terms }: Relation): boolean {
  return form.kind === "linear" && terms.length === 1;
}

/** One fact printed twice is known by both of its figures, any other equation by its result. */
function keyOf(relation: Relation): string {
  const { rule, result, terms } = relation;
  const parts = isRepeat(relation)
    ? [result.id, ...terms.map(({ id }) => id)].sort((a, b) => a - b)
    : [result.id];
  return `${rule} ${parts.join(" ")}`;
}

/** The equation with the figures of the later draft; null where one of them is not there any more. */
function carriedOver(relation: Relation, pairs: Pairs): Relation | null {
  const result = pairs.get(relation.result);
  const terms = relation.terms.flatMap((term) => pairs.get(term) ?? []);
  if (!result || terms.length < relation.terms.length) return null;
  const { memo: _memo, explained: _explained, ...rest } = relation;
  return { ...rest, result, terms };
}

/** The same equation about the figure that was left as it was. */
function turned(relation: Relation, left: Figure): Relation {
  const [term] = relation.terms;
  if (relation.result === left || !term) return relation;
  const { memo: _memo, ...rest } = relation;
  return { ...rest, result: term, terms: [relation.result] };
}

/** What the change broke. Equations that the later draft ties in another way are not among them. */
export function brokenBy(
  now: Tried,
  before: Tried,
  pairs: Pairs,
  changed: ReadonlyMap<Figure, Figure>,
): readonly Break[] {
  const carried = new Map<string, Relation>();
  for (const { relation, status } of judgedAsked(before.collected, before.verdicts.judged)) {
    if (status !== "pass") continue;
    const own = carriedOver(relation, pairs);
    if (own && [own.result, ...own.terms].some((figure) => changed.has(figure))) carried.set(keyOf(own), own);
  }
  for (const { relation, status, cleared } of now.verdicts.judged) {
    if (status === "pass" || cleared) carried.delete(keyOf(relation));
  }
  const relations = [...carried.values()].map((relation): Relation => {
    const left = [relation.result, ...relation.terms].find((figure) => !changed.has(figure));
    return isRepeat(relation) && left ? turned(relation, left) : relation;
  });
  const { judged } = judge(now.filing.figures, relations);
  return judged.flatMap((item): Break[] => {
    if (item.grade !== "broken") return [];
    const { relation } = item;
    const figures = [relation.result, ...relation.terms];
    return [
      {
        judged: { ...item, status: "fail" },
        left: changed.has(relation.result) ? null : relation.result,
        changed: figures.filter((figure) => changed.has(figure)),
        isRepeat: isRepeat(relation),
      },
    ];
  });
}

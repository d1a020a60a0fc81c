/**
 * Failing relations -> causes. One cause, one finding: the smallest set of cells whose change makes all
 * failing relations tie and breaks none that ties. The search is exact within a stated bound, over
 * relations joined by a common suspect; all equally small answers are kept.
 */
import type { Readings } from "../relations/evaluate.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Cause } from "./cause.ts";
import { rowCauses } from "./row-causes.ts";
import { Search } from "./search.ts";

export function diagnose(judged: readonly Judged[], readings: Readings): Cause[] {
  const failing = judged.filter((item) => item.status === "fail");
  if (failing.length === 0) return [];
  const search = new Search(judged, readings);
  const byRow = rowCauses(failing, judged, (item) => search.hasSlip(item));
  const explained = new Set(byRow.flatMap((cause) => cause.failing));
  const rest = failing.filter((item) => !explained.has(item));
  const causes = blocks(rest, search).flatMap((block) => search.explain(block));
  return withoutEchoes([...byRow, ...causes], search).sort((a, b) => lineOf(a) - lineOf(b));
}

/**
 * A translated total may be a few units off its own translation because it adds up. When another cause
 * breaks its sum, that excuse is gone for the moment: such a break is an echo of that cause, none of its own.
 */
function withoutEchoes(causes: readonly Cause[], search: Search): Cause[] {
  const echoes = new Map<Cause, Judged[]>();
  const kept = causes.filter((cause) => {
    if (!cause.failing.every((item) => search.excusable(item.relation, search.base))) return true;
    const source = causes.find(
      (other) =>
        other !== cause && (isOfDoubled(cause, other) || other.failing.some((item) => shares(item, cause))),
    );
    if (!source) return true;
    echoes.set(source, [...(echoes.get(source) ?? []), ...cause.failing]);
    return false;
  });
  return kept.map((cause) => {
    const own = echoes.get(cause);
    return own ? { ...cause, failing: [...cause.failing, ...own] } : cause;
  });
}

function shares({ relation }: Judged, cause: Cause): boolean {
  if (relation.form.kind !== "linear") return false;
  const ids = new Set([relation.result, ...relation.terms].map((figure) => figure.id));
  return cause.failing.some((item) => ids.has(item.relation.result.id));
}

/** Of a line that the other cause says is printed twice. */
function isOfDoubled(cause: Cause, { row }: Cause): boolean {
  const [twin] = row?.doubled ?? [];
  return (
    twin !== undefined &&
    cause.failing.every(
      ({ relation: { result } }) =>
        result.table === twin.table &&
        result.row.caption === twin.row.caption &&
        Math.abs(result.row.index - twin.row.index) <= 1,
    )
  );
}

function lineOf(cause: Cause): number {
  return cause.suspects[0]?.figure.place.line ?? cause.failing[0]?.relation.result.place.line ?? 0;
}

/** Failing relations that share a cell which may explain them. */
function blocks(failing: readonly Judged[], search: Search): Judged[][] {
  const bySuspect = new Map<number, Judged[]>();
  const suspectsOf = new Map<Judged, number[]>();
  for (const item of failing) {
    const figures = [item.relation.result, ...item.relation.terms];
    const viable = figures.filter((figure) => search.fixesAlone(figure).length > 0);
    const ids = (viable.length > 0 ? viable : figures).map((figure) => figure.id);
    suspectsOf.set(item, ids);
    for (const id of ids) {
      const own = bySuspect.get(id);
      if (own) own.push(item);
      else bySuspect.set(id, [item]);
    }
  }
  const left = new Set(failing);
  const result: Judged[][] = [];
  for (const first of failing) {
    if (!left.delete(first)) continue;
    const block = [first];
    for (const item of block) {
      for (const id of suspectsOf.get(item) ?? []) {
        for (const other of bySuspect.get(id) ?? []) if (left.delete(other)) block.push(other);
        // All of them are in the block now: a cell of hundreds of relations is looked at once.
        bySuspect.delete(id);
      }
    }
    result.push(block);
  }
  return result;
}

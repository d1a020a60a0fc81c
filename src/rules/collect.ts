import type { Relation } from "../relations/relation.ts";
import { memoOf } from "../relations/tie.ts";
import type { Filing } from "../statements/filing.ts";
import { rules } from "./index.ts";
import { isAmong, noPolicy, type Policy, touches } from "./policy.ts";
import {
  isOmission,
  isRelation,
  isRemark,
  type Observation,
  type Omission,
  type Remark,
  type Rule,
} from "./rule.ts";

export interface Selection {
  /** Only these rules; all where it is absent. */
  readonly rules?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly policy?: Policy | undefined;
}

export interface Collected {
  readonly relations: readonly Relation[];
  /** What rules that were not asked for say of the same figures: nothing of it is reported, but it is evidence. */
  readonly besides: readonly Relation[];
  readonly observations: readonly Observation[];
  readonly remarks: readonly Remark[];
  /** The rules that were run. */
  readonly asked: readonly string[];
  /** Relations that could not be made, and why. */
  readonly omissions: readonly Omission[];
  /** Rules that yielded nothing, for --verbose. */
  readonly idle: readonly string[];
}

export function selected(selection: Selection): readonly Rule[] {
  const own = selection.policy?.own ?? [];
  return (own.length > 0 ? [...own, ...rules] : rules).filter(
    (rule) =>
      (selection.rules === undefined || selection.rules.includes(rule.name)) &&
      !selection.ignore?.includes(rule.name),
  );
}

/** What the selected rules yield, each equation once: the first rule to yield it names it. */
export function collect(filing: Filing, selection: Selection): Collected {
  const seen = new Set<string>();
  const relations: Relation[] = [];
  const observations: Observation[] = [];
  const remarks: Remark[] = [];
  const omissions: Omission[] = [];
  const idle: string[] = [];
  const { exceptions, options } = selection.policy ?? noPolicy;
  const chosen = selected(selection);
  for (const rule of chosen) {
    const before = relations.length + observations.length + omissions.length;
    const except = exceptions.get(rule.name);
    for (const finding of rule.check(filing, { ...rule.options, ...options.get(rule.name) })) {
      if (isRemark(finding)) {
        remarks.push(finding);
        continue;
      }
      if (isOmission(finding)) {
        omissions.push(finding);
        continue;
      }
      if (!isRelation(finding)) {
        if (!except || !isAmong(finding.figure, except)) observations.push(finding);
        continue;
      }
      if (except && touches(finding, except)) continue;
      const key = equationKey(finding);
      if (seen.has(key)) continue;
      seen.add(key);
      relations.push(finding.rule === rule.name ? finding : { ...finding, rule: rule.name });
    }
    if (relations.length + observations.length + omissions.length === before) idle.push(rule.name);
  }
  const asked = chosen.map(({ name }) => name);
  return {
    relations,
    besides: besides(filing, selection, seen),
    observations,
    remarks,
    omissions,
    asked,
    idle,
  };
}

/** The equations of the rules that were left out; `seen` holds those of the chosen ones. */
function besides(filing: Filing, selection: Selection, seen: ReadonlySet<string>): readonly Relation[] {
  if (selection.rules === undefined && (selection.ignore ?? []).length === 0) return [];
  const all = collect(filing, { policy: selection.policy });
  return all.relations.filter((relation) => !seen.has(equationKey(relation)));
}

function equationKey(relation: Relation): string {
  const memo = memoOf(relation);
  memo.key ??= makeKey(relation);
  return memo.key;
}

/** The same for a = b + c, a - c = b and b = a - c: a linear equation has no side. */
function makeKey(relation: Relation): string {
  const { form, result, terms } = relation;
  if (form.kind !== "linear") {
    // Two formulas over the same figures are two equations.
    let key = `${form.kind === "formula" ? relation.pattern : form.kind} ${result.id}`;
    for (const term of terms) key += ` ${term.id}`;
    return key;
  }
  const parts: { readonly id: number; readonly weight: number }[] = [{ id: result.id, weight: -1 }];
  for (const [i, term] of terms.entries()) {
    if (!term.nil) parts.push({ id: term.id, weight: form.weights[i] ?? 1 });
  }
  parts.sort((a, b) => a.id - b.id);
  const lead = parts[0]?.weight ?? 1;
  let key = "";
  for (const { id, weight } of parts) key += weight * lead < 0 ? `-${id}` : `+${id}`;
  return key;
}

import type { Relation } from "../relations/relation.ts";
import { type Figure, printedCaption, printedLabel, printedSection } from "../tables/table.ts";
import { sha256 } from "./sha256.ts";

/** The identity of a finding: rule, table, row, column and numbers, never the line number. */
export function fingerprint(rule: string, figure: Figure, others: readonly Figure[]): string {
  const { table, row, column, raw } = figure;
  const parts = [rule, table.title, ...printedSection(row), printedCaption(row), printedLabel(column), raw];
  for (const other of others) parts.push(printedCaption(other.row), other.raw);
  return sha256(parts.join("\u0000")).slice(0, 16);
}

export function relationFingerprint(relation: Relation): string {
  return fingerprint(relation.rule, relation.result, relation.terms);
}

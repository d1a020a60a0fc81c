/** What marks a row as a total: its caption, a rule above it, the lines that it stands behind. */
import { captionKey } from "./caption.ts";
import type { Candidate, Line } from "./fit.ts";
import type { Row } from "./table.ts";

const totalWords =
  /^(?:sub ?)?total\b|\btotal$|^net cash|^cash (?:flow|generated|provided|used|from)\b.*\b(?:activity|operation)|^(?:adjusted|non gaap|normalized)\b|^(?:gross|operating|ordinary|net|comprehensive|consolidated net) (?:profit|margin|income|loss|earning|result)|\b(?:profit|income|loss|earning) (?:from operations?|before|for the|attributable)|^net interest income\b|\bfrom continuing operations?\b|\b(?:gross|at cost)$|^(?:gross|net) deferred tax (?:asset|liability)|\bresulting from operations$|^profit(?: \(loss\))?$|\b(?:at (?:the )?)?end of\b/;

/** "Less: accumulated depreciation", "Treasury stock, at cost": what is deducted is no total, whatever ends its caption. */
const deducted = /^less\b|^treasury\b/;

/** Caption or form mark the row as a total. */
export function isMarkedTotal(row: Row): boolean {
  const key = captionKey(row.caption);
  return row.kind === "bare" || (totalWords.test(key) && !deducted.test(key));
}

/** A rule line stands above the row, and not because the line before it is a total. */
export function isRuledOff({ row }: Line, totals: readonly Line[]): boolean {
  return row.ruled === true && totals.at(-1)?.row.index !== row.index - 1;
}

/** It is printed in bold, and of the totals before it none stands right above: what it closes are lines. */
export function isEmphasised({ row }: Line, totals: readonly Line[]): boolean {
  return row.emphasised === true && totals.at(-1)?.row.index !== row.index - 1;
}

const netAmounts = /^net (?:current )?(?:asset|liability)(?: net (?:current )?(?:asset|liability))?$/;

/**
 * "Net current assets" behind two totals; "Net assets" that are "Total assets less current liabilities" with all
 * lines between: how British and Hong Kong balance sheets are laid out (Companies Act 2006, format 1).
 */
export function leavesNet({ caption }: Row, candidate: Candidate, totals: readonly Line[]): boolean {
  const key = captionKey(caption)
    .replace(/[^a-z ]/g, "")
    .trim();
  if (!netAmounts.test(key)) return false;
  const [lead] = candidate.lines;
  if (!lead || !totals.includes(lead)) return false;
  const isOneWay = candidate.weights.slice(1).every((weight) => weight === candidate.weights[1]);
  if (!isOneWay) return false;
  if (key.includes("current"))
    return candidate.lines.length === 2 && totals.includes(candidate.lines[1] ?? lead);
  return /\bless current liability\b/.test(captionKey(lead.row.caption));
}

/** The difference of two totals, of which one stands right above it: "Total income", "Total expenses", "Net income". */
export function closesTwo(result: Line, { lines, weights }: Candidate, totals: readonly Line[]): boolean {
  const [first, second] = lines;
  if (!first || !second || lines.length !== 2 || weights[0] === weights[1]) return false;
  if (!totals.includes(first) || !totals.includes(second)) return false;
  return second.row.index === result.row.index - 1;
}

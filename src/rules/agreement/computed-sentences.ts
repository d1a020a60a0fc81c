/** Balances that a sentence computes from the face: "net current liabilities of …", "cash and … of …". */
import { abs, add, negate, sign, toNumber, zero } from "../../money/decimal.ts";
import type { Paragraph } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Concept, conceptKey, conceptOf } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { makePeriod, readDates } from "../../tables/period.ts";
import { type Figure, type Period, periodKey, type Row, type Table } from "../../tables/table.ts";
import { amountsIn, figureOf, type Printed } from "./sentence-figures.ts";

type Weighted = readonly (readonly [Row, 1 | -1])[];

export function* computedSentences(rule: string, filing: Filing): Generator<Relation> {
  const faces = filing.tables.filter((table) => filing.kindOf(table) === "balance");
  if (faces.length === 0) return;
  for (const block of filing.document.blocks) {
    if (block.kind !== "paragraph" || !/\bas (?:of|at)\b.*\bhad\b/i.test(block.text)) continue;
    for (const claim of claimsIn(block)) {
      for (const face of faces) {
        const parts = partsOf(filing, face, claim.subject);
        if (!parts) continue;
        for (const printed of claim.amounts) yield* relationOf(rule, block, claim, printed, face, parts);
      }
    }
  }
}

interface Claim {
  readonly subject: string;
  readonly period: Period;
  /** One amount, and its translation. */
  readonly amounts: readonly Printed[];
}

/** "As of <date>, … had A of X (Y)", "… had A and B of X and Y, respectively": each subject with its amounts. */
function* claimsIn({ text }: Paragraph): Generator<Claim> {
  let start = 0;
  for (const sentence of text.split(/(?<=[a-z)\d])\.\s/)) {
    const at = start;
    start = text.indexOf(sentence, at) + sentence.length;
    const found = /\bhad (?:an? )?(?<subjects>(?:(?!\bof\b)[\w ,'-])+?) of (?=RMB|(?:US|HK)?\\?\$)/i.exec(
      sentence,
    );
    // "As of December 31, 2023 and 2022" speaks of two dates, though only one is complete.
    const [date, ...others] = readDates(sentence.slice(0, found?.index ?? 0));
    if (!found || date?.day === undefined || others.length > 0) continue;
    const period = makePeriod(date, null, "instant");
    const begin = text.indexOf(sentence, at) + found.index + found[0].length;
    const amounts = amountsIn(text).filter(
      (printed) => printed.at >= begin && printed.at < text.indexOf(sentence, at) + sentence.length,
    );
    const [currency] = amounts.map((printed) => printed.currency);
    const subjects = found.groups?.["subjects"] ?? "";
    const groups = amounts.reduce<Printed[][]>((all, printed) => {
      if (printed.currency === currency) all.push([printed]);
      else all.at(-1)?.push(printed);
      return all;
    }, []);
    if (/\brespectively\b/.test(sentence)) {
      const names = subjects.split(/,\s*(?:and\s+)?|\s+and\s+/);
      if (names.length !== groups.length) continue;
      for (const [i, subject] of names.entries()) yield { subject, period, amounts: groups[i] ?? [] };
    } else if (groups.length === 1) yield { subject: subjects, period, amounts: groups[0] ?? [] };
  }
}

const workingCapital: readonly (readonly [RegExp, Concept, Concept])[] = [
  [/^net current liabilit(?:y|ies)$/i, "LiabilitiesCurrent", "AssetsCurrent"],
  [/^net current assets?$/i, "AssetsCurrent", "LiabilitiesCurrent"],
  [/^working capital$/i, "AssetsCurrent", "LiabilitiesCurrent"],
  [/^working capital (?:deficit|deficiency)$/i, "LiabilitiesCurrent", "AssetsCurrent"],
];

/** The rows of the balance sheet that make up the subject, or null where one is not certain. */
function partsOf(filing: Filing, face: Table, subject: string): Weighted | null {
  for (const [pattern, plus, minus] of workingCapital) {
    if (!pattern.test(subject.trim())) continue;
    const a = filing.rowOf(face, plus);
    const b = filing.rowOf(face, minus);
    return a && b
      ? [
          [a, 1],
          [b, -1],
        ]
      : null;
  }
  const pieces = subject
    .replace(/\bcash(?:,| and) cash equivalents\b/i, "cash and cash equivalents")
    .split(/,\s*(?:and\s+)?|\s+and\s+(?!cash equivalents)/)
    .filter((piece) => piece.trim() !== "");
  if (pieces.length < 2) return null;
  const rows = pieces.map((piece) => onlyRow(filing, face, piece));
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length && new Set(known).size === rows.length
    ? known.map((row): readonly [Row, 1] => [row, 1])
    : null;
}

/** The one row under the caption; null when another caption holds the same words ("restricted cash, non-current"). */
function onlyRow(filing: Filing, face: Table, piece: string): Row | null {
  const concept = conceptOf(piece);
  const key = conceptKey(piece);
  const row =
    (concept && filing.rowOf(face, concept)) ?? face.rows.find((other) => conceptKey(other.caption) === key);
  if (!row) return null;
  const others = face.rows.filter((other) => other !== row && other.kind === "item");
  return others.some((other) => conceptKey(other.caption).includes(key)) ? null : row;
}

/** The scale in which an amount without "million" may stand: that of the tables, or none. */
function scaleOf(printed: Printed, computed: number, scale: number): number | null {
  const scales = printed.scale === null ? [scale, 0] : [printed.scale];
  // A slip of a digit stays within; another scale does not.
  return (
    scales.find((power) => {
      const ratio = (toNumber(printed.value) * 10 ** power) / computed;
      return ratio > 0.09 && ratio < 11;
    }) ?? null
  );
}

function* relationOf(
  rule: string,
  paragraph: Paragraph,
  { subject, period }: Claim,
  printed: Printed,
  face: Table,
  parts: Weighted,
): Generator<Relation> {
  const column = face.columns.find(
    (other) => periodKey(other.period) === periodKey(period) && other.currency === printed.currency,
  );
  if (!column) return;
  const terms = parts.flatMap(([row, weight]): [Figure, 1 | -1][] => {
    const figure = row.figures[column.index];
    return figure ? [[figure, weight]] : [];
  });
  // A line that is not printed for the date is nothing; all but one missing is no sum.
  if (terms.length < 2) return;
  const computed = terms
    .map(([term, weight]) => (weight < 0 ? negate(term.value) : term.value))
    .reduce(add, zero);
  const isKnown = terms.every(([term]) => term.damage === null);
  if (isKnown && sign(computed) <= 0) return;
  const scale = isKnown
    ? scaleOf(printed, toNumber(abs(computed)), column.scale)
    : (printed.scale ?? column.scale);
  if (scale === null) return;
  const caption = subject.trim();
  const names = terms.map(
    ([term, weight], i) => `${i === 0 ? "" : weight < 0 ? "- " : "+ "}${term.row.caption}`,
  );
  yield {
    rule,
    title: `${caption[0]?.toUpperCase() ?? ""}${caption.slice(1)} = ${names.join(" ")}`,
    form: { kind: "linear", weights: terms.map(([, weight]) => weight) },
    result: figureOf(printed, paragraph, caption, period, "currency", scale),
    terms: terms.map(([term]) => term),
    belief: { identity: true, structure: false, wording: true, complete: true, ties: 0, breaks: 0 },
    pattern: `${rule}:${paragraph.line}:${caption}`,
  };
}

/** Balances that a sentence computes from the face: "net current liabilities of …", "cash and … of …". */
import { abs, add, negate, sign, toNumber, zero } from "../../money/decimal.ts";
import type { ClaimTable } from "../../prose/claim-table.ts";
import { type Mention, mentionsIn } from "../../prose/mention.ts";
import { printAt, readPassages, type Sentence, sentencesOf } from "../../prose/passage.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Concept, conceptKey, conceptOf } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { makePeriod, readDates } from "../../tables/period.ts";
import { type Figure, type Period, periodKey, type Row, type Table } from "../../tables/table.ts";

type Weighted = readonly (readonly [Row, 1 | -1])[];

export function* computedSentences(rule: string, filing: Filing, into: ClaimTable): Generator<Relation> {
  const faces = filing.tables.filter((table) => filing.kindOf(table) === "balance");
  if (faces.length === 0) return;
  for (const passage of readPassages(filing.document)) {
    if (!/\bas (?:of|at)\b.*\bhad\b/i.test(passage.text)) continue;
    for (const claim of sentencesOf(passage).flatMap(claimsIn)) {
      for (const face of faces) {
        const parts = partsOf(filing, face, claim.subject);
        if (!parts) continue;
        for (const printed of claim.amounts) yield* relationOf(rule, claim, printed, face, parts, into);
      }
    }
  }
}

interface Claim {
  readonly sentence: Sentence;
  readonly subject: string;
  readonly period: Period;
  /** One amount, and its translation. */
  readonly amounts: readonly Mention[];
}

/** "As of <date>, … had A of X (Y)", "… had A and B of X and Y, respectively": each subject with its amounts. */
function claimsIn(sentence: Sentence): Claim[] {
  const { text } = sentence;
  const found = /\bhad (?:an? )?(?<subjects>(?:(?!\bof\b)[\w ,'-])+?) of (?=RMB|(?:US|HK)?\s?\$)/i.exec(text);
  // "As of December 31, 2023 and 2022" speaks of two dates, though only one is complete.
  const [date, ...others] = readDates(text.slice(0, found?.index ?? 0));
  if (!found || date?.day === undefined || others.length > 0) return [];
  const period = makePeriod(date, null, "instant");
  const begin = found.index + found[0].length;
  const amounts = mentionsIn(text).filter(({ at, unit }) => at >= begin && unit === "currency");
  const [first] = amounts;
  const subjects = found.groups?.["subjects"] ?? "";
  const groups = amounts.reduce<Mention[][]>((all, printed) => {
    if (printed.currency === first?.currency) all.push([printed]);
    else all.at(-1)?.push(printed);
    return all;
  }, []);
  if (!/\brespectively\b/.test(text)) {
    const [only] = groups;
    return only && groups.length === 1 ? [{ sentence, subject: subjects, period, amounts: only }] : [];
  }
  const names = subjects.split(/,\s*(?:and\s+)?|\s+and\s+/);
  if (names.length !== groups.length) return [];
  return names.map((subject, i) => ({ sentence, subject, period, amounts: groups[i] ?? [] }));
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

/** By how many powers of ten an amount that names no scale is to be read up: in that of the tables, or none. */
function shiftOf({ value, scaled }: Mention, computed: number, scale: number): number | null {
  // A slip of a digit stays within; another scale does not.
  return (
    (scaled ? [0] : [scale, 0]).find((power) => {
      const ratio = (toNumber(value) * 10 ** power) / computed;
      return ratio > 0.09 && ratio < 11;
    }) ?? null
  );
}

function* relationOf(
  rule: string,
  { sentence, subject, period }: Claim,
  printed: Mention,
  face: Table,
  parts: Weighted,
  into: ClaimTable,
): Generator<Relation> {
  const currency = printed.before === "$" ? "USD" : printed.currency;
  const column = face.columns.find(
    (other) => periodKey(other.period) === periodKey(period) && other.currency === currency,
  );
  if (!column) return;
  const terms = parts.flatMap(([row, weight]): [Figure, 1 | -1][] => {
    const figure = row.figures[column.index];
    return figure ? [[figure, weight]] : [];
  });
  // A line that is not printed for the date is nothing; all but one missing is not a sum.
  if (terms.length < 2) return;
  const computed = terms
    .map(([term, weight]) => (weight < 0 ? negate(term.value) : term.value))
    .reduce(add, zero);
  const isKnown = terms.every(([term]) => term.damage === null);
  if (isKnown && sign(computed) <= 0) return;
  const unscaled = printed.scaled ? 0 : column.scale;
  const shift = isKnown ? shiftOf(printed, toNumber(abs(computed)), column.scale) : unscaled;
  if (shift === null) return;
  const caption = subject.trim();
  const names = terms.map(
    ([term, weight], i) => `${i === 0 ? "" : weight < 0 ? "- " : "+ "}${term.row.caption}`,
  );
  const print = printAt(sentence, printed);
  const result = into.add(into.row(caption, print.place.line), {
    ...print,
    value: { coefficient: printed.value.coefficient, exponent: printed.value.exponent + shift },
    unit: "currency",
    scale: printed.scale + shift,
    period,
    currency,
    wording: { before: printed.before, after: printed.after, signInWords: false },
  });
  yield {
    rule,
    title: `${caption[0]?.toUpperCase() ?? ""}${caption.slice(1)} = ${names.join(" ")}`,
    form: { kind: "linear", weights: terms.map(([, weight]) => weight) },
    result,
    terms: terms.map(([term]) => term),
    belief: { identity: true, structure: false, wording: true, complete: true, ties: 0, breaks: 0 },
    pattern: `${rule}:${print.place.line}:${caption}`,
  };
}

/** One fact printed in several places: each print against the one that most of them agree with. */
import { abs, coefficientAt, roundTo, sign, toPlain } from "../../money/decimal.ts";
import { type TaggedPrint, taggedSentences } from "../../prose/tagged.ts";
import type { TaggedFact } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { withSupport } from "../sums.ts";

export function* factRepeats(rule: string, filing: Filing): Generator<Relation> {
  const pairs = new Map<string, Pair[]>();
  for (const prints of printsByFact(filing).values()) {
    if (prints.length < 2) continue;
    const original = mostPrinted(prints);
    for (const print of prints) {
      if (print.figure === original.figure || print.figure.row === original.figure.row) continue;
      const key = [placeOf(print.figure), placeOf(original.figure)].sort().join("=");
      const pair = pairs.get(key) ?? [];
      pair.push({ print, original });
      pairs.set(key, pair);
    }
  }
  for (const [key, own] of pairs) yield* pairRelations(rule, key, own);
}

interface Pair {
  readonly print: TaggedPrint;
  readonly original: TaggedPrint;
}

const factKey = ({ concept, start, end, dimensions, unit }: TaggedFact): string =>
  `${concept} ${start ?? ""}/${end} ${dimensions} ${unit}`;

const placeOf = ({ table, row }: Figure): string => `${table.index}:${row.index}`;

/**
 * All prints of each fact. Where a table is read in another scale than its tags say, its prints are only
 * held against each other.
 */
function printsByFact(filing: Filing): ReadonlyMap<string, readonly TaggedPrint[]> {
  const byFact = new Map<string, TaggedPrint[]>();
  const add = (figure: Figure, fact: TaggedFact): void => {
    const key = `${factKey(fact)} ${figure.unit} ${figure.wording ? 0 : figure.scale - fact.scale}`;
    const own = byFact.get(key);
    if (own) own.push({ figure, fact });
    else byFact.set(key, [{ figure, fact }]);
  };
  for (const figure of filing.figures) {
    if (!figure.facts || figure.nil || !readable(figure)) continue;
    for (const fact of figure.facts) if (!fact.nil) add(figure, fact);
  }
  if (byFact.size > 0) for (const { figure, fact } of taggedSentences(filing)) add(figure, fact);
  return byFact;
}

/** The print whose amount stands in most places; of equals the first, a table before a sentence. */
function mostPrinted(prints: readonly TaggedPrint[]): TaggedPrint {
  const counts = new Map<string, number>();
  const amount = ({ figure }: TaggedPrint): string => toPlain(abs(figure.value));
  for (const print of prints) counts.set(amount(print), (counts.get(amount(print)) ?? 0) + 1);
  let [best] = prints as [TaggedPrint, ...TaggedPrint[]];
  for (const print of prints) {
    if ((counts.get(amount(print)) ?? 0) > (counts.get(amount(best)) ?? 0)) best = print;
  }
  return best;
}

/**
 * The repeats between two lines. What the lines print in brackets is their own convention, which the tags
 * do not show; but it is one for the whole line.
 */
function pairRelations(rule: string, key: string, pairs: readonly Pair[]): Iterable<Relation> {
  const turned = oddlySigned(pairs);
  const relations = pairs.map((pair): Relation => {
    const { print, original } = pair;
    const signs = pair === turned ? -signsOf(pair) : signsOf(pair);
    const relation: Relation = {
      rule,
      title: `${print.figure.row.caption || "Line without a caption"} = ${original.figure.row.caption || "line without a caption"}, both ${print.fact.concept}`,
      form: { kind: "linear", weights: [signs < 0 ? -1 : 1] },
      result: print.figure,
      terms: [original.figure],
      belief: {
        identity: false,
        // The tag alone may be the mistake: the pair must agree in another column, or differ as slips do.
        structure: true,
        wording: false,
        complete: false,
        ties: 0,
        breaks: 0,
      },
      pattern: `${rule}:${key}`,
      memo: {},
      ...(pair === turned ? {} : { eitherSign: true }),
      ...(print.figure.value.exponent === original.figure.value.exponent ? { sameFact: true } : {}),
    };
    const slipped = evaluateTie(relation) === false && isOneSlip(print.figure, original.figure);
    return slipped ? { ...relation, belief: { ...relation.belief, complete: true } } : relation;
  });
  return withSupport(relations);
}

/** Whether the two prints have one sign: 1, or -1; 0 where one is zero. */
function signsOf({ print, original }: Pair): number {
  return sign(print.figure.value) * sign(original.figure.value);
}

/** Columns that must agree on how the signs of two lines go together before one that differs is odd. */
const fewestSigned = 2;

/** The one pair of two lines whose signs go together otherwise than those of all others, with tags of one sign. */
function oddlySigned(pairs: readonly Pair[]): Pair | null {
  const signed = pairs.filter(
    (pair) =>
      signsOf(pair) !== 0 &&
      pair.print.fact.negated === pair.original.fact.negated &&
      !pair.print.figure.wording &&
      !pair.original.figure.wording,
  );
  for (const way of [1, -1]) {
    const [odd, ...others] = signed.filter((pair) => signsOf(pair) === way);
    if (odd && others.length === 0 && signed.length - 1 >= fewestSigned) return odd;
  }
  return null;
}

/** Fewer digits may look alike by accident. */
const fewestDigits = 3;

/**
 * Whether two prints differ as one slip of the pen makes them differ. A tag that was put to another fact
 * shows in another number altogether.
 */
function isOneSlip(a: Figure, b: Figure): boolean {
  const exponent = Math.max(a.value.exponent, b.value.exponent);
  const [x, y] = [a, b].map(({ value }) => {
    const digits = coefficientAt(roundTo(abs(value), exponent), exponent);
    return { digits, text: digits.toString() };
  });
  if (!x || !y || Math.min(x.text.length, y.text.length) < fewestDigits) return false;
  const apart = x.digits - y.digits;
  // A unit out is rounding, or a number cut short.
  if (apart >= -1n && apart <= 1n) return false;
  const bare = (text: string): string => text.replace(/0+$/, "");
  if (bare(x.text) === bare(y.text)) return bare(x.text).length >= fewestDigits;
  const [short, long] = x.text.length < y.text.length ? [x.text, y.text] : [y.text, x.text];
  if (long.length === short.length + 1) {
    return (
      short.length > fewestDigits && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
    );
  }
  if (long.length !== short.length) return false;
  const differing = [...long].flatMap((digit, i) => (digit === short[i] ? [] : [i]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return true;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    long[first] === short[second] &&
    long[second] === short[first]
  );
}

/** Rows of two tables that print the same figures: one fact printed twice, or an adjustment that repeats a line. */
import { abs, compare, type Decimal, negate, subtract, toPlain } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { conceptKey } from "../../statements/concepts.ts";
import { differInScope, isMovementOfBalance, measureOf } from "../../statements/scope.ts";
import type { Filing } from "../../statements/filing.ts";
import {
  type Figure,
  periodKey,
  printedCaption,
  readable,
  type Row,
  type Table,
} from "../../tables/table.ts";
import { withSupport } from "../sums.ts";
import { saidLine } from "../../read/document.ts";

/** Fewer digits than these agree by chance too often to link two rows. */
const fewestDigits = 3;

/** A fact printed more often than this links every table with every other and says nothing. */
const mostOfOneFact = 24;

export interface Repeat {
  /** The row printed first. */
  readonly original: Row;
  readonly repeat: Row;
  readonly weight: 1 | -1;
  /** Pairs of figures of the same period and currency: repeat, original. */
  readonly pairs: readonly (readonly [Figure, Figure])[];
  readonly sameCaption: boolean;
}

interface Link {
  original: Row;
  plus: number;
  minus: number;
}

/**
 * Rows are linked by their figures, not their captions: each row to that row of an earlier table which
 * prints most of the same amounts for the same periods and currencies, in all columns with one sign.
 */
export function repeatsOf(filing: Filing): readonly Repeat[] {
  const found = cache.get(filing) ?? soundColumns([...findRepeats(filing)]);
  cache.set(filing, found);
  return found;
}

/**
 * Without the differences of two columns that differ in most of the lines that they have in common: the
 * header of one of them was misread, or they are of different things.
 */
function soundColumns(repeats: readonly Repeat[]): readonly Repeat[] {
  const keyOf = ([{ table, column }, other]: readonly [Figure, Figure]): string =>
    `${table.index}:${column.index} ${other.table.index}:${other.column.index}`;
  const counts = new Map<string, { ties: number; breaks: number }>();
  for (const { pairs, weight } of repeats) {
    for (const pair of pairs) {
      const count = counts.get(keyOf(pair)) ?? { ties: 0, breaks: 0 };
      count[agrees(pair, weight) ? "ties" : "breaks"]++;
      counts.set(keyOf(pair), count);
    }
  }
  const isSound = (pair: readonly [Figure, Figure]): boolean => {
    const { ties = 0, breaks = 0 } = counts.get(keyOf(pair)) ?? {};
    return (breaks < 2 || breaks <= ties) && !differInScope(...pair);
  };
  return repeats.map((repeat) => {
    const isPart = tellsPart(repeat);
    const pairs = repeat.pairs.filter((pair) => agrees(pair, repeat.weight) || (!isPart && isSound(pair)));
    return pairs.length === repeat.pairs.length ? repeat : { ...repeat, pairs };
  });
}

/**
 * Whether one of two lines is a part of the other: wherever they differ, it is by the amount of one and the
 * same line beside one of them, as interest is by that to related parties.
 */
function tellsPart({ pairs, weight }: Repeat): boolean {
  const apart = pairs.flatMap((pair) => {
    const by = apartBy(pair, weight);
    return by.coefficient === 0n ? [] : [{ pair, by }];
  });
  const [first] = apart;
  if (!first) return false;
  const isShort = apart.some(({ by }) => abs(by).coefficient.toString().length < fewestDigits);
  return first.pair.some(({ table, row: own }, side) =>
    table.rows.some(
      (row) =>
        row !== own &&
        // A short amount says something only in the line of the same name, under another heading.
        (!isShort || conceptKey(row.caption) === conceptKey(own.caption)) &&
        apart.every(({ pair, by }) => {
          const column = pair[side]?.column;
          const figure = row.figures.find((candidate) => candidate && candidate.column === column);
          return readable(figure) && compare(abs(figure.value), abs(by)) === 0;
        }),
    ),
  );
}

/** Two rules read the repeats of a filing. */
const cache = new WeakMap<Filing, readonly Repeat[]>();

function* findRepeats(filing: Filing): Generator<Repeat> {
  const byFact = new Map<string, Figure[]>();
  for (const table of filing.tables) {
    const lines = table.rows.filter(({ kind }) => kind !== "ghost").map(factsOf);
    for (const line of lines) {
      const { kind } = line.row;
      if (kind !== "item" && kind !== "bare") continue;
      const repeat = bestLink(filing, line, byFact);
      if (repeat) yield repeat;
    }
    for (const { facts } of lines) {
      for (const { key, figure } of facts) {
        const known = byFact.get(key);
        if (!known) byFact.set(key, [figure]);
        else if (known.length < mostOfOneFact) known.push(figure);
      }
    }
  }
}

/** A row with what of its figures may be found in another. */
interface Line {
  readonly row: Row;
  readonly facts: readonly { readonly key: string; readonly figure: Figure }[];
}

function factsOf(row: Row): Line {
  const facts = row.figures.flatMap((figure) => {
    const key = factKey(figure);
    return key && figure ? [{ key, figure }] : [];
  });
  return { row, facts };
}

function factKey(figure: Figure | undefined): string | null {
  if (!readable(figure) || figure.nil || figure.unit === "percent" || figure.unit === "rate") return null;
  const period = periodKey(figure.column.period);
  const digits = abs(figure.value).coefficient.toString().length;
  if (period === null || (digits < fewestDigits && figure.unit === "currency")) return null;
  return `${period} ${figure.column.currency} ${figure.unit} ${toPlain(abs(figure.value))}`;
}

function bestLink(
  filing: Filing,
  { row, facts }: Line,
  byFact: ReadonlyMap<string, readonly Figure[]>,
): Repeat | null {
  const links = new Map<Row, Link>();
  for (const { key, figure } of facts) {
    for (const other of byFact.get(key) ?? []) {
      let link = links.get(other.row);
      if (!link) {
        link = { original: other.row, plus: 0, minus: 0 };
        links.set(other.row, link);
      }
      if (compare(other.value, figure.value) === 0) link.plus++;
      else link.minus++;
    }
  }
  let best: Repeat | null = null;
  let most = 0;
  const caption = conceptKey(row.caption);
  for (const link of links.values()) {
    if (isMovementOfBalance(filing, row, link.original)) continue;
    const weight = link.plus >= link.minus ? 1 : -1;
    const agreeing = Math.max(link.plus, link.minus);
    if (agreeing * 2 + 1 <= most) continue;
    const sameCaption = row.caption !== "" && caption === conceptKey(link.original.caption);
    const score = agreeing * 2 + (sameCaption ? 1 : 0);
    if (score <= most) continue;
    const pairs = commonColumns(row, link.original);
    const bare = row.caption === "" || link.original.caption === "";
    const enough =
      agreeing >= 2 ||
      (agreeing === 1 && (pairs.length === 1 || (sameCaption && areWhole(filing, row, link))));
    if (!enough || agreeing * 2 < pairs.length) continue;
    most = score;
    const isOneFact =
      (sameCaption || (bare && agreeing >= 2)) &&
      sameBasis(pairs) &&
      measureOf(row) === measureOf(link.original) &&
      !hasOwnNote(row, link.original);
    const kept = isOneFact ? pairs : pairs.filter((pair) => agrees(pair, weight));
    best = { original: link.original, repeat: row, weight, pairs: kept, sameCaption };
  }
  return best;
}

/** A note to one of the two alone says what is different about it. */
function hasOwnNote(repeat: Row, original: Row): boolean {
  const note = /(?:\((?:\d{1,2}|[a-z])\)|[*†‡])\s*$/i;
  return note.test(repeat.caption) !== note.test(original.caption);
}

/** A statement drawn up on another basis than the filing's own: its lines repeat others only where they agree. */
const otherBasis = /\bpro[\s-]?forma\b|\bnon-?gaap\b|\badjusted\b|\bas if\b|\bpercent(?:age)? of\b/i;
const statement = /\bstatements?\b|\bbalance sheets?\b|\bresults\b|\bsummary\b/i;

function sameBasis([first]: readonly (readonly [Figure, Figure])[]): boolean {
  if (!first) return true;
  const [repeat, original] = first.map(({ table }) => basisOf(table));
  return repeat === original;
}

function basisOf({ heading, title }: Table): string | null {
  const said = [title, ...heading].find((line) => otherBasis.test(line));
  if (said === undefined || /reconcil/i.test(said)) return null;
  return statement.test(said) ? (otherBasis.exec(said)?.[0].toLowerCase() ?? null) : null;
}

/** Whether a row stands among the adjustments of a reconciliation. */
export function isAdjustment(section: readonly string[]): boolean {
  return /\b(?:adjust|reconcil|add(?:ing)? back|excluding)|^(?:plus|add|less|deduct)\b/i.test(
    section.at(-1) ?? "",
  );
}

/** Tables of a part of the company, or of other entities, repeat captions and not facts. */
const partial =
  /\bvariable interest|\bVIEs?\b|\bparent\b|\bregistrant\b|\bguarantor|\bsubsidiary issuer|\bfair values? of\b|\bpro forma\b/i;

/**
 * Whether one amount in common may link two rows of one caption: one of them stands on the face of a
 * statement or adjusts a result, and neither table is of a part of the company.
 */
function areWhole(filing: Filing, row: Row, { original }: Link): boolean {
  const tables = [row, original].flatMap(({ figures }) => figures.find((figure) => figure)?.table ?? []);
  const isFace = isAdjustment(row.section) || tables.some((table) => filing.kindOf(table) !== "other");
  const said = [
    ...tables.flatMap((table) => [table.title, ...table.heading]),
    ...row.section,
    ...original.section,
  ];
  return isFace && !said.some((text) => partial.test(text));
}

function agrees(pair: readonly [Figure, Figure], weight: 1 | -1): boolean {
  return apartBy(pair, weight).coefficient === 0n;
}

function apartBy([repeat, original]: readonly [Figure, Figure], weight: 1 | -1): Decimal {
  return subtract(repeat.value, weight > 0 ? original.value : negate(original.value));
}

function commonColumns(row: Row, original: Row): [Figure, Figure][] {
  return row.figures.flatMap((figure): [Figure, Figure][] => {
    if (!figure || periodKey(figure.column.period) === null) return [];
    const other = original.figures.find((candidate) => candidate && isOneColumn(candidate, figure));
    // A dash says that nothing is told apart here, as well as that there was nothing.
    if (!other || figure.nil || other.nil) return [];
    return isOnly(figure) && isOnly(other) && !isOtherSpan(figure, other) ? [[figure, other]] : [];
  });
}

function isOneColumn(a: Figure, b: Figure): boolean {
  return (
    periodKey(a.column.period) === periodKey(b.column.period) &&
    a.column.currency === b.column.currency &&
    a.unit === b.unit
  );
}

/** Of two figures of one period in a line it is not known which is meant. */
function isOnly(figure: Figure): boolean {
  return figure.row.figures.every(
    (other) =>
      !other ||
      other === figure ||
      other.nil ||
      !isOneColumn(other, figure) ||
      compare(other.value, figure.value) === 0,
  );
}

/** The line has the amount for months of another number to the same day: it is the header that was misread. */
function isOtherSpan(figure: Figure, { row, value }: Figure): boolean {
  const { period } = figure.column;
  return (
    period?.kind === "duration" &&
    compare(figure.value, value) !== 0 &&
    row.figures.some(
      (other) =>
        other?.column.period?.kind === "duration" &&
        other.column.period.end === period.end &&
        other.column.period.start !== period.start &&
        compare(other.value, figure.value) === 0,
    )
  );
}

export function* repeatRelations(rule: string, filing: Filing, repeat: Repeat): Generator<Relation> {
  const { original, weight, sameCaption } = repeat;
  const name = (table: Table): string => table.title || `table at ${saidLine(table.line)}`;
  const relations = repeat.pairs.map(
    ([figure, other]): Relation => ({
      rule,
      title: `${printedCaption(repeat.repeat) || "Line without a caption"} = ${weight < 0 ? "-" : ""}${printedCaption(original) || "line without a caption"} (${name(other.table)}, ${saidLine(original.line)})`,
      form: { kind: "linear", weights: [weight] },
      result: figure,
      terms: [other],
      belief: {
        identity: false,
        structure: sameCaption,
        wording: false,
        complete: false,
        ties: 0,
        breaks: 0,
      },
      pattern: `${rule}:${figure.table.index}:${repeat.repeat.index}`,
      sameFact: figure.column.currency !== filing.rate?.to,
    }),
  );
  yield* withSupport(relations);
}

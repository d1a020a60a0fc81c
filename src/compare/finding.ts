/** What a change broke, as findings: one for each change, with all that was left as it was. */
import { checkOf } from "../findings/check.ts";
import { excerptOf } from "../findings/excerpt.ts";
import { quoteOf } from "../findings/quote.ts";
import { figureRef, placeRef } from "../findings/refs.ts";
import { columnName, lineName, recomputedAs, shownAs } from "../findings/words.ts";
import { saidLine } from "../read/document.ts";
import type { Check, Diagnosis } from "../report/report.ts";
import type { Tried } from "../run.ts";
import type { Figure } from "../tables/table.ts";
import type { Break } from "./breaks.ts";
import type { Repeats } from "./repeats.ts";

type Changed = ReadonlyMap<Figure, Figure>;

/** What one change broke. */
export interface Group {
  /** The break that says most of it comes first: a place that still prints the old amount, then a sum. */
  readonly breaks: readonly [Break, ...Break[]];
  /** Further places that still print it, of which no equation of the later draft is. */
  readonly places: readonly Figure[];
}

function rank({ isRepeat, left }: Break): number {
  return isRepeat ? 0 : left ? 1 : 2;
}

/** The breaks that one change brought are one finding; those of several changes are one for the figure that was left. */
export function groupsOf(breaks: readonly Break[], changed: Changed, repeats: Repeats): readonly Group[] {
  const byCause = new Map<number, Break[]>();
  for (const each of breaks) {
    const [cause, another] = each.changed;
    const { id } = cause && !another ? cause : (each.left ?? each.judged.relation.result);
    byCause.set(id, [...(byCause.get(id) ?? []), each]);
  }
  const named = new Set(breaks.map(({ left }) => left));
  return [...byCause.values()].flatMap((group): Group[] => {
    const [first, ...others] = group.sort((a, b) => rank(a) - rank(b));
    if (!first) return [];
    const [cause] = first.isRepeat ? first.changed : [];
    const places = cause ? repeats.leftBehind(cause, changed).filter((figure) => !named.has(figure)) : [];
    return [{ breaks: [first, ...others], places }];
  });
}

/** "Cash, 2024-12-31 was changed from 1,120 to 1,210 (line 70)". */
function changeSaid(figure: Figure, was: Figure | undefined): string {
  const name = [lineName(figure), columnName(figure)].filter((part) => part !== "").join(", ");
  const from = was ? ` from ${shownAs(was)}` : "";
  return `${name} was changed${from} to ${shownAs(figure)} (${saidLine(figure.place.line)})`;
}

/** Places named in a sentence before "and n more". */
const mostNamed = 6;

function namedPlaces(figures: readonly Figure[]): string {
  const named = figures
    .slice(0, mostNamed)
    .map((figure) => `${shownAs(figure)} (${saidLine(figure.place.line)})`);
  const more = figures.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** "; so do 1,120 (line 31) and what it goes into was left as well: 3,040 (line 35)". */
function alsoSaid(repeated: readonly Figure[], computed: readonly Figure[]): string {
  const also =
    repeated.length === 0 ? "" : `; so ${repeated.length === 1 ? "does" : "do"} ${namedPlaces(repeated)}`;
  const left =
    computed.length === 0 ? "" : `; what else follows from it was left, too: ${namedPlaces(computed)}`;
  return also + left;
}

/** Figures that were left as they were, each once, without `named`. */
function leftIn(breaks: readonly Break[], named: Figure | null): Figure[] {
  const figures = [...new Set(breaks.flatMap(({ left }) => left ?? []))];
  return figures
    .filter((figure) => figure !== named)
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function messageOf({ breaks, places }: Group, changed: Changed, check: Check, reading: string): string {
  const [first] = breaks;
  const { result } = first.judged.relation;
  const { left, changed: causes, isRepeat } = first;
  const [cause] = left ? causes : [];
  if (left === null || !cause)
    return `${changeSaid(result, changed.get(result))}, and what it ties to was not: recomputed ${reading}`;
  const repeated = leftIn(
    breaks.filter((each) => each.isRepeat),
    left,
  );
  const computed = leftIn(
    breaks.filter((each) => !each.isRepeat),
    left,
  );
  const name = [check.display.line, check.display.period].filter((part) => part !== "").join(", ");
  const change = changeSaid(cause, changed.get(cause));
  const also = alsoSaid([...repeated, ...places], computed);
  return isRepeat
    ? `${name} still prints ${shownAs(result)}: ${change}, which makes it ${reading}${also}`
    : `${name} was left at ${shownAs(result)}, recomputed ${reading}: ${change}${also}`;
}

/** What a change broke, as a finding. `changed`: each figure of the later draft that was, with what it was. */
export function findingOf(group: Group, changed: Changed, now: Tried): Check {
  const { readings } = now.verdicts;
  const [first, ...others] = group.breaks;
  const check = checkOf(first.judged, readings);
  const { result } = first.judged.relation;
  const reading = first.judged.expected
    ? recomputedAs(first.judged.expected, result)
    : check.display.recomputed;
  const message = messageOf(group, changed, check, reading);
  const settled = group.breaks.filter(({ left }) => left === first.left).length;
  const name = [check.display.line, check.display.period].filter((part) => part !== "").join(", ");
  const diagnosis: Diagnosis | null =
    first.left === null
      ? null
      : {
          slip: "stale",
          suspects: [{ ...figureRef(result), reading, settles: settled }],
          message: `${name}: ${reading} instead of ${shownAs(result)} makes ${settled === 1 ? "the broken relation" : `${settled} broken relations`} tie`,
        };
  const { document } = now.filing;
  const quote = quoteOf(document.printed ?? document, result);
  return {
    ...check,
    message,
    confidence: "certain",
    diagnosis,
    ...(diagnosis?.suspects[0] ? { suspect: diagnosis.suspects[0] } : {}),
    ...(quote ? { quote } : {}),
    place: placeRef(result.place),
    excerpt: excerptOf(first.judged.relation, { marked: first.left ? [result] : [], beside: [] }),
    display: { ...check.display, message },
    related: others.map(({ judged }) => ({ ...checkOf(judged, readings), excerpt: null })),
  };
}

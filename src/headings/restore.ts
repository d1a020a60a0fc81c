/**
 * Headers that were mistyped. A wrong rate, scale or date in a header breaks or hides every relation that rests on
 * it at once, so that no figure is accused. Each change that the figures suggest is tried on the whole filing, and
 * is believed where it restores relations and takes hardly any away. A filing in which nothing is suggested pays for
 * the look at its headers alone.
 */
import type { Place } from "../read/document.ts";
import type { Document } from "../read/document.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import { type HeaderChange, withChange } from "./change.ts";
import { periodChanges } from "./periods.ts";
import { rateChanges } from "./rates.ts";
import { scaleChanges } from "./scales.ts";

/** A header with what it should say. */
export interface Misprint extends Pick<HeaderChange, "subject" | "printed" | "meant" | "place"> {
  /** Figures of the relations that tie again. */
  readonly figures: number;
  readonly relations: number;
}

export interface Restored {
  /** The filing as its headers are meant. */
  readonly filing: Filing;
  readonly misprints: readonly Misprint[];
}

/** Each change is tried on the whole filing: more of them say that the filing was misread. */
const mostTried = 4;
const mostMisprints = 3;

/** `again` reads the filing from a changed document; `judgedOf` judges all its relations. */
export function restoreHeaders(
  filing: Filing,
  again: (document: Document) => Filing,
  judgedOf: (filing: Filing) => readonly Judged[],
): Restored {
  let current = filing;
  const misprints: Misprint[] = [];
  while (misprints.length < mostMisprints) {
    const changes = [...changesOf(current)];
    if (changes.length === 0 || changes.length > mostTried) break;
    const before = tallyOf(judgedOf(current));
    let best: { readonly filing: Filing; readonly misprint: Misprint } | null = null;
    for (const change of changes) {
      const changed = again(withChange(current.document, change));
      const misprint = gainOf(change, before, tallyOf(judgedOf(changed)));
      if (misprint && misprint.relations > (best?.misprint.relations ?? 0))
        best = { filing: changed, misprint };
    }
    if (!best) break;
    current = best.filing;
    misprints.push(best.misprint);
  }
  return { filing: misprints.length === 0 ? filing : { ...current, document: filing.document }, misprints };
}

function* changesOf(filing: Filing): Generator<HeaderChange> {
  yield* rateChanges(filing);
  yield* scaleChanges(filing);
  yield* periodChanges(filing);
}

/** What ties, each relation by its rule and the places of its figures, and how much breaks. */
interface Tally {
  readonly tied: ReadonlyMap<string, readonly Figure[]>;
  readonly breaks: number;
}

function tallyOf(judged: readonly Judged[]): Tally {
  const tied = new Map<string, readonly Figure[]>();
  let breaks = 0;
  for (const { relation, status, grade } of judged) {
    if (status === "fail") breaks++;
    if (status !== "pass" || grade === "recovered") continue;
    const figures = [relation.result, ...relation.terms];
    const key = `${relation.rule} ${figures.map(({ place }) => placeKey(place)).join(" ")}`;
    tied.set(key, figures);
  }
  return { tied, breaks };
}

function placeKey({ line, column }: Place): string {
  return `${line}:${column}`;
}

/** null: the change takes away, or breaks, more than a tenth of what it gives. A figure may be wrong besides. */
function gainOf(change: HeaderChange, before: Tally, after: Tally): Misprint | null {
  const gained = [...after.tied].filter(([key]) => !before.tied.has(key));
  // A figure that now ties with another one than before has lost nothing.
  const still = new Set(
    [...after.tied.values()].flatMap(([result]) => (result ? placeKey(result.place) : [])),
  );
  const lost = [...before.tied].filter(
    ([key, [result]]) => !after.tied.has(key) && result && !still.has(placeKey(result.place)),
  ).length;
  const broken = Math.max(0, after.breaks - before.breaks);
  if (gained.length < change.fewest || (lost + broken) * 10 > gained.length) return null;
  const figures = new Set(gained.flatMap(([, own]) => own.map(({ place }) => placeKey(place))));
  const { subject, printed, meant, place } = change;
  return { subject, printed, meant, place, figures: figures.size, relations: gained.length };
}

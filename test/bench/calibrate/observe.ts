/** The causes of one filing with their evidence: what the filing gives, and what it gives with a slip planted. */
import { readSource } from "../../../src/batch/check-source.ts";
import type { Source } from "../../../src/batch/source.ts";
import { Scene } from "../../../src/defence/scene.ts";
import { shownOf } from "../../../src/diagnose/shown.ts";
import { figureRef } from "../../../src/findings/refs.ts";
import { Unreadable } from "../../../src/read/document.ts";
import { read } from "../../../src/read/read.ts";
import type { FigureRef } from "../../../src/report/report.ts";
import { tried } from "../../../src/run.ts";
import { cellSlips, plantCell, slipped } from "../mutation/plant.ts";
import { seeded } from "../mutation/random.ts";
import { bytesOf, placesOf, subjectOf } from "../mutation/subject.ts";
import type { Target } from "../mutation/targets.ts";

export interface Observed {
  readonly path: string;
  readonly issuer: string;
  /** The rule and the result that the finding shows. */
  readonly rule: string;
  readonly result: FigureRef;
  readonly evidence: Readonly<Record<string, number>>;
  /** The share of the filing's figures that tie with nothing. */
  readonly untied: number;
  /** The kind of the planted slip that it is about; null for a break of the filing as it is. */
  readonly planted: string | null;
  /** face, table or prose, where a slip was planted. */
  readonly section: string | null;
  /** It was first seen with the defence in place, and no reading cleared it. */
  readonly defended?: true;
}

type Own = Omit<Observed, "path" | "issuer" | "planted" | "section">;

interface Found extends Own {
  readonly refs: readonly FigureRef[];
}

async function causesOf(
  bytes: Uint8Array,
  path: string,
): Promise<{ readonly issuer: string; readonly found: Found[] }> {
  const { filing, causes, verdicts } = tried(await read(bytes, path), null, {});
  const { untied } = new Scene(filing, verdicts.judged, verdicts.readings);
  const found = causes.flatMap(({ cause, evidence }): Found[] => {
    const shown = shownOf(cause);
    if (!shown) return [];
    const figures = cause.failing.flatMap(({ relation }) => [relation.result, ...relation.terms]);
    return [
      {
        rule: shown.relation.rule,
        result: figureRef(shown.relation.result),
        evidence: Object.fromEntries(evidence),
        untied,
        refs: figures.map(figureRef),
      },
    ];
  });
  return { found, issuer: filing.issuer ?? path };
}

const known = ({ rule, result }: Found): string => `${rule} ${result.line} ${result.column} ${result.raw}`;

function isAt(ref: FigureRef, { place }: Target): boolean {
  return ref.line === place.line && ref.column < place.endColumn && place.column < ref.endColumn;
}

/** `samples`: slips planted for each kind on the faces, in all tables and in sentences. */
export async function observe(source: Source, seed: number, samples: number): Promise<Observed[]> {
  const { path } = source;
  const bytes = await readSource(source);
  const strip = ({ rule, result, evidence, untied }: Found): Own => ({ rule, result, evidence, untied });
  let own: Found[];
  let issuer: string;
  try {
    ({ found: own, issuer } = await causesOf(bytes, path));
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
  const observed: Observed[] = own.map((found) => ({
    ...strip(found),
    path,
    issuer,
    planted: null,
    section: null,
  }));
  if (samples === 0 || /\.pdf$/i.test(path)) return observed;
  const before = new Set(own.map(known));
  const subject = await subjectOf(path, bytes);
  const places = await placesOf(subject);
  const sections = [
    ["face", places.cells.filter(({ face }) => face)],
    ["table", places.cells],
    ["prose", places.prose],
  ] as const;
  for (const [section, targets] of sections) {
    for (const [i, slip] of cellSlips.entries()) {
      const random = seeded(seed * 1_000 + i);
      let left = samples;
      for (const target of random.sample(targets, Math.min(targets.length, samples * 4))) {
        if (left === 0) break;
        const print = slipped(slip, target, random);
        const planted = print === null ? null : plantCell(subject.lines, target, print);
        if (planted === null) continue;
        left--;
        const causes = await causesOf(bytesOf(planted), path);
        for (const found of causes.found) {
          if (before.has(known(found)) || !found.refs.some((ref) => isAt(ref, target))) continue;
          observed.push({ ...strip(found), path, issuer, planted: slip, section });
        }
      }
    }
  }
  return observed;
}

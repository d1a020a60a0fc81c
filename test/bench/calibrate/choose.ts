/** From observed causes and verdicts to a model, and to the confidence from which it may speak: out of fold only. */
import { wellRead } from "../../../src/defence/confidence.ts";
import { evidenceItems } from "../../../src/defence/evidence.ts";
import { isTrue, type Verdicts } from "../judged/verdicts.ts";
import { type Case, expected, fit, type Model } from "./fit.ts";
import type { Observed } from "./observe.ts";

/** A judged break, or a planted slip, with what the model says of it that was fitted on other issuers. */
export interface Foretold {
  readonly observed: Observed;
  readonly isTrue: boolean;
  readonly probability: number;
}

export interface Choice {
  readonly model: Model;
  readonly thresholds: { readonly certain: number; readonly likely: number };
  readonly judged: readonly Foretold[];
  readonly planted: readonly Foretold[];
}

const folds = 5;
/** In cases; the fits differ little between 1 and 10. */
const penalty = 10;
/** All planted slips together weigh as much as this share of the true breaks: there are far more of them. */
const plantedShare = 1;

/** Of findings called so, the share that must be true. */
const wanted = { certain: 0.95, likely: 0.6 };

/** The same issuer is in one fold only. */
function foldOf(issuer: string): number {
  let hash = 7;
  for (const char of issuer.toLowerCase()) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash % folds;
}

function featuresOf({ evidence }: Observed): number[] {
  return evidenceItems.map(({ name }) => evidence[name] ?? 0);
}

function casesOf(judged: readonly Foretold[], planted: readonly Foretold[]): Case[] {
  const truths = judged.filter((one) => one.isTrue).length;
  const each = planted.length === 0 ? 0 : (plantedShare * truths) / planted.length;
  return [...judged.map((one) => [one, 1] as const), ...planted.map((one) => [one, each] as const)].map(
    ([{ observed, isTrue: truth }, weight]) => ({
      features: featuresOf(observed),
      isTrue: truth,
      weight,
      offset: wellRead(observed.untied),
    }),
  );
}

/** The lowest probability from which on at least `share` of the judged breaks below `top` are true. */
function lowest(judged: readonly Foretold[], share: number, top: number): number {
  const sorted = judged
    .filter(({ probability }) => probability < top)
    .sort((a, b) => b.probability - a.probability);
  let truths = 0;
  let found = top;
  for (const [i, one] of sorted.entries()) {
    if (one.isTrue) truths++;
    if (truths / (i + 1) >= share) found = one.probability;
  }
  return found;
}

export function choose(observed: readonly Observed[], verdicts: Verdicts): Choice {
  const untold = observed.flatMap((one): Foretold[] => {
    if (one.planted !== null) return [{ observed: one, isTrue: true, probability: 0 }];
    const verdict = verdicts.on(one.path, one);
    if (!verdict || verdict.label === "unsure") return [];
    return [{ observed: one, isTrue: isTrue(verdict), probability: 0 }];
  });
  const foretold: Foretold[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isOwn = ({ observed: { issuer } }: Foretold): boolean => foldOf(issuer) === fold;
    const others = untold.filter((one) => !isOwn(one));
    const model = fit(casesOf(others.filter(isJudged), others.filter(isPlanted)), penalty);
    for (const one of untold.filter(isOwn)) {
      foretold.push({
        ...one,
        probability: expected(model, featuresOf(one.observed), wellRead(one.observed.untied)),
      });
    }
  }
  const judged = foretold.filter(isJudged);
  const planted = foretold.filter(isPlanted);
  const certain = lowest(judged, wanted.certain, 1);
  // What is told as likely has survived the defence; most of the rest it clears, so that they say too little good.
  const likely = lowest(judged.filter(isDefended), wanted.likely, certain);
  return { model: fit(casesOf(judged, planted), penalty), thresholds: { certain, likely }, judged, planted };
}

const isPlanted = ({ observed }: Foretold): boolean => observed.planted !== null;
/** First seen with the defence in place. */
export const isDefended = ({ observed }: Foretold): boolean => observed.defended === true;
const isJudged = (one: Foretold): boolean => !isPlanted(one);

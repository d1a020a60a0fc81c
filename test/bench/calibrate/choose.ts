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
/** Issuers are dealt into folds this many times, and what is foretold is the mean: one dealing says as much of luck. */
const dealings = 10;
/** In cases; the fits differ little between 1 and 10. */
const penalty = 10;
/** All planted slips together weigh as much as this share of the true breaks: there are far more of them. */
const plantedShare = 1;

/** Of the weakest findings called so, the share that must be true. */
const wanted = { certain: 0.9, likely: 0.6 };

/** The same issuer is in one fold only, of each dealing in another. */
function foldOf(issuer: string, dealing: number): number {
  let hash = 7;
  for (const char of issuer.toLowerCase()) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  // The upper half of a product depends on all digits of both.
  const mixed = Math.imul(hash ^ Math.imul(dealing, 0x9e3779b1), 0x85ebca6b) >>> 16;
  return mixed % folds;
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

/**
 * The probability at which so large a share of the judged breaks is true. Read off a logistic curve of truth over the
 * score, not counted: a count from the top turns on the one break that stands at its end.
 */
export function probabilityWhere(
  share: number,
  judged: readonly Pick<Foretold, "isTrue" | "probability">[],
): number {
  const odds = (probability: number): number => Math.log(probability / (1 - probability));
  const cases = judged.map(({ probability, isTrue: truth }) => ({
    features: [odds(probability)],
    isTrue: truth,
    weight: 1,
  }));
  const { baseline, weights } = fit(cases, 0);
  return 1 / (1 + Math.exp(-(odds(share) - baseline) / (weights[0] ?? 1)));
}

export function choose(observed: readonly Observed[], verdicts: Verdicts): Choice {
  const untold = observed.flatMap((one): Foretold[] => {
    if (one.planted !== null) return [{ observed: one, isTrue: true, probability: 0 }];
    const verdict = verdicts.on(one.path, one);
    if (!verdict || verdict.label === "unsure") return [];
    return [{ observed: one, isTrue: isTrue(verdict), probability: 0 }];
  });
  const sums = new Map(untold.map((one) => [one, 0]));
  for (let part = 0; part < folds * dealings; part++) {
    const isOwn = ({ observed: { issuer } }: Foretold): boolean =>
      foldOf(issuer, Math.floor(part / folds)) === part % folds;
    const others = untold.filter((one) => !isOwn(one));
    const model = fit(casesOf(others.filter(isJudged), others.filter(isPlanted)), penalty);
    for (const one of untold.filter(isOwn)) {
      const share = expected(model, featuresOf(one.observed), wellRead(one.observed.untied));
      sums.set(one, (sums.get(one) ?? 0) + share);
    }
  }
  const foretold = untold.map((one) => ({ ...one, probability: (sums.get(one) ?? 0) / dealings }));
  const judged = foretold.filter(isJudged);
  const planted = foretold.filter(isPlanted);
  // What is told has survived the defence; most of the rest it clears, so that they say too little good.
  const surviving = judged.filter(isDefended);
  const certain = probabilityWhere(wanted.certain, surviving);
  const likely = probabilityWhere(wanted.likely, surviving);
  return { model: fit(casesOf(judged, planted), penalty), thresholds: { certain, likely }, judged, planted };
}

const isPlanted = ({ observed }: Foretold): boolean => observed.planted !== null;
/** First seen with the defence in place. */
export const isDefended = ({ observed }: Foretold): boolean => observed.defended === true;
const isJudged = (one: Foretold): boolean => !isPlanted(one);

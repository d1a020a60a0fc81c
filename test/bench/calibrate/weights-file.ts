/** The table of weights as source, and the figures of the fit as text. */
import { evidenceItems } from "../../../src/defence/evidence.ts";
import { type Choice, type Foretold, isDefended } from "./choose.ts";

interface Level {
  readonly findings: number;
  readonly true: number;
}

function between(foretold: readonly Foretold[], low: number, high: number): Level {
  const found = foretold.filter(({ probability }) => probability >= low && probability < high);
  return { findings: found.length, true: found.filter((one) => one.isTrue).length };
}

export interface Measured {
  readonly certain: Level;
  readonly likely: Level;
  readonly possible: Level;
}

function measuredOf(foretold: readonly Foretold[], { certain, likely }: Choice["thresholds"]): Measured {
  return {
    certain: between(foretold, certain, Number.POSITIVE_INFINITY),
    likely: between(foretold, likely, certain),
    possible: between(foretold, 0, likely),
  };
}

const plain = (value: number): string => String(Number(value.toFixed(3)));

function levelSource(name: string, level: Level): string {
  return `  ${name}: { findings: ${level.findings}, true: ${level.true} },`;
}

/** src/defence/weights.ts. */
export function weightsSource(choice: Choice): string {
  const { model, thresholds, judged, planted } = choice;
  const measured = measuredOf(judged, thresholds);
  const slips = measuredOf(planted, thresholds);
  const surviving = measuredOf(judged.filter(isDefended), thresholds);
  return [
    "/** Written by `npm run calibrate`: what evidence weighs. Natural logarithms of odds for one unit of it. */",
    "",
    "/** The odds where nothing is known. */",
    `export const baseline = ${plain(model.baseline)};`,
    "",
    "export const weights: Readonly<Record<string, number>> = {",
    ...evidenceItems.map(({ name, what }, at) =>
      [`  // ${what}`, `  ${JSON.stringify(name)}: ${plain(model.weights[at] ?? 0)},`].join("\n"),
    ),
    "};",
    "",
    "/** The probability from which on a finding is called so. */",
    `export const thresholds = { certain: ${plain(thresholds.certain)}, likely: ${plain(thresholds.likely)} };`,
    "",
    "/** Breaks of real filings judged by reading: how many would be called so by a fit on other issuers, and how many are true. */",
    "export const judged = {",
    levelSource("certain", measured.certain),
    levelSource("likely", measured.likely),
    levelSource("possible", measured.possible),
    "};",
    "",
    "/** Of these the ones that were first seen with the defence in place. */",
    "export const defended = {",
    levelSource("certain", surviving.certain),
    levelSource("likely", surviving.likely),
    levelSource("possible", surviving.possible),
    "};",
    "",
    "/** Slips planted in the same filings that break a relation. */",
    "export const planted = {",
    levelSource("certain", slips.certain),
    levelSource("likely", slips.likely),
    levelSource("possible", slips.possible),
    "};",
    "",
  ].join("\n");
}

const share = ({ findings, true: truths }: Level): string =>
  findings === 0 ? "none" : `${truths} of ${findings} true (${((100 * truths) / findings).toFixed(0)} %)`;

/** What the command prints. */
export function fitReport(choice: Choice): string {
  const { model, thresholds, judged, planted } = choice;
  const measured = measuredOf(judged, thresholds);
  const slips = measuredOf(planted, thresholds);
  const all = planted.length || 1;
  const items = evidenceItems
    .map(({ name }, at) => ({ name, weight: model.weights[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return [
    `${judged.length} judged breaks, ${planted.length} planted slips; five folds by issuer`,
    ...items.map(({ name, weight }) => `  ${name.padEnd(22)} ${weight.toFixed(2)}`),
    `certain from ${thresholds.certain.toFixed(3)}: ${share(measured.certain)}; ${((100 * slips.certain.findings) / all).toFixed(0)} % of planted slips`,
    `likely from ${thresholds.likely.toFixed(3)}: ${share(measured.likely)}; ${((100 * slips.likely.findings) / all).toFixed(0)} % of planted slips`,
    `possible: ${share(measured.possible)}; ${((100 * slips.possible.findings) / all).toFixed(0)} % of planted slips`,
    "",
  ].join("\n");
}

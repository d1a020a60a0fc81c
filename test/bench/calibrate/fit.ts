/**
 * Logistic regression with a penalty on large weights, by Newton's method: the share of true findings as a
 * function of the evidence. Features are put on one scale first, so that the penalty treats them alike.
 */

export interface Case {
  readonly features: readonly number[];
  /** Whether it is a misprint. */
  readonly isTrue: boolean;
  readonly weight: number;
  /** What is known of the score besides, and is not fitted. */
  readonly offset?: number;
}

export interface Model {
  readonly baseline: number;
  /** In the units of the features. */
  readonly weights: readonly number[];
}

const rounds = 60;
const enough = 1e-7;

interface Scale {
  readonly mean: number;
  readonly spread: number;
}

function scaleOf(cases: readonly Case[], at: number): Scale {
  const values = cases.map(({ features }) => features[at] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}

/** Solves a symmetric system by elimination; both arguments are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const pivotRow = matrix[i] ?? [];
    const pivot = pivotRow[i] ?? 1;
    for (let j = i + 1; j < size; j++) {
      const row = matrix[j] ?? [];
      const factor = (row[i] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let k = i; k < size; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
      right[j] = (right[j] ?? 0) - factor * (right[i] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    const row = matrix[i] ?? [];
    let left = right[i] ?? 0;
    for (let k = i + 1; k < size; k++) left -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[i] = left / (row[i] ?? 1);
  }
  return solution;
}

/** `penalty`: how much a squared weight of one spread costs, in cases. */
export function fit(cases: readonly Case[], penalty: number): Model {
  const width = cases[0]?.features.length ?? 0;
  const scales = Array.from({ length: width }, (_, at) => scaleOf(cases, at));
  const rows = cases.map(({ features }) => [
    1,
    ...scales.map(({ mean, spread }, at) => ((features[at] ?? 0) - mean) / spread),
  ]);
  let beta = Array.from({ length: width + 1 }, () => 0);
  for (let round = 0; round < rounds; round++) {
    const gradient = beta.map((value, i) => (i === 0 ? 0 : -penalty * value));
    const curvature = beta.map((_, i) => beta.map((__, j) => (i === j ? (i === 0 ? 1e-6 : penalty) : 0)));
    for (const [n, row] of rows.entries()) {
      const { isTrue = false, weight = 0, offset = 0 } = cases[n] ?? {};
      const score = row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), offset);
      const chance = 1 / (1 + Math.exp(-score));
      const bend = weight * chance * (1 - chance);
      for (const [i, value] of row.entries()) {
        gradient[i] = (gradient[i] ?? 0) + weight * ((isTrue ? 1 : 0) - chance) * value;
        const line = curvature[i] ?? [];
        for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + bend * value * other;
      }
    }
    const step = solve(curvature, gradient);
    beta = beta.map((value, i) => value + (step[i] ?? 0));
    if (Math.max(...step.map(Math.abs)) < enough) break;
  }
  const [start = 0, ...scaled] = beta;
  const weights = scaled.map((value, at) => value / (scales[at]?.spread ?? 1));
  const baseline = weights.reduce((sum, value, at) => sum - value * (scales[at]?.mean ?? 0), start);
  return { baseline, weights };
}

/** The share of true ones that the model expects. */
export function expected({ baseline, weights }: Model, features: readonly number[], offset = 0): number {
  const score = weights.reduce((sum, value, at) => sum + value * (features[at] ?? 0), baseline + offset);
  return 1 / (1 + Math.exp(-score));
}

/** An equation between two expressions -> one line as a form of the others. */
import { decimal } from "../../money/decimal.ts";
import type { Expression, Form } from "../../relations/relation.ts";
import { type Equation, EquationError } from "./parse.ts";

/** parts[result] = form of the parts in `terms`, in their order. */
export interface Solved {
  readonly result: number;
  readonly terms: readonly number[];
  readonly form: Form;
}

function occurrences(expression: Expression, counts: number[]): void {
  if (expression.kind === "constant") return;
  if (expression.kind === "term") counts[expression.index] = (counts[expression.index] ?? 0) + 1;
  else {
    occurrences(expression.left, counts);
    occurrences(expression.right, counts);
  }
}

/** The weights of the parts where it is a plain sum of them; null otherwise. */
function weightsOf(expression: Expression): ReadonlyMap<number, number> | null {
  switch (expression.kind) {
    case "term":
      return new Map([[expression.index, 1]]);
    case "constant":
      return expression.value.coefficient === 0n ? new Map() : null;
    case "+":
    case "-": {
      const left = weightsOf(expression.left);
      const right = weightsOf(expression.right);
      if (!left || !right) return null;
      const sum = new Map(left);
      for (const [index, weight] of right) {
        sum.set(index, (sum.get(index) ?? 0) + (expression.kind === "-" ? -weight : weight));
      }
      return sum;
    }
    default:
      return null;
  }
}

/**
 * The line to test is the one that stands alone on a side, else the first that is named only once,
 * looked for on the right side first.
 * @throws EquationError
 */
export function solveEquation({ left, right, parts }: Equation): Solved {
  const counts: number[] = parts.map(() => 0);
  occurrences(left, counts);
  occurrences(right, counts);
  if (parts.length < 2) {
    throw new EquationError("an equation needs at least two lines of the filing", 0);
  }
  const alone = [right, left].find((side) => side.kind === "term" && counts[side.index] === 1);
  const result = alone?.kind === "term" ? alone.index : firstNamedOnce(left, right, counts);
  const sums = [weightsOf(left), weightsOf(right)] as const;
  if (sums[0] && sums[1]) {
    const linear = solveLinear(sums[0], sums[1], result);
    if (linear) return linear;
  }
  const expression = isolate(left, right, result);
  const terms = parts.map((_, index) => index).filter((index) => index !== result);
  return { result, terms, form: formOf(renumber(expression, terms)) };
}

function firstNamedOnce(left: Expression, right: Expression, counts: readonly number[]): number {
  for (const side of [right, left]) {
    const inside: number[] = [];
    occurrences(side, inside);
    const found = inside.findIndex((count, index) => count > 0 && counts[index] === 1);
    if (found >= 0) return found;
  }
  throw new EquationError("every line is named more than once; solve the equation for one of them", 0);
}

/** left - right = 0 with weights of 1 and -1 only. */
function solveLinear(
  left: ReadonlyMap<number, number>,
  right: ReadonlyMap<number, number>,
  result: number,
): Solved | null {
  const all = new Map(left);
  for (const [index, weight] of right) all.set(index, (all.get(index) ?? 0) - weight);
  const own = all.get(result) ?? 0;
  if ([...all.values()].some((weight) => Math.abs(weight) !== 1)) return null;
  const terms = [...all.keys()].filter((index) => index !== result);
  const weights = terms.map((index): 1 | -1 => ((all.get(index) ?? 0) * own > 0 ? -1 : 1));
  return { result, terms, form: { kind: "linear", weights } };
}

function has(expression: Expression, index: number): boolean {
  if (expression.kind === "term") return expression.index === index;
  if (expression.kind === "constant") return false;
  return has(expression.left, index) || has(expression.right, index);
}

/** The expression that the line equals: one operation after the other goes to the other side. */
function isolate(left: Expression, right: Expression, index: number): Expression {
  let [side, other] = has(right, index) ? [right, left] : [left, right];
  while (side.kind !== "term" && side.kind !== "constant") {
    const onLeft: boolean = has(side.left, index);
    const moved: Expression = onLeft ? side.right : side.left;
    switch (side.kind) {
      case "+":
        other = { kind: "-", left: other, right: moved };
        break;
      case "*":
        other = { kind: "/", left: other, right: moved };
        break;
      case "-":
        other = onLeft ? { kind: "+", left: other, right: moved } : { kind: "-", left: moved, right: other };
        break;
      case "/":
        other = onLeft ? { kind: "*", left: other, right: moved } : { kind: "/", left: moved, right: other };
        break;
    }
    side = onLeft ? side.left : side.right;
  }
  return other;
}

function renumber(expression: Expression, terms: readonly number[]): Expression {
  if (expression.kind === "term") return { kind: "term", index: terms.indexOf(expression.index) };
  if (expression.kind === "constant") return expression;
  return {
    kind: expression.kind,
    left: renumber(expression.left, terms),
    right: renumber(expression.right, terms),
  };
}

/** A quotient of two lines is the form that other rules use for it. */
function formOf(expression: Expression): Form {
  if (expression.kind === "/" && expression.left.kind === "term" && expression.right.kind === "term") {
    const [over, under] = [expression.left.index, expression.right.index];
    if (over === 0 && under === 1) return { kind: "quotient", scale: 0 };
  }
  return { kind: "formula", expression };
}

/** The form with the sign of some terms turned. */
export function turned(form: Form, turns: readonly boolean[]): Form {
  switch (form.kind) {
    case "linear":
      return {
        kind: "linear",
        weights: form.weights.map((weight, i) => (turns[i] ? (-weight as 1 | -1) : weight)),
      };
    case "quotient":
      return turned(
        {
          kind: "formula",
          expression: { kind: "/", left: { kind: "term", index: 0 }, right: { kind: "term", index: 1 } },
        },
        turns,
      );
    case "formula":
      return { kind: "formula", expression: turnTerms(form.expression, turns) };
    default:
      return form;
  }
}

const zero: Expression = { kind: "constant", value: decimal(0n), text: "0" };

function turnTerms(expression: Expression, turns: readonly boolean[]): Expression {
  if (expression.kind === "constant") return expression;
  if (expression.kind === "term") {
    return turns[expression.index] ? { kind: "-", left: zero, right: expression } : expression;
  }
  return {
    kind: expression.kind,
    left: turnTerms(expression.left, turns),
    right: turnTerms(expression.right, turns),
  };
}

/** The form, ten to the power of `scale` times larger. */
export function scaled(form: Form, terms: number, scale: number): Form {
  const factor: Expression = { kind: "constant", value: decimal(1n, scale), text: "" };
  const expression = asExpression(form, terms);
  return expression ? { kind: "formula", expression: { kind: "*", left: expression, right: factor } } : form;
}

function asExpression(form: Form, terms: number): Expression | null {
  if (form.kind === "formula") return form.expression;
  if (form.kind === "quotient") {
    return { kind: "/", left: { kind: "term", index: 0 }, right: { kind: "term", index: 1 } };
  }
  if (form.kind !== "linear") return null;
  let sum: Expression = zero;
  for (let index = 0; index < terms; index++) {
    sum = { kind: form.weights[index] === -1 ? "-" : "+", left: sum, right: { kind: "term", index } };
  }
  return sum;
}

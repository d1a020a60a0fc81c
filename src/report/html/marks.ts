/**
 * What is known of each figure of a filing: whether it ties, and in which equations it stands. Numbers go on
 * from file to file, so that they can name elements of one page.
 */
import type { Content, ContentBlock, Mark } from "../content.ts";
import { isBaselined, isFinding } from "../honesty.ts";
import type { Check, FigureRef, FileReport } from "../report.ts";

/**
 * ties · breaks · warns · accepted: breaks or warns, and the baseline knows it · untied: in no relation that
 * ties · part: no figure of its own, but a term of an equation.
 */
export type State = "ties" | "breaks" | "warns" | "accepted" | "untied" | "part";

export interface MarkedFigure {
  readonly id: number;
  state: State;
  /** The number of the finding that points here. */
  finding: number | null;
  /** The first equation that it stands in. */
  equation: number | null;
}

export interface Equation {
  readonly id: number;
  readonly check: Check;
  /** The figures of this page, the result first. */
  readonly figures: readonly number[];
}

/** A finding as numbered on the page. */
export interface Finding {
  readonly number: number;
  readonly check: Check;
  /** The figure that it points at; null where the page does not show it. */
  readonly figure: number | null;
}

export interface Marked {
  readonly byPlace: ReadonlyMap<string, MarkedFigure>;
  /** Figures that are on the page: one that is drawn twice, by lines read in two ways, has its name once. */
  readonly drawn: Set<number>;
  readonly equations: readonly Equation[];
  /** Those that the baseline accepts come last. */
  readonly findings: readonly Finding[];
}

/** Counts up over all files of a page. */
export interface Numbers {
  figure: number;
  equation: number;
  finding: number;
}

export function placeKey({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

export function marksOf(block: ContentBlock): readonly Mark[] {
  if (block.kind === "text") return block.marks;
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.marks));
}

export function markFigures(file: FileReport, content: Content, numbers: Numbers): Marked {
  const byPlace = new Map<string, MarkedFigure>();
  for (const mark of content.blocks.flatMap(marksOf)) {
    const key = placeKey(mark);
    if (!byPlace.has(key)) {
      byPlace.set(key, { id: ++numbers.figure, state: "part", finding: null, equation: null });
    }
  }
  for (const figure of file.figureList ?? []) {
    const marked = byPlace.get(placeKey(figure));
    if (marked) marked.state = figure.checks > 0 ? "ties" : "untied";
  }
  const find = (figure: FigureRef): MarkedFigure | undefined =>
    figure.path === undefined ? byPlace.get(placeKey(figure)) : undefined;
  const equations = file.checks
    .flatMap((check) => [check, ...check.related])
    .flatMap((check) => equationOf(check, find, numbers));
  const findingOf = (check: Check): Finding => {
    const number = ++numbers.finding;
    const pointed = byPlace.get(placeKey(check.place));
    // Of several that explain it equally well none is known to be wrong; the one pointed at stands for them.
    for (const suspect of check.diagnosis?.suspects ?? []) {
      const other = find(suspect);
      if (other && isFinding(check)) worsen(other, "warns");
    }
    if (pointed) {
      worsen(pointed, isBaselined(check) ? "accepted" : check.status === "fail" ? "breaks" : "warns");
      pointed.finding ??= number;
    }
    return { number, check, figure: pointed?.id ?? null };
  };
  const findings = [...file.checks.filter(isFinding), ...file.checks.filter(isBaselined)].map(findingOf);
  return { byPlace, drawn: new Set(), equations, findings };
}

const worse: readonly State[] = ["accepted", "warns", "breaks"];

function worsen(marked: MarkedFigure, state: State): void {
  if (worse.indexOf(state) > worse.indexOf(marked.state)) marked.state = state;
}

function equationOf(
  check: Check,
  find: (figure: FigureRef) => MarkedFigure | undefined,
  numbers: Numbers,
): readonly Equation[] {
  if (check.status === "skip") return [];
  const parts = [check.result, ...check.terms].flatMap((figure) => find(figure) ?? []);
  if (parts.length === 0) return [];
  const id = ++numbers.equation;
  for (const part of parts) part.equation ??= id;
  return [{ id, check, figures: [...new Set(parts.map((part) => part.id))] }];
}

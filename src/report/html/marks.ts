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
  /** Its line, or where in the text it stands; empty for what is not a figure of its own. */
  caption: string;
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
  /** How many figures of the filing the page does not show. */
  readonly unplaced: number;
}

/** Counts up over all files of a page. */
export interface Numbers {
  figure: number;
  equation: number;
  finding: number;
}

interface Placed {
  readonly page?: number | null | undefined;
  readonly line: number;
  readonly column: number;
}

/** In a source of pages lines are counted on each page. */
export function placeKey({ page, line, column }: Placed): string {
  return `${page ?? ""}:${line}:${column}`;
}

export function marksOf(block: ContentBlock): readonly Mark[] {
  if (block.kind === "text") return block.marks;
  if (block.kind === "page")
    return block.lines.flatMap(({ parts }) => parts.flatMap(({ mark }) => mark ?? []));
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.marks));
}

export function markFigures(file: FileReport, content: Content, numbers: Numbers): Marked {
  const byPlace = new Map<string, MarkedFigure>();
  for (const mark of content.blocks.flatMap(marksOf)) {
    const key = placeKey(mark);
    if (!byPlace.has(key)) {
      byPlace.set(key, { id: ++numbers.figure, caption: "", state: "part", finding: null, equation: null });
    }
  }
  let unplaced = 0;
  for (const figure of file.figureList ?? []) {
    const marked = byPlace.get(placeKey(figure));
    if (!marked) {
      unplaced++;
      continue;
    }
    marked.state = figure.checks > 0 ? "ties" : "untied";
    marked.caption = [figure.row, figure.col].filter((part) => part !== "").join(", ");
  }
  const find = (figure: FigureRef): MarkedFigure | undefined =>
    figure.path === undefined ? byPlace.get(placeKey(figure)) : undefined;
  const equations = file.checks
    .flatMap((check) => [check, ...check.related])
    .flatMap((check) => equationOf(check, find, numbers));
  const findingOf = (check: Check): Finding => {
    const number = ++numbers.finding;
    const isKnown = isBaselined(check);
    const isBroken = check.status === "fail";
    const [suspect, ...others] = check.diagnosis?.suspects ?? [];
    const culprit = suspect && others.length === 0 ? find(suspect) : undefined;
    for (const broken of [check, ...check.related]) {
      // The worst of its relations is what is said of a figure: one that stands in a broken equation does not tie,
      // whatever else it ties with.
      const parts = isBroken ? [broken.result, ...broken.terms] : [];
      // Of several that explain it equally well none is known to be wrong; the one pointed at stands for them.
      for (const part of [...parts, ...(broken.diagnosis?.suspects ?? [])]) {
        const other = find(part);
        if (other) worsen(other, isKnown ? "accepted" : "warns");
      }
      // Where one figure explains the break, the others of the equation are not accused.
      const isExplained = culprit !== undefined && parts.some((part) => find(part) === culprit);
      const pointed = isExplained ? culprit : byPlace.get(placeKey(broken.place));
      if (!pointed) continue;
      worsen(pointed, isKnown ? "accepted" : isBroken ? "breaks" : "warns");
      pointed.finding ??= number;
    }
    return { number, check, figure: byPlace.get(placeKey(check.place))?.id ?? null };
  };
  const findings = [...file.checks.filter(isFinding), ...file.checks.filter(isBaselined)].map(findingOf);
  return { byPlace, drawn: new Set(), equations, findings, unplaced };
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

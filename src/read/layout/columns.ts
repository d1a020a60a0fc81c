/** Which columns the figures of a block stand in: by their right edges over all rows, else by their order. */
import { largest, smallest } from "../../lists.ts";
import type { Figure } from "./figures.ts";
import type { Extent } from "./line.ts";

export interface Columns {
  readonly extents: readonly Extent[];
  /** Whether positions tell the columns; if not, only rows with a figure in each are certain. */
  readonly placed: boolean;
  /** Figures of a column start at one place and end where they will: so do the headers above them. */
  readonly startAlike: boolean;
}

interface Cluster {
  left: number;
  right: number;
  edge: number;
  readonly rows: Set<number>;
}

/** Edges closer than this are one. */
export const sameEdge = 1.05;

/** Null where neither positions nor counts tell the columns. `inOrder`: positions do not. */
export function findColumns(printed: readonly (readonly Figure[])[], inOrder = false): Columns | null {
  const rows = withoutBrokenOff(printed).map(withoutMarks);
  const counts = rows.map((row) => row.length);
  const most = largest(counts, 0);
  if (most === 0) return null;
  if (inOrder || isRunTogether(rows, counts, most)) return byCount(rows, counts);
  let clusters = dropNoise(merge(cluster(rows)), rows.length);
  // A row that prints a figure in each column needs no position: a long caption may have moved it.
  if (clusters.length > most) clusters = clusters.filter((own) => !isOfMovedRows(own, counts, most));
  if (!isSound(clusters, counts, most) || !fits(rows, clusters)) {
    clusters = byGaps(rows);
    if (clusters.length > most) clusters = clusters.filter((own) => own.rows.size * 20 > rows.length);
    if (!isSound(clusters, counts, most) || !fits(rows, clusters)) return byCount(rows, counts);
  }
  const extents = clusters.map(({ left, right }) => ({ left, right }));
  return { extents, placed: true, startAlike: startAlike(rows, extents) };
}

/**
 * Whether figures stand the same number of blanks apart whatever their lengths, rather than below each other: a
 * converter ran the cells of each row together, and where a figure stands tells nothing.
 */
function isRunTogether(
  rows: readonly (readonly Figure[])[],
  counts: readonly number[],
  most: number,
): boolean {
  const full = rows.flatMap((row, i) => (counts[i] === most ? [row] : []));
  if (most < 2 || full.length < fewestRows) return false;
  const gaps: number[] = [];
  let alike = 0;
  for (let i = 1; i < most; i++) {
    const own = full.flatMap((row) => row.slice(i, i + 1));
    alike += Math.max(commonest(own.map(({ edge }) => edge)), commonest(own.map(({ left }) => left)));
    for (const row of full) gaps.push((row[i]?.left ?? 0) - (row[i - 1]?.right ?? 0));
  }
  return commonest(gaps) > alike;
}

/** How many of the numbers are the one that most of them are. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of numbers) {
    const key = Math.round(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return largest(counts.values(), 0);
}

/** A footnote's mark stands right behind its figure; "(3)" further off is a loss of 3. */
function withoutMarks(row: readonly Figure[]): readonly Figure[] {
  return row.filter(({ noteLike, left }, i) => {
    const before = row[i - 1];
    return !noteLike || before === undefined || left - before.right >= nearDigits;
  });
}

/** A digit this near behind a number may have been broken off it. */
const nearDigits = 3;

/**
 * A digit or two right behind a number, in the one row that prints more figures than any other, make no
 * column: a converter set them apart from it ("11  2" for 112). The row itself keeps them, and so finds no
 * place.
 */
function withoutBrokenOff(rows: readonly (readonly Figure[])[]): readonly (readonly Figure[])[] {
  const most = largest(
    rows.map((row) => row.length),
    0,
  );
  const longest = rows.filter((row) => row.length === most);
  if (longest.length !== 1 || rows.length < fewestRows) return rows;
  return rows.map((row) =>
    row.length < most
      ? row
      : row.filter((figure, i) => {
          const before = row[i - 1];
          const isNear = before !== undefined && figure.left - before.right < nearDigits;
          return !(isNear && /^\d{1,2}$/.test(figure.text) && /\d$/.test(before.text));
        }),
  );
}

/** Fewer do not tell which row is the odd one. */
const fewestRows = 3;

function cluster(rows: readonly (readonly Figure[])[]): Cluster[] {
  const all = rows.flatMap((row, index) =>
    row.filter((figure) => figure.kind !== "nil").map((figure) => ({ figure, index })),
  );
  all.sort((a, b) => a.figure.edge - b.figure.edge);
  const clusters: Cluster[] = [];
  let lastEdge = Number.NEGATIVE_INFINITY;
  for (const { figure, index } of all) {
    const open = clusters.at(-1);
    if (open && figure.edge - lastEdge < sameEdge && !open.rows.has(index)) {
      open.left = Math.min(open.left, figure.left);
      open.right = Math.max(open.right, figure.right);
      open.rows.add(index);
    } else {
      clusters.push({ left: figure.left, right: figure.right, edge: figure.edge, rows: new Set([index]) });
    }
    lastEdge = figure.edge;
  }
  return clusters;
}

/** Columns are parted by a blank at least; in a PDF it may be narrower than a character. */
const narrowestSpace = 0.6;

/** Figures parted by a space that goes through all rows; none where a row prints two between two such spaces. */
function byGaps(rows: readonly (readonly Figure[])[]): Cluster[] {
  const all = rows.flatMap((row, index) => row.map((figure) => ({ figure, index })));
  all.sort((a, b) => a.figure.left - b.figure.left);
  const clusters: Cluster[] = [];
  for (const { figure, index } of all) {
    const open = clusters.at(-1);
    if (!open || figure.left - open.right > narrowestSpace) {
      clusters.push({ left: figure.left, right: figure.right, edge: figure.edge, rows: new Set([index]) });
      continue;
    }
    if (open.rows.has(index)) return [];
    open.right = Math.max(open.right, figure.right);
    open.rows.add(index);
  }
  return clusters;
}

/** Whether the figures of the columns have their left edges in common rather than their last digits. */
function startAlike(rows: readonly (readonly Figure[])[], columns: readonly Extent[]): boolean {
  const lefts = columns.map((): number[] => []);
  const edges = columns.map((): number[] => []);
  for (const row of rows) {
    const figures = row.filter(({ kind }) => kind !== "nil");
    for (const [i, at] of (assign(figures, columns) ?? []).entries()) {
      const figure = figures[i];
      if (!figure) continue;
      lefts[at]?.push(figure.left);
      edges[at]?.push(figure.edge);
    }
  }
  const spread = (all: readonly number[][]): number =>
    all.reduce((sum, own) => sum + (own.length > 1 ? largest(own) - smallest(own) : 0), 0);
  return spread(lefts) < spread(edges);
}

/** Clusters that stand over each other and share no row are one column, printed unevenly. */
function merge(clusters: readonly Cluster[]): Cluster[] {
  const merged = [...clusters];
  for (;;) {
    let best = -1;
    let bestOverlap = 0;
    for (let i = 0; i + 1 < merged.length; i++) {
      const [a, b] = [merged[i], merged[i + 1]];
      if (!a || !b) continue;
      const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (overlap <= bestOverlap || sharesRow(a, b)) continue;
      best = i;
      bestOverlap = overlap;
    }
    const [a, b] = [merged[best], merged[best + 1]];
    if (!a || !b) return merged;
    merged.splice(best, 2, {
      left: Math.min(a.left, b.left),
      right: Math.max(a.right, b.right),
      edge: a.rows.size >= b.rows.size ? a.edge : b.edge,
      rows: new Set([...a.rows, ...b.rows]),
    });
  }
}

function sharesRow(a: Cluster, b: Cluster): boolean {
  const [small, large] = a.rows.size < b.rows.size ? [a, b] : [b, a];
  for (const row of small.rows) if (large.rows.has(row)) return true;
  return false;
}

/** A cluster of one row among many that lies on a better one is a misprint of position. */
function dropNoise(clusters: readonly Cluster[], rows: number): Cluster[] {
  if (rows < 8) return [...clusters];
  return clusters.filter(
    (own) =>
      own.rows.size > rows / 20 ||
      clusters.every(
        (other) =>
          other === own ||
          other.rows.size <= own.rows.size ||
          other.right <= own.left ||
          own.right <= other.left,
      ),
  );
}

/** More columns than any row prints: sparse tables have them, where others confirm each; drifting rows have them, too. */
function isSound(clusters: readonly Cluster[], counts: readonly number[], most: number): boolean {
  if (clusters.length <= most) return clusters.length > 0;
  const full = counts.filter((count) => count === most).length;
  if (full * 4 >= counts.length * 3) return false;
  const single = clusters.filter(({ rows }) => rows.size === 1).length;
  return clusters.length <= most * 1.5 + 1 && single * 5 <= clusters.length;
}

function isOfMovedRows({ rows }: Cluster, counts: readonly number[], most: number): boolean {
  return rows.size * 10 <= counts.length && [...rows].every((row) => counts[row] === most);
}

/** Whether nearly all figures stand in columns of their own, in order. */
function fits(rows: readonly (readonly Figure[])[], clusters: readonly Cluster[]): boolean {
  let good = 0;
  let all = 0;
  for (const row of rows) {
    if (row.length === 0) continue;
    all++;
    if (row.length === clusters.length || assign(row, clusters) !== null) good++;
  }
  return good * 10 >= all * 8;
}

/** The column of each figure by position: the one it overlaps most; null where two claim one or none is near. */
export function assign(figures: readonly Figure[], columns: readonly Extent[]): number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const figure of figures) {
    let best = -1;
    let bestOverlap = 0;
    for (let i = from; i < columns.length; i++) {
      const column = columns[i];
      if (!column) break;
      if (column.left > figure.right + 1) break;
      const overlap = Math.min(column.right, figure.right) - Math.max(column.left, figure.left);
      if (overlap > bestOverlap) {
        best = i;
        bestOverlap = overlap;
      }
    }
    if (best < 0) return null;
    places.push(best);
    from = best + 1;
  }
  return places;
}

/** Half of the rows print the same number of figures, and none prints more. */
function byCount(rows: readonly (readonly Figure[])[], counts: readonly number[]): Columns | null {
  const most = largest(counts);
  const full = counts.filter((count) => count === most).length;
  const some = counts.filter((count) => count > 0).length;
  if (full < 2 || full * 2 < some) return null;
  const samples = rows.filter((_, i) => counts[i] === most);
  const extents = Array.from({ length: most }, (_, i): Extent => {
    const own = samples.flatMap((row) => row[i] ?? []);
    return {
      left: smallest(own.map((figure) => figure.left)),
      right: largest(own.map((figure) => figure.right)),
    };
  });
  return { extents, placed: false, startAlike: false };
}

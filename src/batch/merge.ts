/**
 * Results of many runs as one: all parts of a directory, or files of results, in byte order of the paths. What is kept
 * in memory grows with the number of parts, not with that of the results.
 */
import { FileError, statOf } from "../io.ts";
import { counted } from "../report/honesty.ts";
import { readLine } from "../report/ndjson.ts";
import type { FileReport } from "../report/report.ts";
import { eachLine, LineReader, linesOf } from "./line-index.ts";
import {
  pathOf,
  pathOfSealed,
  resultsOf,
  shardName,
  shardsIn,
  type StoredLine,
  verified,
} from "./manifest.ts";
import { byPath } from "./source.ts";

/** More missing parts than these are only counted. */
const mostNamed = 10;
/** Bytes for all files that are read at once, shared out among them. */
const mostRead = 1 << 26;
const [leastPiece, mostPiece] = [1 << 14, 1 << 19];

/** A result as it lies on the disk. */
interface Result {
  readonly path: string;
  readonly text: string;
}

/** Results of one file or part in the order of their paths. */
type Sorted = (piece: number) => Iterator<Result>;

/** @throws FileError unless every part is there, whole, and of one run */
function partsOfDirectory(directory: string): readonly Sorted[] {
  const { finished, begun } = shardsIn(directory);
  const counts = [...new Set([...finished, ...begun].map(({ of }) => of))];
  const [of] = counts;
  if (of === undefined) {
    throw new FileError(`${directory} holds no results; name a directory that was filled with --out`);
  }
  if (counts.length > 1) {
    throw new FileError(
      `${directory} holds results of runs in ${counts.join(" and in ")} parts; remove those of all runs but one`,
    );
  }
  const whole = Array.from({ length: of }, (_, i) => {
    const shard = { index: i + 1, of };
    const manifest = verified(directory, shard);
    // Its keys are as many as results, and not needed.
    return manifest && { ...manifest, shard, keys: [] };
  });
  const missing = whole.flatMap((manifest, i) => (manifest === null ? [i + 1] : []));
  if (missing.length > 0) {
    const named = missing.slice(0, mostNamed).join(", ");
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
    const first = missing[0] ?? 1;
    throw new FileError(
      `${directory} lacks ${counted(missing.length, "part")} of ${of}: ${named}${more} not finished or damaged; run kc-check --shard ${first}/${of} --out ${directory} again`,
    );
  }
  const shards = whole.flatMap((manifest) => manifest ?? []);
  const [first] = shards;
  const odd = shards.find(
    ({ tool, settings }) => tool.build !== first?.tool.build || settings !== first.settings,
  );
  if (odd && first) {
    const names = [first, odd].map(({ shard }) => shardName(shard));
    throw new FileError(
      `${directory}: ${names.join(" and ")} were made by different versions or with different options; run the older ones again`,
    );
  }
  return shards.map((manifest) => (piece) => sealedResults(resultsOf(directory, manifest), piece));
}

/** The results of a part that is known to be whole, which are in order. */
function* sealedResults(file: string, piece: number): Generator<Result> {
  for (const { text } of linesOf(file, piece))
    yield { path: pathOfSealed(text), text: text.toString("utf8") };
}

/** @throws FileError for a file that is cut off or holds something else */
function partOfFile(file: string): Sorted {
  const lines: StoredLine[] = [];
  let number = 0;
  const rest = eachLine(file, ({ text, ...place }) => {
    number++;
    if (place.length === 0) return;
    try {
      lines.push({ ...place, path: pathOf(text), file, key: null });
    } catch {
      throw new FileError(
        `${file}, line ${number} is not a result of kc-check; name files made with --format ndjson or --out`,
      );
    }
  });
  if (rest > 0) throw new FileError(`${file} ends in the middle of a line; run the part that made it again`);
  // Whoever wrote it may have named the files in another order.
  lines.sort(byPath);
  return () => storedResults(lines);
}

function* storedResults(lines: readonly StoredLine[]): Generator<Result> {
  const reader = new LineReader();
  try {
    for (const line of lines) yield { path: line.path, text: reader.read(line) };
  } finally {
    reader.close();
  }
}

/** All results in order; the least of what the parts begin with is always at the root of a heap. */
function* inOrderOf(parts: readonly Sorted[]): Generator<Result> {
  const piece = Math.min(mostPiece, Math.max(leastPiece, Math.floor(mostRead / parts.length)));
  const heap: { head: Result; readonly rest: Iterator<Result> }[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    return x !== undefined && y !== undefined && byPath(x.head, y.head) < 0;
  };
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x && y) [heap[a], heap[b]] = [y, x];
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (isBefore(left, least)) least = left;
      if (isBefore(right, least)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  const open = parts.map((part) => part(piece));
  try {
    for (const rest of open) {
      const { value, done } = rest.next();
      if (done === true) continue;
      heap.push({ head: value, rest });
      for (let at = heap.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    }
    for (let root = heap[0]; root; root = heap[0]) {
      yield root.head;
      const { value, done } = root.rest.next();
      if (done === true) {
        const last = heap.pop();
        if (heap.length > 0 && last) heap[0] = last;
      } else root.head = value;
      sink();
    }
  } finally {
    for (const rest of open) rest.return?.();
  }
}

/** Each result once. @throws FileError where two differ */
function* distinct(parts: readonly Sorted[]): Generator<Result> {
  let before: Result | null = null;
  for (const result of inOrderOf(parts)) {
    const isSame = before?.path === result.path;
    if (isSame && before?.text !== result.text) {
      throw new FileError(`there are two different results of ${result.path}; leave out the older one`);
    }
    if (!isSame) yield result;
    before = result;
  }
}

/** The results of all inputs, one at a time. @throws FileError before the first when they are not complete */
export function* merged(inputs: readonly string[]): Generator<FileReport> {
  const parts = inputs.flatMap((input) =>
    isDirectory(input) ? partsOfDirectory(input) : [partOfFile(input)],
  );
  const isOneRun = inputs.length === 1 && inputs.every(isDirectory);
  // The parts of one run have no path in common. Of others it is known before the first is given out.
  if (!isOneRun) for (const result of distinct(parts)) void result;
  for (const { text } of distinct(parts)) yield readLine(text);
}

function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

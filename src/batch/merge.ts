/** Results of many runs as one: all parts of a directory, or files of results, in byte order of the paths. */
import { FileError, statOf } from "../io.ts";
import { counted } from "../report/honesty.ts";
import type { FileReport } from "../report/report.ts";
import { eachLine, LineReader } from "./line-index.ts";
import { pathOf, readShard, shardName, shardsIn, type StoredLine } from "./manifest.ts";
import { byPath } from "./source.ts";

/** More missing parts than these are only counted. */
const mostNamed = 10;

/** @throws FileError unless every part is there, whole, and of one run */
function linesOfDirectory(directory: string): readonly StoredLine[] {
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
  const parts = Array.from({ length: of }, (_, i) => ({ index: i + 1, of }));
  const whole = parts.map((shard) => ({ shard, read: readShard(directory, shard) }));
  const missing = whole.filter(({ read }) => read === null).map(({ shard }) => shard.index);
  if (missing.length > 0) {
    const named = missing.slice(0, mostNamed).join(", ");
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
    const first = missing[0] ?? 1;
    throw new FileError(
      `${directory} lacks ${counted(missing.length, "part")} of ${of}: ${named}${more} not finished or damaged; run kc-check --shard ${first}/${of} --out ${directory} again`,
    );
  }
  const shards = whole.flatMap(({ read }) => read ?? []);
  const runs = new Set(shards.map(({ manifest: { tool, settings } }) => `${tool.build} ${settings}`));
  if (runs.size > 1) {
    const [first, odd] = [shards[0], shards.find(({ manifest }) => differs(manifest, shards[0]?.manifest))];
    const names = [first, odd].flatMap((each) => (each ? [shardName(each.manifest.shard)] : []));
    throw new FileError(
      `${directory}: ${names.join(" and ")} were made by different versions or with different options; run the older ones again`,
    );
  }
  return shards.flatMap(({ lines }) => lines);
}

function differs(
  a: { readonly tool: { readonly build: string }; readonly settings: string },
  b: typeof a | undefined,
): boolean {
  return a.tool.build !== b?.tool.build || a.settings !== b.settings;
}

/** @throws FileError for a file that is cut off or holds something else */
function linesOfFile(file: string): readonly StoredLine[] {
  const lines: StoredLine[] = [];
  const rest = eachLine(file, (line, offset) => {
    if (line.length === 0) return;
    try {
      lines.push({ path: pathOf(line), file, offset, length: line.length, key: null });
    } catch {
      throw new FileError(
        `${file}, line ${lines.length + 1} is not a result of kc-check; name files made with --format ndjson or --out`,
      );
    }
  });
  if (rest > 0) throw new FileError(`${file} ends in the middle of a line; run the part that made it again`);
  return lines;
}

/** The results of all inputs, one at a time. @throws FileError before the first when they are not complete */
export function* merged(inputs: readonly string[]): Generator<FileReport> {
  const lines = inputs
    .flatMap((input) => (isDirectory(input) ? linesOfDirectory(input) : linesOfFile(input)))
    .sort(byPath);
  const reader = new LineReader();
  try {
    const twice = lines.find((line, i) => {
      const next = lines[i + 1];
      return next?.path === line.path && reader.read(next) !== reader.read(line);
    });
    if (twice) {
      throw new FileError(`there are two different results of ${twice.path}; leave out the older one`);
    }
    for (const [i, line] of lines.entries()) {
      if (lines[i + 1]?.path === line.path) continue;
      yield JSON.parse(reader.read(line)) as FileReport;
    }
  } finally {
    reader.close();
  }
}

function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

// Grows input of every kind and fails where the time grows faster than the input, or too much time or memory is taken:
// `npm run bench:growth`. --size 5000000 goes that far; --only text names the kinds; --all shows those that hold.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { checkFiling } from "../dist/index.js";
import { kinds } from "../test/bench/growth/kinds.js";

const say = (line) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "400000" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
    kind: { type: "string" },
  },
});
const largest = Number(values.size);
/** Characters; each size is twice the one before, and the last is the largest. */
const sizes = [largest];
while (sizes[0] > 50_000) sizes.unshift(Math.round(sizes[0] / 2));
/** Milliseconds of the processor; below it what is done once hides what grows. */
const least = 250;
/** Of the time, over the size: from the first size that takes so long to the last, and from one size to the next. */
const steepest = 1.2;
const steepestStep = 1.5;
/** Milliseconds of the processor for one input, and megabytes. */
const most = 10_000;
const mostMemory = 600;

async function worked(bytes) {
  const start = process.cpuUsage();
  const { status } = await checkFiling(bytes, { path: "growing.txt" });
  const { user, system } = process.cpuUsage(start);
  return { time: (user + system) / 1000, status };
}

/** One kind, in a process of its own, since a process gives no memory back. */
async function grow([, make]) {
  const encoder = new TextEncoder();
  const taken = [];
  let first = null;
  let worst = "";
  for (const size of sizes) {
    const { time, status } = await worked(encoder.encode(make(size)));
    const last = taken.at(-1);
    taken.push({ size, time: Math.round(time), status });
    const exponent = (from) => Math.log(time / from.time) / Math.log(size / from.size);
    if (last && last.time > least && exponent(last) > steepestStep) worst = "steep";
    if (first && size >= first.size * 4 && exponent(first) > steepest) worst = "steep";
    if (time > most) worst = "slow";
    if (time > least) first ??= { size, time };
    if (worst !== "") break;
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  if (worst === "" && memory > mostMemory) worst = "large";
  return { taken, memory, worst };
}

if (values.kind === undefined) {
  const counts = { "": 0, steep: 0, slow: 0, large: 0 };
  for (const [index, [name]] of kinds.entries()) {
    if (values.only !== undefined && !name.includes(values.only)) continue;
    const script = new URL(import.meta.url).pathname;
    const args = ["--max-old-space-size=4096", script, "--kind", String(index), "--size", String(largest)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    const { taken, memory, worst } = JSON.parse(stdout);
    counts[worst]++;
    const last = taken
      .slice(-4)
      .map(({ size, time }) => `${size}: ${time}`)
      .join(", ");
    if (worst !== "" || values.all)
      say(`${worst || "holds"}: ${name}: ${last} ms, ${memory} MB, ${taken.at(-1).status}`);
  }
  const { "": held, steep, slow, large } = counts;
  say(`${held} kinds of input hold, ${steep} grow faster than the input, ${slow} are slow, ${large} large`);
  process.exitCode = steep + slow + large > 0 ? 1 : 0;
} else say(JSON.stringify(await grow(kinds[Number(values.kind)])));

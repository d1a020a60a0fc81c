// A plan for very many filings, simulated: how long machines take that may be taken away at any moment, by the number
// of parts.
//   node scripts/archive-plan.js [--filings 10000000] [--seconds 0.25] [--machines 200] [--cores 2] [--lost 0.05]
// `seconds`: of one core for one filing, on average; `lost`: how often an hour a machine is taken away.
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    filings: { type: "string", default: "10000000" },
    seconds: { type: "string", default: "0.25" },
    machines: { type: "string", default: "200" },
    cores: { type: "string", default: "2" },
    lost: { type: "string", default: "0.05" },
    seed: { type: "string", default: "1" },
  },
});
const [filings, mean, machines, cores, lost] = ["filings", "seconds", "machines", "cores", "lost"].map(
  (name) => Number(values[name]),
);
/** What two workers make of two cores, as measured; the others are taken to be alike. */
const parallel = 0.85;
/** Seconds until a part runs on a machine, and on another one after it was lost. */
const [start, again] = [20, 60];
/** Times of filings: half of them take less than a third of the mean, one in a hundred ten times as much. */
const spread = 1.4;

/** mulberry32: the same numbers in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Seconds of each part: filings fall to parts by a hash, so their number varies as well as their times. */
function sizes(parts, next) {
  const each = filings / parts;
  const variance = Math.exp(spread * spread) - 1;
  return Array.from({ length: parts }, () => {
    const count = Math.max(0, each + Math.sqrt(each) * normal(next));
    const total = count * mean + Math.sqrt(count * variance) * mean * normal(next);
    return Math.max(0, total) / (cores * parallel);
  });
}

/** Parts to machines as these are free. What a lost machine had done of a part is read again from the journal, or not. */
function simulate(parts, isKept) {
  const next = random(Number(values.seed));
  const waiting = sizes(parts, next);
  const free = new Float64Array(machines);
  let busy = 0;
  let retries = 0;
  let end = 0;
  for (const size of waiting) {
    let at = 0;
    for (let m = 1; m < machines; m++) if (free[m] < free[at]) at = m;
    let time = free[at] + start;
    let left = size;
    for (;;) {
      const until = (-Math.log(1 - next()) * 3600) / lost;
      if (until >= left) break;
      retries++;
      busy += until;
      time += until + again;
      if (isKept) left -= until;
    }
    busy += left;
    free[at] = time + left;
    end = Math.max(end, free[at]);
  }
  const ideal = (filings * mean) / (cores * parallel) / machines;
  return { hours: end / 3600, ideal: ideal / 3600, retries, wasted: busy / (ideal * machines) - 1 };
}

const rows = [
  ["parts", "of filings", "hours", "over the least", "begun again", "done twice", "done twice without --out"],
];
for (const factor of [1, 4, 10, 40, 200]) {
  const parts = machines * factor;
  const kept = simulate(parts, true);
  const not = simulate(parts, false);
  const percent = (share) => `${(share * 100).toFixed(1)} %`;
  rows.push([
    String(parts),
    String(Math.round(filings / parts)),
    kept.hours.toFixed(2),
    percent(kept.hours / kept.ideal - 1),
    String(kept.retries),
    percent(Math.max(0, kept.wasted)),
    percent(Math.max(0, not.wasted)),
  ]);
}
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows)
  process.stdout.write(`${row.map((cell, i) => cell.padStart(widths[i])).join("  ")}\n`);

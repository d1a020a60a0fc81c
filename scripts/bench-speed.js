// Start-up, one filing, one large filing by stage, and archives of text and HTML with 1 and 2 workers, cold and cached.
//   npm run bench:speed [-- --json] [--files 1000] [--html 400] [--large FILE] [--runs 20]
// Times are wall clock on this machine as it is: compare the ratios, each taken in one run. The large filing is
// made of a sample where none is named.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    files: { type: "string", default: "1000" },
    html: { type: "string", default: "400" },
    runs: { type: "string", default: "20" },
    large: { type: "string" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "kc-speed-"));
const rows = [];
const say = (what, value, unit = "") => rows.push({ what, value, unit });

/** The child tells its own peak memory, threads included. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,`\\npeak ${process.resourceUsage().maxRSS}\\n`));',
)}`;

function run(args, { env = {} } = {}) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { PATH: process.env.PATH, ...env },
  });
  const seconds = (performance.now() - start) / 1000;
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes) / 1024);
  return { seconds, status, stdout, stderr, peak: Math.max(0, ...peaks) };
}

const check = (args, options) => run(["bin/kc-check.js", ...args], options);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function startUp(filing) {
  const times = { empty: [], filing: [] };
  for (let i = 0; i < Number(values.runs); i++) {
    times.empty.push(run(["-e", "0"]).seconds);
    times.filing.push(check([filing]).seconds);
  }
  say("node -e 0", median(times.empty) * 1000, "ms");
  say("one text filing", median(times.filing) * 1000, "ms");
  say("ratio to node -e 0", median(times.filing) / median(times.empty), "x");
}

/** MB of a process and all below it, what they share counted once; 0 where the system does not tell. */
function memoryOf(id) {
  try {
    const [, kilobytes = 0] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8")) ?? [];
    const tasks = readdirSync(`/proc/${id}/task`);
    const children = tasks.flatMap((task) =>
      readFileSync(`/proc/${id}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children.reduce((sum, child) => sum + memoryOf(child), Number(kilobytes) / 1024);
  } catch {
    // It has ended, or this is no Linux.
    return 0;
  }
}

/** A run over many files: its time, its output, and the most that all of its processes take together. */
async function checkMany(args) {
  const start = performance.now();
  const child = spawn(process.execPath, ["bin/kc-check.js", ...args], {
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid));
  }, 100);
  const hash = createHash("sha256");
  for await (const bytes of child.stdout) hash.update(bytes);
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak, sum: hash.digest("hex") };
}

/** A filing with one digit of the n-th place of its figures changed: no two of an archive are equal. */
function planted(text, n) {
  const digits = [...text.matchAll(/(?<=[\t(>])\d[\d,]{3,}/g)];
  const at = digits[(n * 37) % digits.length].index + (Math.floor((n * 37) / digits.length) % 3) * 2;
  const old = text.charCodeAt(at) - 48;
  const fresh = old >= 0 && old <= 9 ? String((old + 1 + (n % 9)) % 10) : text[at];
  return `${text.slice(0, at)}${fresh}${text.slice(at + 1)}\nFiled as number ${n}.\n`;
}

/** A folder of filings made of the samples. */
function makeArchive(name, samples, count) {
  const texts = samples.map((sample) => readFileSync(`samples/${sample}`, "utf8"));
  const extension = /\.\w+$/.exec(samples[0])[0];
  const archive = join(folder, name);
  mkdirSync(archive);
  let bytes = 0;
  for (let n = 0; n < count; n++) {
    const text = planted(texts[n % texts.length], Math.floor(n / texts.length));
    bytes += Buffer.byteLength(text);
    writeFileSync(join(archive, `${String(n).padStart(6, "0")}${extension}`), text);
  }
  return { archive, megabytes: bytes / 1e6 };
}

async function benchArchive(name, samples, count) {
  const { archive, megabytes } = makeArchive(name, samples, count);
  const sums = new Set();
  const measure = async (what, args) => {
    const result = await checkMany([archive, "-f", "ndjson", "--no-config", "--no-progress", ...args]);
    sums.add(result.sum);
    say(`${name}, ${what}: files`, count / result.seconds, "/s");
    say(`${name}, ${what}: bytes`, megabytes / result.seconds, "MB/s");
    say(`${name}, ${what}: peak memory of all processes`, result.peak, "MB");
    return result.seconds;
  };
  const cache = join(folder, `cache-${name}`);
  const one = await measure("1 worker", ["--jobs", "1"]);
  const two = await measure("2 workers", ["--jobs", "2"]);
  const cold = await measure("2 workers, cold cache", ["--jobs", "2", "--cache-dir", cache]);
  const cached = await measure("cached", ["--jobs", "2", "--cache-dir", cache]);
  say(`${name}: 2 workers to 1`, one / two, "x");
  say(`${name}: cached to cold`, cold / cached, "x");
  say(`${name}: outputs that differ`, sums.size - 1);
}

async function benchSmall() {
  const small = join(folder, "small");
  mkdirSync(small);
  for (let n = 0; n < 10_000; n++) {
    const [a, b] = [1_000 + n, 300 + (n % 97)];
    const text = `Costs\n\t2023\t2024\n\tUSD\tUSD\nRent\t${a}\t${a + 5}\nPower\t${b}\t${b + 7}\nTotal\t${a + b}\t${a + b + 12}\n`;
    writeFileSync(join(small, `${n}.txt`), text);
  }
  const { seconds, peak } = await checkMany([
    small,
    "-f",
    "json",
    "--no-config",
    "--no-progress",
    "--jobs",
    "2",
  ]);
  say("10,000 small files: files", 10_000 / seconds, "/s");
  say("10,000 small files: peak memory of all processes", peak, "MB");
}

/** As large as a large annual report: the statements of the sample over and over. */
function makeLarge() {
  const sample = readFileSync("samples/annual-statements.htm", "utf8");
  const [from, to] = [sample.indexOf("<body>") + "<body>".length, sample.indexOf("</body>")];
  const copies = Math.ceil(5e6 / (to - from));
  const path = join(folder, "large.htm");
  writeFileSync(path, sample.slice(0, from) + sample.slice(from, to).repeat(copies) + sample.slice(to));
  return path;
}

async function benchLarge(path) {
  const outfile = join(folder, "stages.mjs");
  await build({
    entryPoints: ["test/bench/speed/stages.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    loader: { ".css": "text" },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: "error",
  });
  // As the program runs.
  createRequire(import.meta.url)("../dist/start.cjs").setOptions();
  const { stagesOf } = await import(pathToFileURL(outfile).href);
  const whole = check([path], { env: { NODE_OPTIONS: `--import=${tellPeak}` } });
  say("large filing: size", statSync(path).size / 1e6, "MB");
  say("large filing", whole.seconds * 1000, "ms");
  say("large filing: peak memory", whole.peak, "MB");
  for (const [stage, time] of Object.entries(await stagesOf(path))) say(`large filing: ${stage}`, time, "ms");
}

try {
  startUp("samples/clean-release.txt");
  await benchLarge(values.large ?? makeLarge());
  const texts = ["clean-release.txt", "faulty-release.txt", "damaged-announcement.txt"];
  await benchArchive("text", texts, Math.max(1, Number(values.files)));
  await benchArchive("HTML", ["annual-statements.htm"], Math.max(1, Number(values.html)));
  await benchSmall();
  if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    const width = Math.max(...rows.map(({ what }) => what.length));
    for (const { what, value, unit } of rows) {
      const number = value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2);
      process.stdout.write(`${what.padEnd(width)}  ${number.padStart(8)} ${unit}\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

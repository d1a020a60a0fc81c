// Mutates sound filings in every shape, PDFs and packed files, and holds the results to laws:
// `npm run fuzz -- --minutes 20 --seed 7`. What it finds is printed as a file name, a law and the seed of the round:
// run it again with --round. --of text, pdf or packed leaves the others out.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { checkFiling, formatReport } from "../dist/index.js";
import { changed, laws, findingsOf, unseen } from "./fuzz-laws.js";
import { generator, mutated, mutatedBytes, pick, shapes } from "./fuzz-mutator.js";
import { packedFile, soundPdf, Unpacker } from "./fuzz-packed.js";

const say = (line) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string" },
    round: { type: "string" },
    of: { type: "string" },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const end = performance.now() + Number(values.minutes) * 60_000;
/** Milliseconds of the processor for one file: what else the machine does counts for nothing. */
const longest = 5_000;
/** Of rounds, for each that is no text: to damage a PDF is cheap, to pack a file cheaper. */
const pdfEvery = 8;
const packedEvery = 40;
const formats = ["table", "lines", "json", "ndjson", "markdown", "junit", "sarif", "github", "html"];

function worked() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const counts = new Map();
const count = (kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
let failed = 0;
function broken(law, input, round, said = "") {
  failed++;
  const path = join(tmpdir(), `fuzz-${seed}-${round}.bin`);
  writeFileSync(path, input);
  say(`${path}: ${law} (--seed ${seed} --round ${round}) ${String(said).slice(0, 300)}`);
}

/** The report of a file; null where there is none, which is told. */
async function timed(bytes, round, name) {
  const start = worked();
  try {
    return await checkFiling(bytes, { path: name, content: true });
  } catch (error) {
    broken("ends in an error", bytes, round, error.stack);
    return null;
  } finally {
    const time = worked() - start;
    if (time > longest) broken(`takes ${Math.round(time)} ms`, bytes, round);
  }
}

async function checkFormat(report, round, bytes) {
  const format = formats[round % formats.length];
  try {
    const shown = await formatReport([report], format);
    if (format === "json" || format === "sarif") JSON.parse(shown);
    if (format === "ndjson") for (const line of shown.trim().split("\n")) JSON.parse(line);
  } catch (error) {
    broken(`${format} cannot be written`, bytes, round, error.stack);
  }
}

async function checkText(round, random) {
  const shape = pick(Object.keys(shapes), random);
  count(shape);
  const text = mutated(shapes[shape](random), random);
  const bytes = new TextEncoder().encode(text);
  const report = await timed(bytes, round, "fuzzed.txt");
  if (report === null) return;
  await checkFormat(report, round, bytes);
  const lost = unseen(report, text);
  if (lost !== null) broken("quotes what the file does not say", bytes, round, lost);
  const law = pick(Object.keys(laws), random);
  const other = changed(law, text);
  const after = await timed(other.bytes, round, other.name ?? "fuzzed.txt");
  if (after === null) return;
  const isEqual =
    law === "nothing"
      ? JSON.stringify(after) === JSON.stringify(report)
      : findingsOf(after) === findingsOf(report);
  if (!isEqual) broken(`${law} changes the findings`, bytes, round);
}

/** A PDF whose bytes are damaged here and there. */
async function checkPdf(round, random) {
  count("pdf");
  await timed(mutatedBytes(soundPdf(random), random), round, "fuzzed.pdf");
}

const unpacker = new Unpacker();

/** A zip or gzip file whose bytes are damaged: every member gives its bytes or a sentence. */
async function checkPacked(round, random) {
  const { kind, bytes } = packedFile(random);
  count(kind);
  const damaged = random() < 0.1 ? bytes : mutatedBytes(bytes, random);
  const start = worked();
  try {
    await unpacker.unpack(kind, damaged);
  } catch (error) {
    broken(`a damaged ${kind} ends in an error`, damaged, round, error.stack);
  }
  const time = worked() - start;
  if (time > longest) broken(`takes ${Math.round(time)} ms to unpack`, damaged, round);
}

async function checkRound(round) {
  const random = generator(seed * 1_000_003 + round);
  const isWanted = (kind) => values.of === undefined || values.of === kind;
  if (isWanted("text")) await checkText(round, random);
  if (isWanted("pdf") && (values.of || round % pdfEvery === 0)) await checkPdf(round, random);
  if (isWanted("packed") && (values.of || round % packedEvery === 0)) await checkPacked(round, random);
}

// While a PDF is read the program hears itself what its reader leaves unheard.
process.on("unhandledRejection", (reason) => {
  if (process.listenerCount("unhandledRejection") === 1) broken("a rejection is left unheard", "", 0, reason);
});
await unpacker.open();
let round = values.round === undefined ? 0 : Number(values.round);
do {
  await checkRound(round);
  round++;
} while (values.round === undefined && performance.now() < end);
unpacker.close();
const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
const most = Math.round(process.resourceUsage().maxRSS / 1024);
say(
  `${total} inputs (${[...counts].map(([kind, each]) => `${kind} ${each}`).join(", ")}), ${failed} that break a law; ${most} MB at most (--seed ${seed})`,
);
process.exitCode = failed > 0 ? 1 : 0;

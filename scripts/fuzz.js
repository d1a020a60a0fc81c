// Mutates sound filings in every shape and holds the results to laws: `npm run fuzz -- --minutes 1 --seed 7`.
// What it finds is printed as a file name, a law and the seed of the round: run it again with --round.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { deflateSync } from "node:zlib";
import { checkFiling, formatReport } from "../dist/index.js";
import { generator, mutated, shapes } from "./fuzz-mutator.js";

const say = (line) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" }, round: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const end = performance.now() + Number(values.minutes) * 60_000;
/** Milliseconds for one file. */
const longest = 5_000;

const samples = ["clean-release.txt", "faulty-release.txt", "damaged-announcement.txt"].map((name) =>
  readFileSync(new URL(`../samples/${name}`, import.meta.url), "utf8"),
);
const formats = ["table", "lines", "json", "ndjson", "markdown", "junit", "sarif", "github", "html"];

/** What changes nothing. White space within markup means other things. */
const laws = {
  "line ends of Windows": (text) => text.replace(/\r\n|\r|\n/g, "\r\n"),
  "line ends of old Macs": (text) => text.replace(/\r\n|\r|\n/g, "\r"),
  "blanks behind lines": (text) => text.replace(/\r\n|\r|\n/g, "  $&"),
  "tabs behind lines": (text) => text.replace(/\r\n|\r|\n/g, "\t$&"),
  "blank lines at the end": (text) => `${text}\n \n\n`,
  "a mark of the byte order": (text) => (text.startsWith("\ufeff") ? text : `\ufeff${text}`),
};

const bytesOf = (text) => new TextEncoder().encode(text);
const findingsOf = ({ status, checks }) =>
  JSON.stringify([
    status,
    checks.filter((check) => check.status !== "pass").map((check) => check.fingerprint),
  ]);

let failed = 0;
function broken(law, text, round, said = "") {
  failed++;
  const path = join(tmpdir(), `fuzz-${seed}-${round}.txt`);
  writeFileSync(path, text);
  say(`${path}: ${law} (--seed ${seed} --round ${round}) ${String(said).slice(0, 300)}`);
}

async function timed(text, round) {
  const start = performance.now();
  try {
    return await checkFiling(bytesOf(text), { path: "fuzzed.txt", content: true });
  } catch (error) {
    broken("ends in an error", text, round, error.stack);
    return null;
  } finally {
    const time = performance.now() - start;
    if (time > longest) broken(`takes ${Math.round(time)} ms`, text, round);
  }
}

async function checkRound(round) {
  const random = generator(seed * 1_000_003 + round);
  const shape = shapes[Math.floor(random() * shapes.length)];
  const text = mutated(shape(samples[Math.floor(random() * samples.length)], random), random);
  const report = await timed(text, round);
  if (report === null) return;
  const again = await timed(text, round);
  if (JSON.stringify(again) !== JSON.stringify(report)) broken("is not the same twice", text, round);
  const format = formats[round % formats.length];
  try {
    const shown = await formatReport([report], format);
    if (format === "json" || format === "sarif") JSON.parse(shown);
  } catch (error) {
    broken(`${format} cannot be written`, text, round, error.stack);
  }
  const names = Object.keys(laws);
  const name = names[round % names.length];
  const changed = await timed(laws[name](text), round);
  if (changed && findingsOf(changed) !== findingsOf(report))
    broken(`${name} change the findings`, text, round);
}

/** A PDF whose bytes are damaged here and there. */
async function checkPdf(round) {
  const random = generator(seed * 7_919 + round);
  const content = deflateSync(Buffer.from("BT /F1 10 Tf 1 0 0 1 40 700 Tm (Total assets 1,234) Tj ET"));
  const bytes = Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`,
    ),
    content,
    Buffer.from("\nendstream\nendobj\ntrailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n"),
  ]);
  for (let i = 0; i < 1 + random() * 6; i++)
    bytes[Math.floor(9 + random() * (bytes.length - 9))] = Math.floor(random() * 256);
  try {
    await checkFiling(bytes, { path: "fuzzed.pdf" });
  } catch (error) {
    broken("a damaged PDF ends in an error", bytes, round, error.stack);
  }
}

process.on("unhandledRejection", (reason) => broken("a rejection is left unheard", "", 0, reason));
let round = values.round === undefined ? 0 : Number(values.round);
do {
  await checkRound(round);
  if (round % 4 === 0) await checkPdf(round);
  round++;
} while (values.round === undefined && performance.now() < end);
say(`${round} filings, ${failed} that break a law (--seed ${seed})`);
process.exitCode = failed > 0 ? 1 : 0;

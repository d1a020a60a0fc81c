// Grows input of every kind and fails where twice the input takes far more than twice the time: `npm run bench:growth`.
// --size 5000000 goes that far; --only text names the kinds.
import { parseArgs } from "node:util";
import { checkFiling } from "../dist/index.js";
import { kinds } from "../test/bench/growth/kinds.js";

const say = (line) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { size: { type: "string", default: "400000" }, only: { type: "string" } },
});
const largest = Number(values.size);
const smallest = 25_000;
/** Milliseconds; below it the noise of a machine hides what grows. */
const least = 150;
/** Of the time, over the size. */
const steepest = 1.4;
/** Milliseconds for one input. */
const most = 10_000;

const encoder = new TextEncoder();
let failed = 0;
let checked = 0;
for (const [name, make] of kinds) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  checked++;
  let before = 0;
  for (let size = smallest; size <= largest; size *= 2) {
    const bytes = encoder.encode(make(size));
    const start = performance.now();
    const { status, error } = await checkFiling(bytes, { path: "growing.txt" });
    const time = performance.now() - start;
    const exponent = before > least ? Math.log2(time / before) : 0;
    const isSteep = exponent > steepest && time > least * 4;
    if (isSteep || time > most) {
      failed++;
      say(
        `${name}: ${size} characters take ${Math.round(time)} ms, half of them ${Math.round(before)} (exponent ${exponent.toFixed(2)}; ${status} ${error ?? ""})`,
      );
      break;
    }
    before = time;
  }
}
say(`${checked} kinds of input, ${failed} of them grow faster than the input`);
process.exitCode = failed > 0 ? 1 : 0;

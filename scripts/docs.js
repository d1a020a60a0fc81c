// Writes what of the documentation the tool itself says. Run after a build.
import { runBench } from "./bench.js";

await runBench("scripts/docs/main.ts");

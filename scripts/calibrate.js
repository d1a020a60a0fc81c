import { runBench } from "./bench.js";

await runBench("test/bench/calibrate/main.ts");

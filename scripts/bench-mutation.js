import { runBench } from "./bench.js";

await runBench("test/bench/mutation/main.ts");

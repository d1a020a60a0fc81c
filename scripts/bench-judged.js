import { runBench } from "./bench.js";

await runBench("test/bench/judged/main.ts");

import { runBench } from "./bench.js";

await runBench("test/bench/corpus/main.ts", "test/bench/corpus/child.ts");

// Writes the documents of Word and Excel that the documentation reads.
import { runBench } from "./bench.js";

await runBench("scripts/docs/drafts.ts");

// Bundles the mutation bench with the sources it plants errors for, and runs it: no build of dist/ needed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = await mkdtemp(join(tmpdir(), "kc-bench-"));
const outfile = join(folder, "bench.mjs");
try {
  await build({
    entryPoints: ["test/bench/mutation/main.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  });
  const { main } = await import(pathToFileURL(outfile).href);
  await main(process.argv.slice(2));
} finally {
  await rm(folder, { recursive: true, force: true });
}

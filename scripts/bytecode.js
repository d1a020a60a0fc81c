// The bytecode of the program, made after it has checked the samples: V8 compiles a function when it is first
// called, so only what has run is in it. Runs in a process of its own, whose flags are those of a user.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull } from "node:os";

const { bytecodeFile, compile, run } = createRequire(import.meta.url)("../dist/start.cjs");
const script = compile();
const { main } = run(script);
const to = ["--output", devNull, "--no-config", "--no-baseline"];
for (const name of ["faulty-release.txt", "damaged-announcement.txt", "clean-release.txt"]) {
  await main([`samples/${name}`, ...to]);
  await main([`samples/${name}`, ...to, "--quiet"]);
}
writeFileSync(bytecodeFile, script.createCachedData());

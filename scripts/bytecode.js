// The bytecode of the program, made after it has checked the samples: V8 compiles a function when it is first
// called, so only what has run is in it. Runs in a process of its own, whose flags are those of a user.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull } from "node:os";

const { bytecodeFile, compile, optionsFile, run, wishedOptions } = createRequire(import.meta.url)(
  "../dist/start.cjs",
);
writeFileSync(optionsFile, JSON.stringify(wishedOptions.filter(isKnown(listOfOptions()))));
const script = compile();
const { main } = run(script);
const to = ["--output", devNull, "--no-config", "--no-baseline"];
for (const name of ["faulty-release.txt", "damaged-announcement.txt", "clean-release.txt"]) {
  await main([`samples/${name}`, ...to]);
  await main([`samples/${name}`, ...to, "--quiet"]);
}
writeFileSync(bytecodeFile, script.createCachedData());

/** What V8 says of itself: each option on a line, with its meaning in brackets. */
function listOfOptions() {
  const list = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  return new Set([...list.matchAll(/^\s+--([\w-]+) \(/gm)].map(([, name]) => name));
}

/** V8 lists an option without the "no-" and the value that it is set with. */
function isKnown(names) {
  return (option) => names.has(/^--(?:no-)?([\w-]+)/.exec(option)[1]);
}

/**
 * Loads the bundle of the program with the bytecode that the build made of it (scripts/bytecode.js): to
 * compile it anew at each start takes longer than to check a filing. This file and the bundle are CommonJS,
 * since to start the loader of ES modules takes time too.
 */
import { existsSync, readFileSync } from "node:fs";
import nodeModule from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type * as Program from "./cli/program.ts";

const bundle = join(__dirname, "kc-check.cjs");
/** Bytecode belongs to one version of V8, on any machine. */
export const bytecodeFile = join(__dirname, `kc-check.v8-${process.versions.v8}.bin`);
/** Which options the bytecode was made with: those of them that the V8 of the build knows. */
export const optionsFile = join(__dirname, `kc-check.v8-${process.versions.v8}.json`);

/** The program, ready to run. */
export function load(): typeof Program {
  const bytecode = readBytecode();
  if (bytecode) return run(compile(bytecode));
  // Another version of Node than the build's: from 22 on, Node itself can keep what it compiles.
  if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
    nodeModule.enableCompileCache();
  return require(bundle) as typeof Program;
}

function readBytecode(): Buffer | null {
  try {
    // Without its options no bytecode fits.
    return existsSync(optionsFile) ? readFileSync(bytecodeFile) : null;
  } catch {
    return null;
  }
}

/**
 * Options of V8 that are worth setting, and which bytecode must fit too. Most expressions and functions are
 * used a few times only, with whatever a filing brings: an expression is compiled at its first use, not once
 * more at its second, and a function is optimized late, since early on it is soon found wrong and done again.
 * What a filing leaves in memory is too little to share its collection among threads, whose cores other workers
 * need. test/bench/README.md has what that saves.
 */
export const wishedOptions = [
  "--no-regexp-tier-up",
  // Late in the terms of V8 up to Node 20, then in those of later ones, which also have a compiler between.
  "--interrupt-budget=2500000",
  "--invocation-count-for-turbofan=60000",
  "--invocation-count-for-maglev=8000",
  "--no-parallel-scavenge",
  "--no-concurrent-sweeping",
] as const;

/**
 * Sets those options that the build found in this V8 (scripts/bytecode.js); V8 complains of one it does not know.
 * A limit of memory that the process was started with holds from its start on. As an option it would only make
 * the bytecode unfit, so it is put back to what it was in the build.
 */
export function setOptions(): void {
  setFlagsFromString("--max-old-space-size=0");
  for (const option of JSON.parse(readFileSync(optionsFile, "utf8")) as string[]) setFlagsFromString(option);
}

/** The bundle as `require` would wrap it. V8 refuses bytecode that does not fit, and compiles the text. */
export function compile(bytecode?: Buffer): Script {
  setOptions();
  const wrapper = "(function (exports, require, module, __filename, __dirname) { ";
  // The build leaves nothing but ASCII in it, which is kept in memory as it lies on disk.
  return new Script(`${wrapper}${readFileSync(bundle, "latin1")}\n})`, {
    filename: bundle,
    cachedData: bytecode,
  });
}

export function run(script: Script): typeof Program {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, bundle, __dirname);
  return module.exports as typeof Program;
}

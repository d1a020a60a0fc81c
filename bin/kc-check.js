#!/usr/bin/env node
"use strict";
// Exit codes: 0 everything was checked and ties, 1 something does not tie, 2 the job could not be done.

/** Whatever nobody foresaw: one sentence, and never the exit code 1, which would say that something does not tie. */
function ended(error) {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  try {
    require("node:fs").writeSync(
      2,
      `kc-check: kc-check failed (${reason.slice(0, 500)}); please report this, with the file that was being checked\n`,
    );
  } finally {
    process.exit(2);
  }
}

async function start() {
  process.on("uncaughtException", ended);
  try {
    process.exitCode = await require("../dist/start.cjs").load().main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(
      `kc-check: could not start (${error instanceof Error ? error.message : error}); run "npm run build" or install it again\n`,
    );
    process.exitCode = 2;
  }
}
if (process.pid === 1) require("./first-process.js").runAsChild(ended);
else start();

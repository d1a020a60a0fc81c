#!/usr/bin/env node
"use strict";
// Exit codes: 0 everything was checked and ties, 1 something does not tie, 2 the job could not be done.
async function start() {
  try {
    process.exitCode = await require("../dist/start.cjs").load().main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(
      `kc-check: could not start (${error instanceof Error ? error.message : error}); run "npm run build" or install it again\n`,
    );
    process.exitCode = 2;
  }
}
start();

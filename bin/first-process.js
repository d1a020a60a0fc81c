"use strict";
// The first process of a container: the system gives it no signal that it does not listen for, and a check listens
// for none, since it is busy. A child is ended by the system itself.
const { spawn } = require("node:child_process");
const { constants } = require("node:os");

/** Runs the program as a child and ends as it does; `ended` tells why it could not be started. */
exports.runAsChild = (ended) => {
  // In a group of its own: Ctrl-C in a terminal would reach it twice, and the second time ends a batch at once.
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: "inherit",
    detached: true,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", ended);
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
};

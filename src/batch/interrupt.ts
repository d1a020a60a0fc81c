/** Ctrl-C and the stop of a scheduler: the first ends the run cleanly, the second at once. */

/** The returned function stops listening. */
export function onInterrupt(stop: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const clear = (): void => {
    for (const signal of signals) process.off(signal, heard);
  };
  const heard = (): void => {
    clear();
    stop();
  };
  for (const signal of signals) process.on(signal, heard);
  return clear;
}

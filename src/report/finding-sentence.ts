import type { Check } from "./report.ts";

/** The finding in a sentence, as people are told it: of the figure that explains it where there is one. */
export function findingSentence({ display, message }: Check): string {
  return display.message ?? message;
}

import { cleanBlock, cleanText } from "../report/clean.ts";
import type { Session } from "./dependencies.ts";

/** One sentence on stderr. Names of files come from outside: they are made safe to print. */
export async function note({ dependencies }: Session, sentence: string): Promise<void> {
  await dependencies.io.stderr.write(`kc-check: ${cleanText(sentence)}\n`);
}

/** A message of several lines on stderr, each as it is. */
export async function noteBlock({ dependencies }: Session, text: string): Promise<void> {
  await dependencies.io.stderr.write(`kc-check: ${cleanBlock(text)}\n`);
}

/** Where a crash happened, for --verbose. */
export async function trace({ dependencies, verbose }: Session, error: unknown): Promise<void> {
  if (!verbose || !(error instanceof Error)) return;
  await dependencies.io.stderr.write(`${cleanBlock(error.stack ?? error.message)}\n`);
}

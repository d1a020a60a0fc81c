import type { PolicyData } from "../config/policy.ts";
import type { Tracked } from "../read/word/tracked.ts";
import type { Confidence } from "../report/report.ts";

/** What is asked of a source. Plain data: it crosses processes and makes part of the key of a cache. */
export interface Asked {
  readonly rules?: readonly string[];
  readonly ignore?: readonly string[];
  readonly confidence?: Confidence;
  readonly tracked?: Tracked;
  readonly drafts?: true;
  readonly all?: boolean;
  /** From the config that holds for the file. */
  readonly policy: PolicyData | null;
}

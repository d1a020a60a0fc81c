import type { InnocentReading } from "../defence/reading.ts";
import type { Dumped, DumpName } from "../dump.ts";
import { type Io, machineIo } from "../io.ts";
import type { FileReport } from "../report/report.ts";
import type { Rule } from "../rules/rule.ts";
import type { CheckOptions } from "../run.ts";
import type { Turn } from "../steps.ts";
import { version } from "../version.ts";

/** What `kc-check dump` can show of the reading. */
export const dumpNames: readonly DumpName[] = ["tables", "figures", "claims", "relations"];

/**
 * What the command line stands on. The parts are loaded when a command needs them, since every
 * millisecond of start-up is felt in a hook; tests put fakes in their place.
 */
export interface Dependencies {
  readonly io: Io;
  readonly version: string;
  loadCheck(): Promise<(bytes: Uint8Array, options: CheckOptions, turn?: Turn) => Promise<FileReport>>;
  loadRules(): Promise<readonly Rule[]>;
  loadReadings(): Promise<readonly InnocentReading[]>;
  loadDumps(): Promise<
    Readonly<Record<DumpName, (bytes: Uint8Array, path: string, turn?: Turn) => Promise<Dumped>>>
  >;
}

/** The real ones. */
export function machine(): Dependencies {
  return {
    io: machineIo(),
    version,
    loadCheck: async () => (await import("../run.ts")).checkFiling,
    loadRules: async () => (await import("../rules/index.ts")).rules,
    loadReadings: async () => (await import("../defence/index.ts")).innocentReadings,
    loadDumps: async () => (await import("../dump.ts")).dumps,
  };
}

/** One run of the command line: what it stands on, and the exit code that the command leaves. */
export interface Session {
  readonly dependencies: Dependencies;
  /** Traces of crashes are wanted. */
  readonly verbose: boolean;
  exitCode: number;
}

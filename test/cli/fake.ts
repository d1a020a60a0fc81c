/** A machine in memory, and a core that answers with what a test wants: the command line runs in-process. */
import { join } from "node:path/posix";
import { main } from "../../src/cli/main.ts";
import { FileError, type Io } from "../../src/io.ts";
import type { FileReport } from "../../src/report/report.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { file } from "../report/awkward.ts";

export interface Scene {
  /** Content by path. A file holds the name of its result in `results`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly results?: Readonly<Record<string, FileReport | Error>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the terminal; a pipe when absent. */
  readonly terminal?: number;
  readonly isWindows?: boolean;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files written. */
  readonly written: Readonly<Record<string, string>>;
  /** The options each call of the core got. */
  readonly asked: readonly unknown[];
}

function dumped(text: string) {
  return { data: text, text: () => text };
}

function rule(name: string, summary: string): Rule {
  return {
    name,
    summary,
    what: "It adds up.",
    why: "The lines below rest on it.",
    fix: "Compare the figures with the ledger.",
    source: "ASC 225-10-S99",
    examples: {
      passes: [{ title: "A profit", filing: "\t2023\nRevenues\t7,047\nCosts\t(6,197)\nGross profit\t850\n" }],
      fails: [],
      quiet: [],
    },
    *check() {},
  };
}

export const fakeRules: readonly Rule[] = [
  rule("gross-profit", "Gross profit is revenues less cost of revenues."),
  rule("footing", "A column adds up to its total."),
];

/** Runs `kc-check ...argv` in the scene. */
export async function run(argv: readonly string[], scene: Scene = {}): Promise<Outcome> {
  const written: Record<string, string> = {};
  const asked: unknown[] = [];
  let stdout = "";
  let stderr = "";
  const isTerminal = scene.terminal !== undefined;
  const io: Io = {
    readFile(path) {
      const content = scene.files?.[path.replace(/^\/data\//, "")];
      if (content === undefined) throw new FileError(`${path} does not exist; check the path`);
      return new TextEncoder().encode(content);
    },
    readStdin: async () => new TextEncoder().encode(scene.stdin ?? ""),
    createFile(path) {
      if (path.startsWith("nowhere/")) throw new FileError(`${path} could not be written; create its folder`);
      let content = "";
      return {
        write(text) {
          content += text;
        },
        close() {
          written[path] = content;
        },
      };
    },
    createFolder: () => {},
    isDirectory: () => false,
    stdout: {
      isTerminal,
      columns: scene.terminal,
      write: async (text) => {
        stdout += text;
      },
    },
    stderr: {
      isTerminal,
      columns: scene.terminal,
      write: async (text) => {
        stderr += text;
      },
    },
    isOneScreen: () => isTerminal,
    isWindows: scene.isWindows ?? false,
    env: scene.env ?? {},
    exists: (path) => scene.files?.[path.replace(/^\/data\//, "")] !== undefined,
    glob: async () => Object.keys(scene.files ?? {}).map((path) => `/data/${path}`),
    importModule: async () => ({}),
    today: () => "2026-11-22",
    absolute: (path) => (path.startsWith("/") ? path : join("/data", path)),
    fileUrl: (path) => `file:///data/${path}`,
  };
  const code = await main(argv, {
    io,
    version: "9.9.9",
    loadCheck: async () => async (bytes, options) => {
      asked.push(options);
      const name = new TextDecoder().decode(bytes);
      const result = scene.results?.[name] ?? file();
      if (result instanceof Error) throw result;
      return { ...result, path: options.path };
    },
    loadRules: async () => fakeRules,
    loadReadings: async () => [],
    loadDumps: async () => ({
      tables: async (bytes, path) => dumped(`${path}\n${new TextDecoder().decode(bytes)}`),
      figures: async () => dumped(""),
      claims: async () => dumped(""),
      relations: async () => dumped(""),
    }),
  });
  return { code, stdout, stderr, written, asked };
}

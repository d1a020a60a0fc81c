/** What is wrong with a config, as sentences with the key and the place. */
import { ConfigError } from "./config-error.ts";
import type { KeyPath, Spot } from "./locate.ts";
import { type Issue, keysAt } from "./schema.ts";
import { closest } from "./suggest.ts";

export interface Problem extends Spot {
  readonly message: string;
}

/** Beyond these the first are enough to go by. */
const mostTold = 10;

/** `rules.footing.exceptLines[0]`. */
export function keyOf(path: KeyPath): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === "number") return `${key}[${part}]`;
    const plain = /^[\w$-]+$/.test(part) ? part : JSON.stringify(part);
    return key === "" ? plain : `${key}.${plain}`;
  }, "");
}

function guess(typed: string, known: readonly string[]): string {
  const name = closest(typed, known);
  return name === null ? "" : `; did you mean "${name}"?`;
}

function pathOf(issue: Issue, before: KeyPath = []): KeyPath {
  const own = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  return [...before, ...own];
}

/** "a", "b" or "c". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** `("error" | "off")` as valibot writes choices. */
function choices(expected: string): readonly string[] {
  return expected.replace(/^\(|\)$/g, "").split(" | ");
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  Object: "an object",
  Array: "a list",
  boolean: "true or false",
};

/** The sentence of one thing that valibot found. */
export function problemsOf(issue: Issue, before: KeyPath = []): Problem[] {
  const path = pathOf(issue, before);
  const received = issue.received;
  if (issue.type === "union" && issue.issues) {
    // What was meant is the choice that got furthest: an object was meant as one.
    const inner = issue.issues.filter(({ path: own }) => own !== undefined);
    if (inner.length > 0) return inner.flatMap((each) => problemsOf(each, path));
    const picked = issue.issues.find(({ type }) => type === "picklist" || type === "literal");
    if (picked && typeof issue.input === "string")
      return problemsOf({ ...picked, path: undefined } as Issue, path);
    const wanted = issue.issues.flatMap(({ expected }) =>
      choices(expected ?? "").map((name) => typeNames[name] ?? name),
    );
    return [{ path, message: `should be ${listed(wanted)}, not ${typeNames[received] ?? received}` }];
  }
  if (issue.type === "strict_object" && issue.expected === "never") {
    const key = String(path.at(-1));
    return [{ path, onKey: true, message: `there is no such key${guess(key, keysAt(path.slice(0, -1)))}` }];
  }
  if (issue.type === "strict_object" && received === "undefined") {
    return [{ path: path.slice(0, -1), message: `needs the key "${String(path.at(-1))}"` }];
  }
  if (issue.type === "picklist" || issue.type === "literal") {
    const names = choices(issue.expected ?? "");
    const typed =
      typeof issue.input === "string"
        ? guess(
            issue.input,
            names.map((name) => name.slice(1, -1)),
          )
        : "";
    const onKey = issue.path?.at(-1)?.origin === "key";
    const wanted = onKey && names.length > 8 ? "is not the name of a concept" : `should be ${listed(names)}`;
    return [{ path, message: wanted + typed, onKey }];
  }
  if (issue.message.startsWith("should ")) return [{ path, message: issue.message }];
  const sizes: Readonly<Record<string, string>> = {
    min_value: "should not be below zero",
    min_length: "should not be empty",
    integer: "should be a whole number",
  };
  const wanted = typeNames[issue.expected ?? ""] ?? issue.expected;
  return [
    { path, message: sizes[issue.type] ?? `should be ${wanted}, not ${typeNames[received] ?? received}` },
  ];
}

/** The error of a config with problems; `text` is its text, where it has one. */
export async function configError(
  path: string,
  text: string | null,
  problems: readonly Problem[],
): Promise<ConfigError> {
  const place = text === null ? null : (await import("./locate.ts")).locator(text);
  const placed = problems.map((problem) => ({ problem, at: place?.(problem) ?? null }));
  placed.sort(
    ({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
  const lines = placed.slice(0, mostTold).map(({ problem, at }) => {
    const where = at ? `${path}:${at.line}:${at.column}` : path;
    const key = keyOf(problem.path);
    return `${where}: ${key === "" ? "" : `${key}: `}${problem.message}`;
  });
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`${path}: and ${more} more`);
  return new ConfigError(lines.join("\n"));
}

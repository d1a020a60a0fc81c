/**
 * Runs a module of the user's. It stands apart because code that is loaded with its bytecode, as start.ts
 * does, has no `import()` of its own.
 */
export function importModule(url: string): Promise<Readonly<Record<string, unknown>>> {
  return import(url);
}

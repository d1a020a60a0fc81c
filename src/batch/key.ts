/** What a result depends on, as one hash: the bytes, the tool, the rules and the settings. Never a time or a place. */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import { settingsKey } from "../config/settings-key.ts";
import { machineIo } from "../io.ts";
import { build } from "../version.ts";
import type { Asked } from "./asked.ts";

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** By the data: one of a folder's files is like the next. */
const settings = new Map<string, string>();

function askedKey(asked: Asked): string {
  const data = JSON.stringify(asked);
  const known = settings.get(data);
  if (known !== undefined) return known;
  const { rules, ignore, all, policy, ...rest } = asked;
  const chosen = {
    ...(rules ? { rules } : {}),
    ...(ignore ? { ignore } : {}),
    ...(all === undefined ? {} : { all }),
    policy: policy ?? null,
  };
  const key = sha256(JSON.stringify([build, settingsKey(chosen, machineIo()), rest]));
  settings.set(data, key);
  return key;
}

/** The key of a result: 64 hexadecimal digits. @throws FileError for a module that cannot be read */
export function resultKey(
  bytes: Uint8Array,
  path: string,
  asked: Asked,
  prior: { readonly bytes: Uint8Array; readonly path: string } | null,
): string {
  const parts = [
    askedKey(asked),
    // A reader may go by the name.
    extname(path).toLowerCase(),
    sha256(bytes),
    prior === null ? null : [prior.path, sha256(prior.bytes)],
  ];
  return sha256(JSON.stringify(parts));
}

/** A short check sum of a text that is kept on disk. */
export function checkSum(text: string): string {
  return sha256(text).slice(0, 16);
}

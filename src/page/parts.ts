/**
 * The large parts of the program, which are files of their own beside it and stand before it in a page: what they
 * ask for of Node is here.
 */
import events from "events";
import { Buffer } from "./node.ts";
import * as zlib from "./zlib.ts";

interface Module {
  exports: unknown;
}
type Part = (module: Module, exports: unknown, require: (name: string) => unknown) => void;

/** Put before the program by assemble.ts, by the names of their files. */
declare const kcCheckParts: Readonly<Record<string, Part>>;

/** The reader of zip archives makes types on these; in memory it opens none of them. */
function Stream(): void {}
const stream = { Readable: Stream, Writable: Stream, Transform: Stream, PassThrough: Stream };

const util = {
  inherits(type: { readonly prototype: object }, parent: { readonly prototype: object }): void {
    Object.setPrototypeOf(type.prototype, parent.prototype);
  },
};

const node: Readonly<Record<string, unknown>> = { buffer: { Buffer }, events, fs: {}, stream, util, zlib };

declare const MessageChannel: new () => {
  readonly port1: { addEventListener(kind: "message", listener: () => void): void; start(): void };
  readonly port2: { postMessage(value: null): void };
};

const waiting: (() => void)[] = [];
const channel = new MessageChannel();

/** Timers of browsers wait the longer the more of them follow each other; a zip archive has one for each part. */
function setImmediate(task: () => void): void {
  waiting.push(task);
  channel.port2.postMessage(null);
}

const loaded = new Map<string, unknown>();

function require(name: string): unknown {
  const known = node[name.replace(/^node:/, "")] ?? loaded.get(name);
  if (known !== undefined) return known;
  const part = kcCheckParts[name.replace(/^\.\//, "")];
  if (!part) throw new Error(`the page holds no ${name}`);
  const module: Module = { exports: {} };
  part(module, module.exports, require);
  loaded.set(name, module.exports);
  return module.exports;
}

/** Puts in place what the parts ask for; before any of them is loaded. */
export function prepareParts(): void {
  channel.port1.addEventListener("message", () => waiting.shift()?.());
  channel.port1.start();
  Object.assign(globalThis, { Buffer, require, setImmediate });
}

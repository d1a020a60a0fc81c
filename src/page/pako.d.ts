/** What is used of pako's port of zlib: its steps, which stop where a stream ends. */
declare module "pako/lib/zlib/inflate.js" {
  import type { Stream } from "pako/lib/zlib/zstream.js";
  /** `windowBits`: 15 for a stream with its header, -15 for a bare one. */
  export function inflateInit2(stream: Stream, windowBits: number): number;
  /** 0 while there is more, 1 at the end, -5 where it can do nothing without more, else what is wrong. */
  export function inflate(stream: Stream, flush: number): number;
}
declare module "pako/lib/zlib/zstream.js" {
  export interface Stream {
    input: Uint8Array;
    next_in: number;
    avail_in: number;
    output: Uint8Array;
    next_out: number;
    avail_out: number;
  }
  const ZStream: new () => Stream;
  export default ZStream;
}
declare module "pako/lib/zlib/crc32.js" {
  export default function crc32(start: number, bytes: Uint8Array, length: number, from: number): number;
}

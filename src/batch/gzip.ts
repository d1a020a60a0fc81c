/** By the first two bytes of gzip (RFC 1952, 2.3.1): no text, page or PDF begins with them. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

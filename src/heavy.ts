/** What is checked in a worker even where it is alone: there it can be ended, whatever it does. */

/** Bytes. A check keeps up to a hundred times as much in memory, and this much every machine has. */
const mostAtHand = 4 * 1024 * 1024;
/** Where the mark of a PDF stands; some writers put a few bytes before it. */
export const headLength = 64;

/** Whether a file that starts so is a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, headLength)).includes("%PDF-");
}

/** Whether a file that starts so is a zip archive, as documents of Word and workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** These are packed many times over, and a large text may need more memory than there is. */
export function isHeavy(bytes: Uint8Array, size = bytes.length): boolean {
  return size > mostAtHand || isPdf(bytes) || isZip(bytes);
}

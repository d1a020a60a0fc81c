/**
 * Members of zip archives, read where they lie. The archive's directory is read once; a member is then
 * found by its offset, so that a large archive is not read again for each.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { FileError, largestFile, readSentence } from "../io.ts";
import type { Member, Source } from "./source.ts";
import { byPath } from "./source.ts";
import { limitFor, unpacking } from "./unpack.ts";

/** An archive with more members is split by somebody who knows what is in it. */
const mostMembers = 200_000;
const localHeader = 30;
const localSignature = 0x04034b50;

/** A member that is itself an archive would have to be unpacked to be listed. */
const packed = /\.(?:zip|gz|tgz|bz2|xz|7z|rar|zst)$/i;

/**
 * The members of an archive, in byte order of their names. An archive that cannot be listed is one source
 * with the reason.
 */
export async function zipSources(
  path: string,
  isWanted: (member: string) => boolean,
  passOver: (path: string, why: string) => void,
): Promise<readonly Source[]> {
  const { default: yauzl } = await import("yauzl");
  const sources: Source[] = [];
  const seen = new Map<string, number>();
  const whole = { path, file: path, member: null, found: false };
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, decodeStrings: false });
    try {
      let compressed = 0;
      for await (const entry of zip.eachEntry()) {
        if (sources.length >= mostMembers) throw new Error(`more than ${mostMembers} members`);
        compressed += entry.compressedSize;
        // The same bytes unpacked again and again: a bomb that no limit on one member sees.
        if (compressed > zip.fileSize) throw new Error("members overlap, which only a zip bomb does");
        // A name that leads out of the archive leads nowhere here, since nothing is unpacked to the disk.
        const inside = yauzl.getFileNameLowLevel(
          entry.generalPurposeBitFlag,
          entry.fileNameRaw,
          entry.extraFields,
          false,
        );
        if (inside.endsWith("/") || !isWanted(inside)) continue;
        const count = (seen.get(inside) ?? 0) + 1;
        seen.set(inside, count);
        // An archive may hold two members of one name; both are checked.
        const name = `${path}!${inside}${count === 1 ? "" : ` (${count})`}`;
        if (packed.test(inside)) {
          passOver(name, "is an archive in an archive; unpack the outer one");
          continue;
        }
        const member: Member = {
          offset: entry.relativeOffsetOfLocalHeader,
          compressed: entry.compressedSize,
          size: entry.uncompressedSize,
          method: entry.compressionMethod,
          crc32: entry.crc32,
          encrypted: entry.isEncrypted(),
        };
        sources.push({ path: name, file: path, member, found: true, error: null });
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error
        ? readSentence(path, error)
        : `${path} could not be read as a zip archive (${error instanceof Error ? error.message : String(error)}); pack it again`;
    return [{ ...whole, error: reason }];
  }
  return sources.sort(byPath);
}

function readAt(descriptor: number, length: number, position: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const taken = readSync(descriptor, bytes, 0, length, position);
  if (taken < length) throw new Error("it ends in the middle of a member");
  return bytes;
}

/** The bytes of a member. @throws FileError */
export function readMember({ path, file }: Source, member: Member): Uint8Array {
  if (member.encrypted) throw new FileError(`${path} is encrypted; unpack the archive with its password`);
  if (member.method !== 0 && member.method !== 8) {
    throw new FileError(
      `${path} is packed in a way that is not read (method ${member.method}); unpack the archive`,
    );
  }
  const limit = limitFor(member.compressed);
  if (member.compressed > largestFile) throw new FileError(readSentence(path, { code: "EFBIG" }));
  return unpacking(path, limit, () => {
    const descriptor = openSync(file, "r");
    try {
      const before = fstatSync(descriptor);
      const header = readAt(descriptor, localHeader, member.offset);
      if (header.readUInt32LE(0) !== localSignature) throw new Error("its directory points to no member");
      const start = member.offset + localHeader + header.readUInt16LE(26) + header.readUInt16LE(28);
      const bytes = readAt(descriptor, member.compressed, start);
      if (fstatSync(descriptor).mtimeMs !== before.mtimeMs) {
        throw Object.assign(new Error("changed"), { code: "ECHANGED" });
      }
      const whole = member.method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: limit });
      if (crc32(whole) !== member.crc32) throw new Error("its check sum is wrong");
      return whole;
    } finally {
      closeSync(descriptor);
    }
  });
}

import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** Length of the end record without the comment that may follow it. */
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * One file of a zip archive, which GNU tar cannot read and which not every machine has a program
 * for. Reads what projects publish: no encryption, less than 4 GiB, one volume.
 *
 * @throws Error when it is no such archive or has no such file
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and
 *   4.3.16
 */
export function unzip(archive: Buffer, member: string): Buffer {
  const end = endOfDirectory(archive);
  const names: string[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) {
      throw new Error("no zip archive: its directory is broken");
    }
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (name === member) return contentOf(archive, at, name);
    names.push(name);
    at +=
      46 +
      nameLength +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  throw new Error(
    `the archive has no ${member}; it has ${names.join(", ") || "nothing"}`,
  );
}

function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - END_LENGTH; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error("no zip archive: it has no directory");
}

/** What the file at an entry of the directory holds. */
function contentOf(archive: Buffer, entry: number, name: string): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const compressed = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  // The local header has extra fields of its own, so its lengths count and not those of the
  // directory.
  const start =
    local +
    30 +
    archive.readUInt16LE(local + 26) +
    archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + compressed);
  const content =
    method === STORED
      ? packed
      : method === DEFLATED
        ? inflateRawSync(packed)
        : undefined;
  if (content?.length !== size) {
    throw new Error(
      content === undefined
        ? `${name} is packed by a method other than deflate: ${String(method)}`
        : `${name} has ${String(content.length)} bytes instead of ${String(size)}`,
    );
  }
  return content;
}

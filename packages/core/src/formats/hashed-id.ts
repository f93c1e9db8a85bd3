import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** The start of a text's SHA-256: an id of letters and digits alone for formats that take no other. */
export const shortHash = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, 24);

/** The namespace of all ids that Redthread makes. */
const NAMESPACE = hexToBytes("6b1f6d6e1c5e4a43a2f1f3b7a0d4c9e5");

/** A UUID of version 5 (RFC 9562): the same text, the same id. */
export function uuidOf(text: string): string {
  const hash = sha1(Uint8Array.of(...NAMESPACE, ...utf8ToBytes(text))).slice(0, 16);
  const [version, variant] = [hash[6] ?? 0, hash[8] ?? 0];
  hash[6] = (version & 0x0f) | 0x50;
  hash[8] = (variant & 0x3f) | 0x80;
  const hex = bytesToHex(hash);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

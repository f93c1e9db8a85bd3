import { sha256 } from "@noble/hashes/sha2.js";
import { base64 } from "../scene/page-data.js";

/** The hash of an inline script or style as a content security policy names it: `'sha256-…'`. */
export function policyHash(content: string): string {
  return `'sha256-${base64(sha256(new TextEncoder().encode(content)))}'`;
}

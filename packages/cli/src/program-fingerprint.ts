import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Rooms of the core whose code decides what is extracted from a document. */
const ROOMS = ["text", "model", "packs", "extract"];
const CODE = /(?<!\.d|\.test)\.[jt]s$/;

/**
 * SHA-256 over the code that extracts. Two programs of one version may differ while somebody works
 * on them; what one extracted is no result of the other.
 */
export function programFingerprint(): string {
  const core = dirname(dirname(fileURLToPath(import.meta.resolve("@redthread/core/build"))));
  const hash = createHash("sha256");
  for (const room of ROOMS) {
    for (const name of readdirSync(join(core, room), { recursive: true }).map(String).sort()) {
      if (CODE.test(name))
        hash.update(`${room}/${name}\n`).update(readFileSync(join(core, room, name)));
    }
  }
  return hash.digest("hex");
}

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ExtractorPrompt } from "@redthread/core/build";
import type { ExtractorSpec } from "./extractor-spec.js";

/** Raised when what is written to a command means something else than before. */
const CONTRACT = 1;

/** A file larger than this is a model or data, not a script: only its size and name count. */
const LARGEST_SCRIPT = 16_000_000;

/**
 * What an extractor is right now, as 16 hexadecimal digits: its words with the contents of the files
 * that they name, or its address, model and prompt. Answers of another version are asked for again.
 */
export function versionOf(spec: ExtractorSpec, prompt: ExtractorPrompt, cwd: string): string {
  const parts =
    spec.kind === "command"
      ? [String(CONTRACT), ...spec.words.flatMap((word) => [word, contentOf(resolve(cwd, word))])]
      : [spec.url.href, spec.model, prompt.version];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n${part}\n`);
  return hash.digest("hex").slice(0, 16);
}

function contentOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return "";
  if (found.size > LARGEST_SCRIPT) return String(found.size);
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CASE_FILES, type CaseLock, openCase, readCaseLines, writeCase } from "@redthread/cli";

/** The two cases that are written over each other. */
export const alternatingCases = ["lighter", "tug"] as const;

const TEXTS = 40;

/** Writes a case of forty texts that all say the word. */
export function writeWord(lock: CaseLock, word: string): void {
  const texts = Array.from({ length: TEXTS }, (_, n) =>
    `The ${word} passed lock ${n}.\n`.repeat(200),
  );
  writeCase(lock, {
    texts: texts.map((text) => ({ sha256: sha256(text), text })),
    extractions: [{ sha256: sha256(texts[0] ?? ""), text: JSON.stringify({ word }) }],
    log: [],
    people: {},
    lines: {
      "graph.jsonl": texts.map((text) => JSON.stringify({ text })),
      "claims.jsonl": [JSON.stringify({ word })],
      "documents.jsonl": [],
      "candidates.jsonl": [],
      "identities.jsonl": [],
      "origins.jsonl": [],
      "schema.json": [],
    },
    about: {
      redthread: "0.0.0",
      pack: { name: "harbour", version: "1", sha256: "" },
      documents: TEXTS,
      nodes: TEXTS,
      relationships: 0,
      claims: 1,
      reviews: 0,
    },
  });
}

/**
 * Reads a case whole and gives the SHA-256 of its manifest. Throws when a file is missing or is not
 * the one the manifest names.
 */
export function digestOfCase(path: string): string {
  const opened = openCase(path, "case");
  for (const file of [
    CASE_FILES.graph,
    CASE_FILES.claims,
    CASE_FILES.documents,
    CASE_FILES.candidates,
  ]) {
    readCaseLines(opened, file, () => undefined);
  }
  for (const [file, record] of Object.entries(opened.manifest.files)) {
    const text = readFileSync(join(opened.folder, file), "utf8");
    if (record.kind !== "evidence" && record.kind !== "derived") continue;
    if (sha256(text) !== record.sha256) throw new Error(`${file} is half of something.`);
  }
  return sha256(JSON.stringify(opened.manifest));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

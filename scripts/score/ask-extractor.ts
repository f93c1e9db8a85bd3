// What an extractor adds to the scores: asked about all reports of a set at once, judged by the same
// gate as in a build, and nothing of it is kept.
import { askExtractors, parseExtractors } from "@redthread/cli";
import { createPrompt, type ExtractedCase, type MachineReading } from "@redthread/core/build";
import type { DomainPack } from "@redthread/core/packs";

/** Seconds that one report may take. */
const PATIENCE = 120;

/** What an extractor of this machine answers about some reports; nothing where none is named. */
export async function askExtractor(
  extractor: string | null,
  cases: readonly ExtractedCase[],
  pack: DomainPack,
): Promise<{ readonly readings: readonly MachineReading[]; readonly notes: readonly string[] }> {
  if (extractor === null) return { readings: [], notes: [] };
  const { stdin, stdout, stderr, env } = process;
  const io = { stdin, stdout, stderr, env, cwd: process.cwd(), now: () => 0 };
  const request = {
    extractors: parseExtractors([extractor], io.cwd),
    sendTo: [],
    seconds: PATIENCE,
  };
  const extractions = cases.flatMap((one) => one.extractions);
  const matter = {
    extractions,
    before: [],
    prompt: createPrompt(pack),
    onProgress: () => undefined,
  };
  const { readings, unasked } = await askExtractors(request, matter, io);
  const notes = unasked.map(
    (one) => `${one.document} not read by ${one.extractor}: it ${one.reason}`,
  );
  return { readings, notes };
}

import type { BuiltCase } from "../build-into.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";

/** What became of the answers of each extractor, a line each; a second one for the reasons of refusals. */
export function extractorLines({ machine, documents }: BuiltCase["build"]): readonly string[] {
  return machine.tallies.flatMap((one) => {
    const refusals = one.refused.reduce((sum, [, count]) => sum + count, 0);
    const head = `  extractor ${one.extractor}: ${one.documents} of ${counted(documents.length, "document")} read, ${counted(one.answers, "answer")}, ${counted(one.admitted, "claim")} let in, ${refusals} refused`;
    if (refusals === 0) return [head];
    const reasons = one.refused.map(([reason, count]) => `${reason} ${count}`).join(", ");
    return [head, `    refused: ${reasons} (each in claims.refused.jsonl)`];
  });
}

/** What extractors did not read and why: one line where the reason is one, else a line a document. */
export function unaskedLines(
  unasked: BuiltCase["unasked"],
  { documents }: BuiltCase["build"],
): readonly string[] {
  const paths = new Map(documents.map(({ document, paths: [path] }) => [document.id, path ?? ""]));
  const names = [...new Set(unasked.map(({ extractor }) => extractor))];
  return names.flatMap((name) => {
    const own = unasked.filter(({ extractor }) => extractor === name);
    const kept = own.filter(({ isKept }) => isKept).length;
    const before = kept === 0 ? "" : `; ${counted(kept, "answer")} from before kept`;
    const reasons = new Set(own.map(({ reason }) => reason));
    const [only] = reasons;
    const head = `Not read by extractor ${name} (${own.length} of ${counted(documents.length, "document")}${before})`;
    if (only !== undefined && reasons.size === 1 && own.length > 1) {
      return [`${head}: each time it ${visibleText(only)}`];
    }
    const lines = own.map(
      ({ document, reason }) =>
        `  ${visibleText(paths.get(document) ?? document)}: it ${visibleText(reason)}`,
    );
    return [`${head}:`, ...lines];
  });
}

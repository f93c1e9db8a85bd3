import { compareText } from "@redthread/core/text";
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

/** Documents of one reason that are named before the rest is only counted. */
const SHOWN_DOCUMENTS = 5;

/** What extractors did not read and why, one line a reason. */
export function unaskedLines(
  unasked: BuiltCase["unasked"],
  { documents }: BuiltCase["build"],
): readonly string[] {
  const paths = new Map(documents.map(({ document, paths: [path] }) => [document.id, path ?? ""]));
  const pathOf = ({ document }: BuiltCase["unasked"][number]): string =>
    paths.get(document) ?? document;
  const names = [...new Set(unasked.map(({ extractor }) => extractor))];
  return names.flatMap((name) => {
    const own = unasked.filter(({ extractor }) => extractor === name);
    const kept = own.filter(({ isKept }) => isKept).length;
    const before = kept === 0 ? "" : `; ${counted(kept, "answer")} from before kept`;
    const of = counted(documents.length, "document");
    const byReason = new Map<string, string[]>();
    for (const one of own) {
      byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), pathOf(one)]);
    }
    const lines = [...byReason].map(
      ([reason, some]) => `  ${listed(some.sort(compareText))}: it ${visibleText(reason)}`,
    );
    return [`Not read by extractor ${name} (${own.length} of ${of}${before}):`, ...lines];
  });
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN_DOCUMENTS).map(visibleText).join(", ");
  const rest = paths.length - SHOWN_DOCUMENTS;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

import type { AskedDocument, ExtractorPrompt } from "@redthread/core/build";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";
import { type ExtractorSpec, isLoopback } from "./extractor-spec.js";

/** Characters of English that make a token, by rule of thumb. */
const CHARACTERS_A_TOKEN = 4;

/** What an extractor is about to be sent and where to, in one line. */
export function costLine(
  spec: ExtractorSpec,
  waiting: readonly AskedDocument[],
  known: number,
  prompt: ExtractorPrompt,
): string {
  const before = known === 0 ? "" : `; ${counted(known, "document")} answered before`;
  if (waiting.length === 0) return `Extractor ${spec.name}: nothing is sent${before}.`;
  const characters = waiting.reduce((sum, one) => sum + charactersOf(spec, one, prompt), 0);
  const tokens = Math.ceil(characters / CHARACTERS_A_TOKEN);
  const size = `${counted(waiting.length, "document")}, ${characters} characters (about ${tokens} tokens)`;
  return `Extractor ${spec.name}: ${size} go to ${whereTo(spec)}${before}.`;
}

function charactersOf(spec: ExtractorSpec, asked: AskedDocument, prompt: ExtractorPrompt): number {
  if (spec.kind === "command") return JSON.stringify(asked).length;
  const { document } = asked;
  return prompt
    .pieces(asked)
    .reduce((sum, piece) => sum + prompt.system.length + prompt.user(document, piece).length, 0);
}

function whereTo(spec: ExtractorSpec): string {
  if (spec.kind === "command") {
    return `the program \`${visibleText(spec.words.join(" "))}\` on this machine`;
  }
  const { url, model } = spec;
  const asked = `the model \`${visibleText(model)}\` at ${url.origin}`;
  if (isLoopback(url)) return `${asked} on this machine`;
  return `${asked}, which is not this machine${url.protocol === "http:" ? ", unencrypted" : ""}`;
}

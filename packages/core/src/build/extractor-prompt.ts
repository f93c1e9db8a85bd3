import { EVENT_TYPES, type Schema } from "../model/schema.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { sha256 } from "../text/sha256.js";
import type { AskedDocument } from "./asked-document.js";

/** How a model is asked: the words are those of the pack's language, the types those of its field. */
export interface ExtractorPrompt {
  /** What it is to do, and with which types. */
  readonly system: string;
  /** Hash of all that is said beside the document. */
  readonly version: string;
  /** A piece of a document between two lines that no document contains. */
  readonly user: (document: string, piece: string) => string;
  /** A document in pieces short enough for a small model; none for one without a sentence to quote. */
  readonly pieces: (document: AskedDocument) => readonly string[];
}

/** Longest piece in characters, about two thousand tokens. */
const PIECE_CHARACTERS = 8_000;

/** The prompt of a pack. */
export function createPrompt({
  prompt,
  schema,
}: Pick<DomainPack, "prompt" | "schema">): ExtractorPrompt {
  const [instructions = "", frame = ""] = prompt.split(/^%%\n/m);
  const system = fill(instructions, { entities: thingLines(schema), relations: linkLines(schema) });
  return {
    system: system.trim(),
    version: sha256(`${system}\n${frame}`),
    // Its own hash stands in no text: a document cannot close the fence around it.
    user: (document, piece) => fill(frame, { fence: `=====${document}=====`, text: piece }).trim(),
    pieces: ({ sentences }) => joinPieces(sentences),
  };
}

/** Fills `{{name}}`; what is filled in is not looked at again. */
const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (slot, name) => values[name] ?? slot);

const isNamed = (schema: Schema, type: string): boolean =>
  !EVENT_TYPES.has(type) && schema.roleOf(type) !== "document";

const thingLines = (schema: Schema): string =>
  schema.data.entities
    .filter(({ name }) => isNamed(schema, name))
    .map(({ name, word }) => `- ${name}: ${word}`)
    .join("\n");

/** Links between things that bear names, each as a sentence would put it. */
function linkLines(schema: Schema): string {
  const named = (types: readonly string[]): readonly string[] =>
    types.filter((type) => isNamed(schema, type));
  return schema.data.relations
    .map((one) => ({ ...one, from: named(one.from), to: named(one.to) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0)
    .map(({ name, from, to, forward }) => `- ${name}: ${from.join("|")} ${forward} ${to.join("|")}`)
    .join("\n");
}

function joinPieces(sentences: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sentence of sentences) {
    if (piece !== "" && piece.length + sentence.length > PIECE_CHARACTERS) {
      pieces.push(piece);
      piece = "";
    }
    piece = piece === "" ? sentence : `${piece}\n${sentence}`;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

// The ends of an answer, held against what stands in its quote.

import { machineRule } from "../model/claim-makers.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { UNMEASURED } from "../packs/measured.js";
import { foldName } from "../text/fold.js";
import type { MachineEnd } from "./machine-answers.js";
import type { RefusalReason } from "./machine-refusals.js";
import { contains, createNamed, findName, namedRole, overlaps } from "./named-things.js";

/** A thing that an answer speaks of, with the places in the quote where it is named. */
export interface FoundEnd {
  readonly thing: DocumentEntity;
  readonly at: readonly [TextSpan, ...TextSpan[]];
  /** True where the document's own reader did not find it. */
  readonly isNew: boolean;
}

/** What ends are looked for in. */
export interface EndContext {
  readonly extraction: Extraction;
  readonly extractor: string;
  readonly pack: Pick<DomainPack, "schema" | "entries" | "words">;
  /** Folded new names that the extractor gives several types in this document. */
  readonly unsettled: ReadonlySet<string>;
}

const LONGEST_NAME = 120;

/**
 * The thing that an end names in a quote: one of the document's own by its name, else the one whose
 * mention holds the name, else a new thing where the name stands free.
 */
export function findEnd(
  end: MachineEnd,
  quote: TextSpan,
  ground: EndContext,
): FoundEnd | RefusalReason {
  const literal = findName(ground.extraction.document.text, end.name, quote);
  const bearers = bearersOf(end.name, ground.extraction);
  const fitting = bearers.filter((one) => fits(one, end, ground));
  for (const thing of fitting) {
    const [first, ...more] = [...mentionsIn(thing, quote), ...literal];
    if (first !== undefined) return { thing, at: [first, ...more], isNew: false };
  }
  const [place, ...places] = literal;
  if (place === undefined) return "end-not-in-quote";
  const holding = holdersOf(place, ground.extraction);
  const holder = holding.find(({ thing }) => fits(thing, end, ground));
  if (holder !== undefined) return { thing: holder.thing, at: [place], isNew: false };
  if (holding.length > 0 || bearers.length > fitting.length) return "end-of-other-type";
  return nameNew(end, [place, ...places], ground);
}

/** Things that bear a name, by their fullest spelling before another one. */
function bearersOf(name: string, { entities }: Extraction): readonly DocumentEntity[] {
  const wanted = foldName(name);
  const isNamed = (spelling: string): boolean => foldName(spelling) === wanted;
  const full = entities.filter((one) => isNamed(one.name));
  return [...full, ...entities.filter((one) => !full.includes(one) && one.aliases.some(isNamed))];
}

const fits = (thing: DocumentEntity, { type }: MachineEnd, { pack }: EndContext): boolean =>
  type === null || pack.schema.lineage(thing.type).includes(type);

const mentionsIn = ({ mentions }: DocumentEntity, quote: TextSpan): readonly Mention[] =>
  mentions.filter((mention) => contains(quote, mention));

/** Things whose names touch a place in the text. */
function holdersOf(
  place: TextSpan,
  { entities }: Extraction,
): readonly { readonly thing: DocumentEntity }[] {
  return entities.flatMap((thing) =>
    thing.mentions.some((mention) => overlaps(mention, place)) ? [{ thing }] : [],
  );
}

function nameNew(
  { name, type }: MachineEnd,
  at: FoundEnd["at"],
  { extraction, extractor, pack, unsettled }: EndContext,
): FoundEnd | RefusalReason {
  const role = type === null ? null : namedRole(type, pack);
  if (type === null || role === null) return "unknown-type";
  if (!isName(name, role === "goods", pack)) return "end-without-name";
  if (unsettled.has(foldName(name))) return "several-types";
  const taken = extraction.entities.flatMap(({ mentions }) => mentions);
  const naming = { type, name, rule: machineRule(extractor), score: UNMEASURED, taken };
  const thing = createNamed(extraction.document, naming, pack);
  if (thing === null || thing.mentions.length === 0) return "end-not-in-quote";
  const known = extraction.entities.find(({ id }) => id === thing.id);
  return { thing: known ?? thing, at, isNew: known === undefined };
}

/** Goods may be called by any word; all else bears a capital, and no plain word alone. */
function isName(name: string, isGoods: boolean, { words }: EndContext["pack"]): boolean {
  if (name.length > LONGEST_NAME || /[\n\r]/.test(name) || !/\p{L}/u.test(name)) return false;
  if (isGoods) return true;
  const isCased = !/\p{Ll}/u.test(name) || /(?<!\p{L})\p{Lu}/u.test(name);
  return isCased && (/\s/.test(name) || !words.has("common", foldName(name)));
}

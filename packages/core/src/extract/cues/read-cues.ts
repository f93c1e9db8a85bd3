import type { Modality } from "../../model/claim.js";
import type { CueSection } from "../../packs/rule-schemas.js";
import { PhraseSet } from "../stream/phrase-set.js";

/** How a cue colours what it reaches; `void` says that nothing of the sentence took place. */
export type CueModality = Exclude<Modality, "asserted"> | "void";

/** A cue in a sentence with the items it reaches. */
export interface CueScope {
  readonly modality: CueModality;
  readonly from: number;
  readonly to: number;
}

/** All modality cues of a pack in one set. */
export function compileCues(section: CueSection["modality"]): PhraseSet<CueModality> {
  const set = new PhraseSet<CueModality>();
  for (const phrase of section.void) set.add(phrase, "void");
  for (const phrase of section.attempted) set.add(phrase, "attempted");
  for (const phrase of section.planned) set.add(phrase, "planned");
  for (const phrase of section.denied) set.add(phrase, "denied");
  for (const phrase of section.hypothetical) set.add(phrase, "hypothetical");
  for (const phrase of section.alleged) set.add(phrase, "alleged");
  return set;
}

/** Modalities from the strongest: a denied plan is denied. */
const STRENGTH: readonly CueModality[] = [
  "void",
  "denied",
  "hypothetical",
  "planned",
  "attempted",
  "alleged",
];

/** The modality at an item: that of the strongest cue that reaches it. */
export function modalityAt(scopes: readonly CueScope[], at: number): Modality | "void" {
  let best = STRENGTH.length;
  for (const scope of scopes) {
    if (at < scope.from || at >= scope.to) continue;
    best = Math.min(best, STRENGTH.indexOf(scope.modality));
  }
  return STRENGTH[best] ?? "asserted";
}

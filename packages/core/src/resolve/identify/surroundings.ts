// What is named around a thing: states, places, bodies, groups and people of its sentence and the ones
// beside it, as far as they are resolved.
import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import { setOfFew } from "./few.js";

/** Canonical ids of what is named close to a thing. */
export interface Surroundings {
  /** Alpha-2 codes of states named or lain in. */
  readonly states: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Bodies, groups, organizations and people. */
  readonly neighbours: ReadonlySet<string>;
}

export const NOTHING_AROUND: Surroundings = {
  states: setOfFew([]),
  places: setOfFew([]),
  neighbours: setOfFew([]),
};

/** A thing that is resolved already, as its surroundings are told by. */
export interface Named {
  readonly id: string;
  readonly role: EntityRole;
  readonly state: string | undefined;
}

/** Sentences between two names that still speak of one matter. */
const CLOSE = 1;

/** The resolved things of each document by sentence. */
export class NamedThings {
  readonly #byDocument = new Map<string, Map<number, Set<Named>>>();
  readonly #known = new Map<string, Surroundings>();

  add(entity: DocumentEntity, named: Named): void {
    const sentences = this.#byDocument.get(entity.document) ?? new Map<number, Set<Named>>();
    this.#byDocument.set(entity.document, sentences);
    for (const { sentence } of entity.mentions) {
      const things = sentences.get(sentence);
      if (things === undefined) sentences.set(sentence, new Set([named]));
      else things.add(named);
    }
    this.#known.clear();
  }

  /** What is named close to an entity; kept until another thing is added. */
  around(entity: DocumentEntity): Surroundings {
    const known = this.#known.get(entity.id);
    if (known !== undefined) return known;
    const around = this.#read(entity);
    this.#known.set(entity.id, around);
    return around;
  }

  #read(entity: DocumentEntity): Surroundings {
    const states: string[] = [];
    const places: string[] = [];
    const neighbours: string[] = [];
    for (const { id, role, state } of this.#near(entity)) {
      if (state !== undefined) states.push(state);
      if (role === "place") places.push(id);
      else if (role !== "country" && role !== "goods") neighbours.push(id);
    }
    return {
      states: setOfFew(states),
      places: setOfFew(places),
      neighbours: setOfFew(neighbours),
    };
  }

  /** What stands in the sentences that name a thing, and in those beside them. */
  *#near({ document, mentions }: DocumentEntity): Iterable<Named> {
    const sentences = this.#byDocument.get(document);
    if (sentences === undefined) return;
    for (const sentence of new Set(mentions.map((mention) => mention.sentence)))
      for (let at = sentence - CLOSE; at <= sentence + CLOSE; at += 1)
        yield* sentences.get(at) ?? [];
  }
}

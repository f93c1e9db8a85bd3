import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import { fold } from "../../text/fold.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { DocumentView } from "../view/document-view.js";

const WHOLES: ReadonlySet<EntityRole> = new Set(["body", "group"]);

/**
 * PART_OF of a thing whose name holds the name of another of its kind as its owner: `the Harbour
 * Police's Diving Unit`, `the Volos chapter of the Salt Ring`.
 */
export function nestedParts(view: DocumentView, maker: ClaimMaker): Claim[] {
  const named = namesOf(view);
  return view.sentences.flatMap(({ items }, sentence) =>
    items.flatMap((item) => {
      if (item.kind !== "mention" || !WHOLES.has(item.entity.role)) return [];
      const written = view.document.text.slice(item.start, item.end);
      const whole = ownerIn(written).map((name) => named.get(`${item.entity.role}:${name}`));
      const [body] = whole.flatMap((one) =>
        one === undefined || one === item.entity ? [] : [one],
      );
      if (body === undefined) return [];
      return maker.relation(item.entity, "part", body, {
        rule: "part.nested",
        sentences: [sentence],
      });
    }),
  );
}

/** Things by role and folded name; a name that two bear stands for none. */
function namesOf({ entities }: DocumentView): ReadonlyMap<string, DocumentEntity> {
  const named = new Map<string, DocumentEntity | null>();
  for (const entity of entities) {
    const { acronym } = entity.attributes;
    const names = [entity.name, ...entity.aliases, ...(acronym === undefined ? [] : [acronym])];
    for (const name of new Set(names.map(plain))) {
      const key = `${entity.role}:${name}`;
      const known = named.get(key);
      named.set(key, known === undefined || known === entity ? entity : null);
    }
  }
  return new Map([...named].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

const plain = (name: string): string => fold(name).replace(/^the /, "");

/** Names that own what stands behind or before them in a name, folded. */
function ownerIn(written: string): string[] {
  const possessive = written.search(/['’]s? /u);
  const of = written.lastIndexOf(" of ");
  return [
    ...(possessive > 0 ? [plain(written.slice(0, possessive))] : []),
    ...(of > 0 ? [plain(written.slice(of + " of ".length))] : []),
    ...joinedOwners(written),
  ];
}

/** `HGX Serious Crime team`, `Tarvan HGX`: an acronym at either end of a name of several words. */
function joinedOwners(written: string): string[] {
  const words = written.replace(/^the /i, "").split(/\s+/);
  const ends = words.length > 2 ? [words[0], words.at(-1)] : [words.length === 2 ? words[1] : ""];
  return ends.flatMap((word) => (/^\p{Lu}{3,}$/u.test(word ?? "") ? [plain(word ?? "")] : []));
}

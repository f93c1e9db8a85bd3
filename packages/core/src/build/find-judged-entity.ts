import type { Entity } from "../model/entity.js";
import type { JudgedThing, LinkJudgement, NameJudgement } from "../model/judgement.js";
import type { Schema } from "../model/schema.js";
import { createEntityIndex } from "../resolve/join-across-types.js";
import type { Attacher } from "../resolve/judge/attach-thing.js";
import { describeThings } from "../resolve/judge/describe-things.js";
import {
  type OutcomeBook,
  tellMissing,
  tellThings,
  thingName,
} from "../resolve/judge/tell-outcomes.js";

/** What judgements about entities are heard with. */
export interface EntityJudging {
  readonly attacher: Attacher;
  readonly book: OutcomeBook;
  readonly schema: Schema;
}

/** Finds the entity that a side of a judgement is. */
export type EntityFinder = (
  judgement: LinkJudgement | NameJudgement,
  side: "a" | "b",
) => Entity | null;

/** The one entity that a side of a judgement is; else null, and why is told. */
export function createEntityFinder(
  entities: readonly Entity[],
  { attacher, book }: EntityJudging,
): EntityFinder {
  const find = createEntityIndex(entities);
  return (judgement, side) => {
    const thing: JudgedThing = side === "b" && "b" in judgement ? judgement.b : judgement.a;
    const attached = attacher.thing(thing);
    if (attached.kind === "nothing") {
      book.tell(judgement, "waits", `no report tells of \`${thingName(thing)}\` any more`);
      return null;
    }
    const found = attached.kind === "several" ? [] : find(attached);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    if (attached.kind === "id" && only === undefined) {
      tellMissing(judgement, { side, id: attached.id }, attacher, book);
      return null;
    }
    const fits =
      attached.kind === "several"
        ? attached.fits
        : found.flatMap(({ members }) => members.flatMap((id) => attacher.entity(id) ?? []));
    const says = `\`${thingName(thing)}\` fits several things and was applied to none: ${tellThings(fits, attacher)}`;
    book.ask(judgement, says, { side, fits: fits.map(({ id }) => id) });
    return null;
  };
}

/** Ids alone are remembered as what they stand for. */
export function anchorIds(
  judgement: LinkJudgement | NameJudgement,
  found: { readonly a: Entity; readonly b?: Entity },
  { attacher, book }: EntityJudging,
): void {
  const sides = [
    ["a", judgement.a, found.a],
    ["b", "b" in judgement ? judgement.b : null, found.b],
  ] as const;
  for (const [key, thing, entity] of sides) {
    if (typeof thing !== "string" || entity === undefined) continue;
    const members = entity.members.flatMap((id) => attacher.entity(id) ?? []);
    const seen = describeThings(members, attacher.extraction, entity.name);
    if (seen !== null) book.anchor(judgement, { [key]: { id: thing, ...seen } });
  }
}

import type { Entity } from "../model/entity.js";
import type { NameJudgement } from "../model/judgement.js";
import { findReplaced } from "../resolve/judge/replace-older.js";
import { tellLine } from "../resolve/judge/tell-outcomes.js";
import { anchorIds, type EntityFinder, type EntityJudging } from "./find-judged-entity.js";

/** Entities under the names that people give them; two people with two names are heard by nobody. */
export function nameEntities(
  entities: readonly Entity[],
  names: readonly NameJudgement[],
  find: EntityFinder,
  judging: EntityJudging,
): readonly Entity[] {
  const { attacher, book } = judging;
  const attached = names.map((judgement) => ({
    judgement,
    a: attacher.thing(judgement.a),
    b: null,
  }));
  const replaced = findReplaced(attached);
  const given = new Map<Entity, NameJudgement[]>();
  for (const judgement of names) {
    const newer = replaced.get(judgement);
    if (newer !== undefined) {
      book.tell(judgement, "replaced", `gave way to a newer line: ${tellLine(newer)}`);
      continue;
    }
    const entity = find(judgement, "a");
    if (entity === null) continue;
    given.set(entity, [...(given.get(entity) ?? []), judgement]);
    anchorIds(judgement, { a: entity }, judging);
  }
  return entities.map((entity) => {
    const own = given.get(entity) ?? [];
    const wanted = new Set(own.map(({ name }) => name));
    const [name] = wanted;
    if (name === undefined) return entity;
    if (wanted.size > 1) {
      for (const one of own) {
        const others = own.filter((other) => other.name !== one.name);
        book.tell(one, "disputed", `is not followed: ${others.map(tellLine).join("; ")}`);
      }
      return entity;
    }
    for (const one of own) book.tell(one, "holds", "is followed");
    const aliases = [...new Set([...entity.aliases, entity.name])].filter((one) => one !== name);
    return { ...entity, name, aliases: aliases.sort() };
  });
}

import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import { actorAfter, actorList } from "../operations/actor-phrase.js";
import type { Item, MentionItem } from "../stream/item.js";
import { mentionsAt } from "../stream/lists.js";
import { type DocumentView, once } from "../view/document-view.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";
import type { Lead } from "./lead.js";

/** The first thing in which a report gives each person a post, by the ids of both. */
export type FirstPosts = ReadonlyMap<string, string>;

export function firstPosts(posts: readonly Claim[]): FirstPosts {
  const first = new Map<string, string>();
  for (const post of posts)
    if (post.kind === "relation" && !first.has(post.subject)) first.set(post.subject, post.object);
  return first;
}

const thingsById = ({ entities }: DocumentView): ReadonlyMap<string, DocumentEntity> =>
  new Map(entities.map((entity) => [entity.id, entity]));

/** The body of whoever says `we` in a sentence, by the post the report gives the speaker. */
export function speakerLead(view: DocumentView, at: number, posts: FirstPosts): Lead | null {
  const spoken = view.sentences[at];
  if (spoken === undefined || !spoken.items.some((item) => is(item, "first_person"))) return null;
  for (const near of [at, at + 1, at - 1]) {
    const sentence = view.sentences[near];
    if (sentence?.block.index !== spoken.block.index || sentence.speech.length === 0) continue;
    const officials = sentence.items.filter(
      (item): item is MentionItem => item.kind === "mention" && item.entity.role === "official",
    );
    for (const { entity } of officials) {
      const body = once(view, thingsById).get(posts.get(entity.id) ?? "");
      if (body !== undefined) return { entities: [body], sentence: near };
    }
  }
  return null;
}

/** The bodies of `our partners in A and B`. */
export function fellowsIn(items: readonly Item[], book: RuleBook): MentionItem[] {
  return items.flatMap((item, at) => {
    if (!is(item, "our_word")) return [];
    const noun = [at + 1, at + 2].find((place) => is(items[place], "fellows"));
    if (noun === undefined || !is(items[noun + 1], "speaker_places")) return [];
    const actor = actorAfter(items, noun + 2, items.length, book);
    return actor === null ? [] : mentionsAt(items, actorList(items, actor, items.length, book));
  });
}

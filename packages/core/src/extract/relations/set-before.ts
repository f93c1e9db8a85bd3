import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import type { PostBody, PostPlace } from "./post-body.js";
import { titleBefore } from "./read-title.js";

/** A post with its wording, read from a body set before a name. */
export interface PostBefore extends PostBody {
  readonly title: string;
}

const agencyAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  return item?.kind === "mention" && item.entity.role === "body" ? item.entity : null;
};

/** `BODY Detective Inspector X`, `Director General BODY Major General X`, `DIG (BODY) X`. */
export function bodyBeforeName({ view, items, person }: PostPlace): PostBefore | null {
  const ranks: string[] = [];
  let at = person - 1;
  while (isRank(items, at, view.book.nouns("rank"))) {
    if (items[at]?.kind === "word") ranks.unshift(wordAt(items, at));
    at -= 1;
  }
  if (ranks.length === 0) return bracketed(items, person);
  const body = agencyAt(items, at);
  if (body === null) return null;
  const title = titleBefore(items, at, view.book);
  const set = title !== null && title.to === at ? title.title : ranks.join(" ");
  return { body, title: set, weight: 0.85 };
}

const isRank = (items: readonly Item[], at: number, ranks: ReadonlySet<string>): boolean => {
  const item = items[at];
  return (
    (item?.kind === "word" && (ranks.has(item.word) || is(item, "acting_word"))) ||
    (item?.kind === "mark" && item.word === "." && ranks.has(wordAt(items, at - 1)))
  );
};

/** `DIG (ATS) X`: a short form of a post with its body in brackets. */
function bracketed(items: readonly Item[], person: number): PostBefore | null {
  const body = agencyAt(items, person - 2);
  const post = items[person - 4];
  const set = wordAt(items, person - 1) === ")" && wordAt(items, person - 3) === "(";
  if (body === null || !set || post?.kind !== "word" || !post.capital) return null;
  return { body, title: post.word, weight: 0.8 };
}

const HEADING: ReadonlyMap<string, string> = new Map([
  ["commanded", "commander"],
  ["headed", "head"],
  ["led", "head"],
  ["directed", "director"],
  ["chaired", "chair"],
  ["presided", "judge"],
]);

/** `BODY, commanded by X`, `BODY, presided over by Her Honour X`. */
export function headedBy({ view, items, person }: PostPlace): PostBefore | null {
  let by = person - 1;
  const ranks = view.book.nouns("rank");
  while (by > person - 5 && (ranks.has(wordAt(items, by)) || is(items[by], "honours"))) by -= 1;
  if (!is(items[by], "agent_mark")) return null;
  const verb = is(items[by - 1], "over_word") ? by - 2 : by - 1;
  const title = HEADING.get(wordAt(items, verb));
  const at = wordAt(items, verb - 1) === "," ? verb - 2 : verb - 1;
  const body = wordAt(items, at) === ")" ? agencyAt(items, at - 3) : agencyAt(items, at);
  return title === undefined || body === null ? null : { body, title, weight: 0.85 };
}

import type { TextSpan } from "../../model/text-span.js";
import { NO_LISTS } from "../../packs/word-lists.js";
import type { DateItem } from "../dates/date-expression.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import type { ReadToken } from "../words/read-tokens.js";
import type { Item, MentionItem } from "./item.js";

/** A mention with the entity it belongs to, sorted by start, none overlapping. */
export type PlacedMention = Pick<MentionItem, "mention" | "entity">;

/**
 * The items of a sentence. Where spans overlap a name wins over a time, and a time over a figure;
 * what is left are words and signs.
 */
export function buildItems(
  tokens: readonly ReadToken[],
  mentions: readonly PlacedMention[],
  dates: readonly DateItem[],
  quantities: readonly QuantityItem[],
): Item[] {
  const items: Item[] = [];
  const next = { mention: 0, date: 0, quantity: 0 };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as ReadToken;
    next.mention = skipTo(mentions, next.mention, token.start, (placed) => placed.mention);
    next.date = skipTo(dates, next.date, token.start, (date) => date);
    next.quantity = skipTo(quantities, next.quantity, token.start, (quantity) => quantity);
    const item = wholeItem(
      tokens,
      at,
      mentions[next.mention],
      dates[next.date],
      quantities[next.quantity],
    );
    items.push(item);
    at = endToken(tokens, at, item.end);
  }
  return items;
}

function skipTo<T>(
  list: readonly T[],
  from: number,
  start: number,
  span: (item: T) => TextSpan,
): number {
  let at = from;
  while (at < list.length && span(list[at] as T).start < start) at += 1;
  return at;
}

/** First token that starts at or after an offset; at least one further. */
function endToken(tokens: readonly ReadToken[], from: number, end: number): number {
  let at = from + 1;
  while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < end) at += 1;
  return at;
}

function wholeItem(
  tokens: readonly ReadToken[],
  at: number,
  placed: PlacedMention | undefined,
  date: DateItem | undefined,
  quantity: QuantityItem | undefined,
): Item {
  const token = tokens[at] as ReadToken;
  const { start, end, lists } = token;
  if (placed?.mention.start === token.start) {
    const last = tokens[endToken(tokens, at, placed.mention.end) - 1]?.folded ?? "";
    const { mention, entity } = placed;
    const { end: to } = mention;
    return {
      kind: "mention",
      start,
      end: to,
      token: at,
      word: "",
      lists: NO_LISTS,
      mention,
      entity,
      last,
    };
  }
  if (date?.start === token.start)
    return { kind: "date", start, end: date.end, token: at, word: "", lists: NO_LISTS, date };
  if (quantity?.start === token.start) {
    // A figure that runs into a name ends before it: "three Syrian" never swallows "Syrian".
    return {
      kind: "quantity",
      start,
      end: quantity.end,
      token: at,
      word: "",
      lists: NO_LISTS,
      quantity,
    };
  }
  if (token.kind === "word") {
    const capital = token.text.charAt(0) !== token.text.charAt(0).toLowerCase();
    return { kind: "word", start, end, token: at, word: token.folded, lists, capital };
  }
  const word = token.kind === "possessive" ? "'s" : token.text;
  return { kind: "mark", start, end, token: at, word, lists };
}

import type { Citation, CitedLink } from "./citation.js";
import { flat, placeText } from "./cite-text.js";

/** The sources as a CSL JSON array, which Zotero, Pandoc and others read. */
export function citeCsl(links: readonly CitedLink[]): string {
  const items = links.flatMap(({ proofs, denials }) => [...proofs, ...denials]).map(toItem);
  const once = new Map(items.map((item) => [item.id, item]));
  return JSON.stringify([...once.values()], undefined, 2);
}

interface CslItem {
  readonly id: string;
  readonly type: "article";
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly publisher?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly note: string;
}

function toItem(citation: Citation): CslItem {
  const { publisher, title, date, path, document, quote } = citation.quote;
  const parts = (date ?? "").split("/").map((day) => day.split("-").map(Number));
  return {
    id: citation.key,
    type: "article",
    title: flat(title ?? path ?? document),
    ...(publisher === null
      ? {}
      : { author: [{ literal: flat(publisher) }], publisher: flat(publisher) }),
    ...(date === null ? {} : { issued: { "date-parts": parts } }),
    note: `“${flat(quote)}” (${placeText(citation)})`,
  };
}

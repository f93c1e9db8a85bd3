import { escapeText } from "./escape.js";

declare const SAFE: unique symbol;

/** Markup that is safe to write as it stands. Only {@link html} and {@link trusted} make it. */
export interface Html {
  readonly [SAFE]: true;
  readonly markup: string;
}

type Part = Html | string | number | null | readonly (Html | string | number | null)[];

/** Markup from a template: every text put into it is escaped, other markup is kept, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  parts.forEach((part, at) => {
    markup += markupOf(part) + (strings[at + 1] ?? "");
  });
  return trusted(markup);
}

/** Marks a string of ours as markup; never give it text from a document. */
export function trusted(markup: string): Html {
  return { markup } as Html;
}

function markupOf(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(markupOf).join("");
}

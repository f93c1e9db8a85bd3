import { strengthInWords } from "../words/strength-words.js";
import type { CitedLink } from "./citation.js";
import { flat, sourceText } from "./cite-text.js";

/** A sentence with a footnote a source, in the Markdown that GitHub and Pandoc read. */
export function citeMarkdown(links: readonly CitedLink[]): string {
  const notes: string[] = [];
  const sentences = links.map(({ link, proofs, denials }) => {
    const marks = [...proofs, ...denials].map(({ key }) => `[^${key}]`).join("");
    for (const one of proofs) notes.push(`[^${one.key}]: ${escaped(sourceText(one))}`);
    for (const one of denials) notes.push(`[^${one.key}]: Denied: ${escaped(sourceText(one))}`);
    const said = `${flat(link.start.name)} ${link.type} ${flat(link.end.name)}`;
    return `${escaped(`${said}: ${strengthInWords(link)}.`)}${marks}`;
  });
  return [...sentences, "", ...new Set(notes)].join("\n");
}

/** What a report says must not become markup, an image that is fetched or a link. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>|&~#]|:(?=\/\/)|(?<=www)\./g, "\\$&");

import type { CitedLink } from "./citation.js";
import { citeBibtex } from "./cite-bibtex.js";
import { citeCsl } from "./cite-csl.js";
import { citeMarkdown } from "./cite-markdown.js";
import { citeText } from "./cite-text.js";

/** How links can be cited; each ends without a line end. */
export const CITATION_STYLES = {
  text: citeText,
  markdown: citeMarkdown,
  bibtex: citeBibtex,
  csl: citeCsl,
} as const satisfies Readonly<Record<string, (links: readonly CitedLink[]) => string>>;

export type CitationStyle = keyof typeof CITATION_STYLES;

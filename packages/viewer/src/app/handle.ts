import type { ChainRequest } from "@redthread/core/trace";
import { answerPath } from "../panel/chain-answer.js";
import type { PageScene } from "../scene/page-scene.js";
import { findWritten } from "./folded-parts.js";
import { pageTrace } from "./page-graph.js";

/** What a report answers to pages that embed it and to tests: `window.redthread`. */
export interface PageHandle {
  /**
   * The chains between two ids, names or aliases, in the shape of `redthread path --format json`.
   * Throws what the terminal would say, with its code, where a name is unknown or means several things.
   */
  readonly path: (
    from: string,
    to: string,
    options?: ChainRequest,
  ) => Readonly<Record<string, unknown>>;
}

/** The handle of a page; nothing is made before it is asked. */
export function createHandle(root: Document, scene: PageScene): PageHandle {
  const quoteOf = (number: number): string =>
    scene.evidence[number - 1]?.quote ?? writtenQuote(root, number);
  let trace: ReturnType<typeof pageTrace> | null = null;
  return {
    path: (from, to, options = {}) => {
      trace ??= pageTrace(scene, quoteOf);
      return answerPath(trace, from, to, options);
    },
  };
}

/** A quote as it stands in the list of sources, without the marks around it. */
export function writtenQuote(root: Document, number: number): string {
  const text = findWritten(root, `e${number}`)?.querySelector("blockquote")?.textContent ?? "";
  return text.replace(/^“/, "").replace(/”$/, "");
}

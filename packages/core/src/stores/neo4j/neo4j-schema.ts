import { RedthreadError } from "../../errors/redthread-error.js";

/**
 * A label, type or key for use inside a query text, in backticks. Neo4j decodes `\u0060` before it
 * reads the query, so a name with a backslash could end its own quotes and is refused.
 * @throws RedthreadError `GRAPH_INVALID` for an empty name or one with a backslash or control character.
 */
export function quoteName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is refused
  if (name === "" || /[\\\u0000-\u001f\u007f]|\p{Cs}/u.test(name)) {
    throw new RedthreadError(
      "GRAPH_INVALID",
      `\`${name.slice(0, 60)}\` cannot name a label or relationship type in Neo4j. Use letters, digits and underscores.`,
    );
  }
  return `\`${name.replaceAll("`", "``")}\``;
}

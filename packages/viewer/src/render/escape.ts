const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that turn or hide text without being seen, and control characters. */
const UNSEEN = /(?![\n\r\t])[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * Text for an HTML or SVG element or a quoted attribute: markup characters escaped, characters that
 * would turn or hide text shown by their code, such as `[U+202E]`.
 */
export function escapeText(text: string): string {
  return showUnseen(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** The text with unseen control characters replaced by their codes; lone surrogates too. */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}

/** Characters that could end a script element or turn the text of a page's source. */
const RISKY = /[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON that may stand inside a script element of any page. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    RISKY,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// What XML 1.0 cannot hold, not even as a reference: most control characters, halves of surrogate
// pairs, and two that are no characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is replaced
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  // Some readers take these for ends of lines, as XML 1.1 does.
  "\u0085": "&#133;",
  "\u2028": "&#8232;",
};

/** The text with U+FFFD for each character that XML cannot hold. */
export const fitForXml = (text: string): string => text.replace(UNFIT, "\ufffd");

/** The text for use between tags and in attributes alike; nothing of it can end either. */
export const xmlText = (text: string): string =>
  fitForXml(text).replace(/[&<>"'\t\n\r\u0085\u2028]/g, (found) => REFERENCES[found] ?? found);

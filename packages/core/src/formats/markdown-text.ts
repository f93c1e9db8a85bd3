import { fitForXml } from "./xml-text.js";

/**
 * A text inside a paragraph of Markdown, as it is: no mark of it is read as one, no tag reaches a
 * page that is made of it, and no line of it begins a heading or a list.
 */
export const markdownText = (text: string): string =>
  fitForXml(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$^=%!+\-.&@:]/g, (mark) => (isHarmless(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** Marks that mean something only at the start of a line, where what is written here never stands. */
const isHarmless = (mark: string): boolean => ".-+:=^@".includes(mark);

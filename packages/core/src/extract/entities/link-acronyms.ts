import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { WordLists } from "../../packs/word-lists.js";

/**
 * The acronyms in brackets after a name, and names in brackets or commas after an acronym, each with
 * the mention it stands for.
 */
export function linkAcronyms(
  document: ReportDocument,
  mentions: readonly Mention[],
  words: WordLists,
): ReadonlyMap<Mention, Mention> {
  const links = new Map<Mention, Mention>();
  const outer = mentions.filter((mention) => !mention.rule.startsWith("nested."));
  for (const [at, mention] of outer.entries()) {
    const before = outer[at - 1];
    if (before === undefined || before.type !== mention.type) continue;
    const gap = document.text.slice(before.end, mention.start);
    const bracketed =
      /^ ?\($/.test(gap) && /^\)/.test(document.text.slice(mention.end, mention.end + 1));
    const apposed =
      words.pattern("^, (?:(?:<definite_article>|<alternative>) )?$").test(gap) &&
      (mention.form === "acronym") !== (before.form === "acronym") &&
      initialsMatch(mention, before);
    const described =
      mention.role === "body" &&
      words.pattern("^, (?:<definite_article> )?$").test(gap) &&
      /^[,.)]/.test(document.text.slice(mention.end, mention.end + 1)) &&
      isDescription(before) !== isDescription(mention);
    if (bracketed || apposed || described) links.set(mention, links.get(before) ?? before);
  }
  return links;
}

/** The capitals of the longer name spell the shorter. */
function initialsMatch(a: Mention, b: Mention): boolean {
  const [acronym, name] = a.form === "acronym" ? [a.name, b.name] : [b.name, a.name];
  const initials = [...name.matchAll(/\b\p{Lu}/gu)].map((match) => match[0]).join("");
  return initials.includes(acronym.replaceAll(".", ""));
}

/** "Spain's gendarmerie", "the Kurdish security agency": what a body is rather than its name. */
const isDescription = (mention: Mention): boolean =>
  mention.rule === "agency.of-state" &&
  /\p{Ll}/u.test(mention.name.split(" ").at(-1)?.charAt(0) ?? "");

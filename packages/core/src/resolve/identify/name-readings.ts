// How names of bodies, groups and firms are brought to the form that is compared.

import type { DocumentEntity } from "../../model/document-entity.js";
import type { NameLists } from "../../packs/name-lists.js";
import type { WordLists } from "../../packs/word-lists.js";
import { foldName } from "../../text/fold.js";
import type { BesideName } from "./beside-name.js";
import type { CountryWords } from "./country-words.js";
import { normalizeBodyName, normalizeNetworkName } from "./name-words.js";
import type { NameReading } from "./named-facts.js";

/** What the readings of names ask. */
export interface ReadingContext {
  readonly pack: { readonly names: NameLists; readonly words: WordLists };
  readonly countryWords: CountryWords;
  readonly beside: (entity: DocumentEntity) => readonly BesideName[];
}

/** Names of bodies without the words of their state; a further name tells where more than one word is left. */
export const bodyReading = ({ pack, countryWords, beside }: ReadingContext): NameReading => ({
  names: pack.names,
  bare: (name, { country }) => countryWords.without(name, country),
  isTelling: ({ plain, telling }) => plain.length > 1 && telling !== "",
  beside,
});

/** Names of groups without article and head, of firms without their legal form, of vessels without prefix. */
export const groupReading = ({ pack, beside }: ReadingContext): NameReading => ({
  names: pack.names,
  bare: (name, { role }) => {
    if (role === "group") return normalizeNetworkName(name, pack.words);
    const folded = foldName(name);
    if (role === "vessel") return withoutPrefix(folded, pack.words);
    return normalizeBodyName(withoutForms(folded, pack.names));
  },
  isTelling: ({ joined }) => joined.length > 3,
  beside,
});

/** `mv jamila` → `jamila`. */
function withoutPrefix(folded: string, words: WordLists): string {
  const [prefix = "", ...rest] = folded.replace(/^the /, "").split(" ");
  return rest.length > 0 && words.has("vessel_prefixes", prefix) ? rest.join(" ") : folded;
}

/** `zagros fresh produce ltd` → `zagros fresh produce`. */
function withoutForms(folded: string, names: NameLists): string {
  const words = folded.split(" ");
  let end = words.length;
  while (end > 1 && names.has("company_forms", words[end - 1] ?? "")) end -= 1;
  return words.slice(0, end).join(" ");
}

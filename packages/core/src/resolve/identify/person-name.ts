// A person's name as it is compared: tokens in Latin letters without articles, titles and particles, the
// father's name where a particle marks it, and which of two namesakes it says it is.
import type { NameLists } from "../../packs/name-lists.js";
import { foldName } from "../../text/fold.js";
import { nameSkeleton, romanize } from "../../text/name-skeleton.js";
import { nameTokens } from "../../text/person-name-similarity.js";
import { remember } from "../../text/remember.js";

/** One name of a human being, taken apart. */
export interface PersonName {
  readonly text: string;
  readonly tokens: readonly string[];
  /** The sound of each token, one sign for all that `D` may stand for. */
  readonly sounds: readonly string[];
  /** Name behind a word for "son of", or null. */
  readonly father: string | null;
  /** `junior`, `senior`, or null. */
  readonly generation: string | null;
}

/** A name taken apart. */
export function readPersonName(name: string, names: NameLists): PersonName {
  const words = foldName(
    foldName(name)
      .split(" ")
      .map((word) => names.latin(romanize(word)))
      .join(" "),
  )
    .split(" ")
    .filter((word) => word !== "");
  const last = names.standFor("generations", words.at(-1) ?? "");
  const generation = last !== undefined && words.length > 2 ? last : null;
  const own = generation === null ? words : words.slice(0, -1);
  const telling = own.filter((word) => !names.has("particles", word));
  const tokens = nameTokens((telling.length > 1 ? telling : own).join(" "));
  const at = own.findIndex((word, index) => index > 0 && names.has("father_words", word));
  const father = at < 0 ? null : (nameTokens(own.slice(at + 1).join(" "))[0] ?? null);
  return { text: words.join(" "), tokens, sounds: tokens.map(soundOf), father, generation };
}

/** The consonants of a token, with one sign for all that `D` may stand for; the token where it has none. */
const soundOf = (token: string): string => nameSkeleton(token).replace(/[Ddtzs]/g, "d") || token;

/** The consonants of a token in classes so wide that every spelling of it is in them; the token where it has none. */
export const looseSoundOf = remember(
  (token) =>
    nameSkeleton(token.replace(/^y/, "j"))
      .replace(/[CkSDdtzsj]/g, "k")
      .replace(/v/g, "")
      .replace(/(.)\1+/g, "$1") || token,
);

/** The consonants that every desk writes alike, doubled ones once: `Qanbari` and `Ghanbari` are `nbr`. */
export const wideSoundOf = remember((name) =>
  name
    .replace(/[^bpmnlrf]/g, "")
    .replace(/p/g, "b")
    .replace(/(.)\1+/g, "$1"),
);

import { foldName } from "../../text/fold.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer } from "./comparison.js";

const ARTICLES = new Set(["al", "el", "ar", "as", "ash", "the"]);
const POSTS = new Set(["crossing", "border", "point", "post"]);

/** Places without a gazetteer key: one by state and name, articles and hyphens aside. */
export const placeComparer: Comparer = {
  mergeAt: 0.92,
  isOnceADocument: false,
  blocksOf: (profile) => [profile.type + placeName(profile)],
  contradiction: (a, b) => {
    if (a.country !== null && b.country !== null && a.country !== b.country) {
      return `different country: ${[a.country, b.country].sort().join(", ")}`;
    }
    const keys = new Set([...a.members, ...b.members].flatMap((member) => member.key ?? []));
    return keys.size > 1 ? "two places of the gazetteer" : null;
  },
  compare: (a, b) => {
    if (a.type !== "Place" || b.type !== "Place") return null;
    if (a.country === null || b.country === null) {
      return { score: 0.75, reasons: ["same name", "country told in one report only"] };
    }
    if (a.country !== b.country) return null;
    return { score: 0.93, reasons: ["same country", "same name"] };
  },
};

/** The name without articles; a crossing keeps its kind, so that it stays apart from its town. */
function placeName(profile: Profile): string {
  const words = foldName(profile.members[0]?.name ?? "")
    .split(" ")
    .filter((word) => !ARTICLES.has(word));
  const isPost = words.some((word) => POSTS.has(word));
  const kept = words.filter((word) => !POSTS.has(word));
  return `${kept.join("")}${isPost ? " crossing" : ""}`;
}

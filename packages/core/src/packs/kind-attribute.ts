import type { EntityAttributes } from "../model/document-entity.js";
import type { LexiconEntry } from "./domain-pack.js";

/** The class of goods or the kind of an organization, where a table of the pack gives one. */
export function kindAttribute(
  entry: Pick<LexiconEntry, "role" | "kind"> | undefined,
): EntityAttributes {
  const { role, kind = null } = entry ?? {};
  if (kind === null) return {};
  if (role === "goods") return { class: kind };
  return role === "organization" ? { kind } : {};
}

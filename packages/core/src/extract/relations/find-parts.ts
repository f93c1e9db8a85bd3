import type { Claim } from "../../model/claim.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { isBodyNoun, lastBody } from "../view/nearby.js";
import { is } from "../words/read-tokens.js";

/** PART_OF of bodies told as `the ministry's X` or `its X`, to the body told before. */
export function findParts(view: DocumentView, maker: ClaimMaker): Claim[] {
  return view.sentences.flatMap(({ items }, sentence) =>
    items.flatMap((item, at) => {
      if (item.kind !== "mention" || item.entity.role !== "body") return [];
      const owner = wordAt(items, at - 1) === "'s" ? wordAt(items, at - 2) : "";
      const own = is(items[at - 1], "thing_possessors");
      if (!own && !(isBodyNoun(view, owner) || owner === "force")) return [];
      const body = lastBody(view, sentence, at - 1, own ? null : owner);
      if (body === null || body === item.entity) return [];
      const foreign = body.attributes.country !== item.entity.attributes.country;
      if (foreign && item.entity.attributes.country !== undefined) return [];
      return maker.relation(item.entity, "part", body, {
        rule: "part.anaphor",
        sentences: [sentence],
      });
    }),
  );
}

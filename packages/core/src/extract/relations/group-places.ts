import type { OperationFindings } from "../operations/frame-claims.js";
import type { GroupPlace } from "../predicates/antecedents.js";
import type { DocumentView } from "../view/document-view.js";

/** Where groups are told of, in text order; one without a name stands where its action describes it. */
export function groupPlaces(
  view: DocumentView,
  operations: readonly OperationFindings[],
): GroupPlace[] {
  const places: GroupPlace[] = view.sentences.flatMap(({ items }, sentence) =>
    items.flatMap((item, at) =>
      item.kind === "mention" && item.entity.role === "group"
        ? [{ sentence, item: at, group: item.entity }]
        : [],
    ),
  );
  for (const { frame, networks } of operations) {
    const unnamed = networks.find((network) => network.value.attributes.unnamed === true);
    if (unnamed === undefined) continue;
    for (const part of frame.parts) {
      for (const hit of part.networks) {
        if (hit.entity === null)
          places.push({
            sentence: hit.sentence,
            item: hit.item,
            group: unnamed.value,
            ...(unnamed.sentence === hit.sentence ? {} : { named: unnamed.sentence }),
          });
      }
    }
  }
  return places.sort((a, b) => a.sentence - b.sentence || a.item - b.item);
}

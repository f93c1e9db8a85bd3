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
  places.push(...operations.flatMap(unnamedPlaces));
  return places.sort((a, b) => a.sentence - b.sentence || a.item - b.item);
}

/** Where an action's sentences describe the group that only it singles out. */
function unnamedPlaces({ frame, networks }: OperationFindings): GroupPlace[] {
  const unnamed = networks.find((network) => network.value.attributes.unnamed === true);
  if (unnamed === undefined) return [];
  const hits = frame.parts.flatMap((part) => part.networks.filter((hit) => hit.entity === null));
  return hits.map(({ sentence, item }) => ({
    sentence,
    item,
    group: unnamed.value,
    ...(unnamed.sentence === sentence ? {} : { named: unnamed.sentence }),
  }));
}

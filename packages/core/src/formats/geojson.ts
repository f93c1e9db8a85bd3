// GeoJSON (RFC 7946): what has a place on earth, with all that is told of it there.
import { type CaseLink, type CaseNode, caseElements, numberOf } from "./case-elements.js";
import type { WriteFile } from "./graph-format.js";
import { plainValue } from "./plain-value.js";

type Position = readonly [longitude: number, latitude: number];

export const writeGeojson: WriteFile = function* (source) {
  const { nodes, links } = caseElements(source);
  const positions = new Map<string, Position>();
  for (const node of nodes) {
    const position = positionOf(node);
    if (position !== null) positions.set(node.id, position);
  }
  const there = linksAt(links, positions);
  yield `{"type":"FeatureCollection","features":[`;
  let isFirst = true;
  for (const node of nodes) {
    const coordinates = positions.get(node.id);
    if (coordinates === undefined) continue;
    const told = there.get(node.id) ?? [];
    const feature = {
      type: "Feature",
      id: node.id,
      geometry: { type: "Point", coordinates },
      properties: { ...propertiesOf(node), kind: node.type, name: node.name, links: told },
    };
    yield `${isFirst ? "" : ","}\n${JSON.stringify(feature)}`;
    isFirst = false;
  }
  yield "]}\n";
};

function positionOf(node: CaseNode): Position | null {
  const [longitude, latitude] = [numberOf(node, "longitude"), numberOf(node, "latitude")];
  if (longitude === null || latitude === null) return null;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null;
}

/** What is told of each place: who, how, how sure, and in which words. */
function linksAt(links: readonly CaseLink[], positions: ReadonlyMap<string, Position>) {
  const found = new Map<string, object[]>();
  for (const link of links)
    for (const [here, other] of [
      [link.to, link.from],
      [link.from, link.to],
    ] as const) {
      if (!positions.has(here.id)) continue;
      const told = {
        type: link.type,
        direction: here === link.to ? "in" : "out",
        id: other.id,
        name: other.name,
        kind: other.type,
        confidence: numberOf(link, "confidence"),
        quotes: link.quotes,
      };
      found.set(here.id, [...(found.get(here.id) ?? []), told]);
    }
  return found;
}

const propertiesOf = ({ properties }: CaseNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(properties.map(([key, value]) => [key, plainValue(value)]));

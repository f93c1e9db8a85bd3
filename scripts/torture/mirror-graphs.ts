// Random builds of a case for `mirror`: a graph of every kind of value, and a later build of it.
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  PropertyGraph,
  type PropertyValue,
  TimeValue,
} from "@redthread/core/graph";

type Random = () => number;

/** A build as data, so that a later one can be drawn from it. */
export interface DrawnBuild {
  readonly nodes: readonly DrawnNode[];
  readonly relationships: readonly DrawnRelationship[];
}
interface DrawnNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: readonly (readonly [string, PropertyValue])[];
}
interface DrawnRelationship {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly properties: readonly (readonly [string, PropertyValue])[];
}

const LABELS = ["Person", "Official", "Network", "Place", "odd `label`"];
const TYPES = ["KNOWS", "LEADS", "odd `type`"];
const KEYS = ["name", "quotes", "amount", "day", "key with `tick`", "__proto__"];
const VALUES: readonly ((random: Random) => PropertyValue)[] = [
  (random) => `text ${Math.floor(random() * 5)} “é” \u{1F600}`,
  (random) => Math.floor(random() * 1e6) - 5e5,
  () => 2n ** 62n,
  (random) => new Float(random() < 0.3 ? 3 : random() * 100),
  () => new Float(Number.NaN),
  (random) => random() < 0.5,
  (random) => Array.from({ length: Math.floor(random() * 4) }, (_, n) => `quote ${n}`),
  () => [new Float(1), new Float(2.5)],
  (random) => new DateValue(Math.floor(random() * 40_000) - 10_000),
  (random) => new LocalTimeValue(Math.floor(random() * 86_400e9)),
  () => new TimeValue(5, 3_600),
  () => new LocalDateTimeValue(19_000, 7),
  () => new DateTimeValue(19_000, 7, -18_000, null),
  () => new DurationValue(1, -2, 3, 4),
  () => new PointValue(4326, 12.5, 41.25, null),
];

const pick = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;

const properties = (random: Random): DrawnNode["properties"] =>
  KEYS.filter(() => random() < 0.4).map((key) => [key, pick(random, VALUES)(random)]);

/** A first build of up to about `size` nodes. */
export function drawBuild(random: Random, size: number): DrawnBuild {
  const count = 1 + Math.floor(random() * size);
  const nodes = Array.from({ length: count }, (_, n) => drawNode(random, `n${n}`));
  const links = Math.floor(random() * size * 2);
  const relationships = Array.from({ length: links }, (_, n) => drawLink(random, `r${n}`, count));
  return { nodes, relationships };
}

const drawNode = (random: Random, id: string): DrawnNode => ({
  id,
  labels: LABELS.filter(() => random() < 0.35),
  properties: properties(random),
});

const drawLink = (random: Random, id: string, nodes: number): DrawnRelationship => ({
  id,
  type: pick(random, TYPES),
  start: Math.floor(random() * nodes),
  end: Math.floor(random() * nodes),
  properties: properties(random),
});

/** A later build: some of it gone, some changed or leading elsewhere, some new. */
export function drawNextBuild(random: Random, before: DrawnBuild): DrawnBuild {
  const kept = before.nodes.map((node, at) => ({ node, at })).filter(() => random() < 0.8);
  const place = new Map(kept.map(({ at }, now) => [at, now]));
  const nodes = kept.map(({ node }) => (random() < 0.3 ? drawNode(random, node.id) : node));
  const fresh = Math.floor(random() * 6) + (nodes.length === 0 ? 1 : 0);
  for (let n = 0; n < fresh; n += 1) nodes.push(drawNode(random, `new${n}`));
  const relationships = before.relationships.flatMap((link): readonly DrawnRelationship[] => {
    const [start, end] = [place.get(link.start), place.get(link.end)];
    if (start === undefined || end === undefined || random() < 0.15) return [];
    if (random() < 0.15) return [drawLink(random, link.id, nodes.length)];
    return [{ ...link, start, end }];
  });
  for (let n = 0; n < 5; n += 1) relationships.push(drawLink(random, `fresh${n}`, nodes.length));
  return { nodes, relationships };
}

/** The graph of a build. */
export function graphOf({ nodes, relationships }: DrawnBuild): PropertyGraph {
  const graph = new PropertyGraph();
  const slots = nodes.map(({ id, labels, properties: own }) =>
    graph.createNode([...labels], [["id", id], ...own]),
  );
  for (const { id, type, start, end, properties: own } of relationships)
    graph.createRelationship(type, slots[start] ?? 0, slots[end] ?? 0, [["id", id], ...own]);
  return graph;
}

/*
 * A made-up case of any size, the same for the same seed: people, officials, networks and countries
 * with skewed degrees, parallel relationships, and properties of every common kind.
 */
import { PropertyGraph, type PropertyValue } from "@redthread/core/graph";
import { seededRandom } from "./seeded-random.js";

export interface CaseSize {
  readonly nodes: number;
  readonly relationships: number;
}

export const MEDIUM: CaseSize = { nodes: 100_000, relationships: 330_000 };

/** Share of nodes by label; countries and drugs are few whatever the size. */
const LABELS = [
  ["Person", 0.57],
  ["Document", 0.2],
  ["Place", 0.1],
  ["Official", 0.05],
  ["Operation", 0.05],
  ["Network", 0.02],
  ["Agency", 0.01],
] as const;

/** Type, label of the start, label of the end, share of relationships, skew of the end. */
const TYPES = [
  ["KNOWS", "Person", "Person", 0.22, 1.6],
  ["MENTIONS", "Document", "Person", 0.16, 1.4],
  ["TRANSFERRED", "Person", "Person", 0.12, 1.8],
  ["MEMBER_OF", "Person", "Network", 0.12, 1.3],
  ["CITIZEN_OF", "Person", "Country", 0.12, 1.5],
  ["LIVES_IN", "Person", "Place", 0.1, 1.4],
  ["OPERATES_IN", "Network", "Country", 0.04, 1.2],
  ["TRAFFICS", "Network", "Drug", 0.03, 1.2],
  ["TARGETED", "Operation", "Network", 0.03, 1.3],
  ["SEIZED", "Operation", "Drug", 0.03, 1.4],
  ["WORKS_FOR", "Official", "Agency", 0.03, 1.2],
] as const;

const GIVEN = ["Adel", "Basim", "Chia", "Dalia", "Emad", "Farid", "Ghada", "Hadi", "Iman", "Jamal"];
const FAMILY = ["Haddad", "Khoury", "Mansour", "Nasser", "Omar", "Qasim", "Rahman", "Saleh"];
const WORDS = ["port", "border", "truck", "market", "cash", "crossing", "night", "seal", "crate"];

export interface CaseGraph {
  readonly graph: PropertyGraph;
  /** Slots by label, in order. */
  readonly slots: ReadonlyMap<string, readonly number[]>;
}

/** `graph`: an empty one to fill, such as one of another build. */
export function caseGraph(
  { nodes, relationships }: CaseSize,
  seed = 7,
  graph: PropertyGraph = new PropertyGraph(),
): CaseGraph {
  const random = seededRandom(seed);
  const slots = new Map<string, number[]>();
  const add = (label: string, index: number, properties: [string, PropertyValue][]) => {
    const list = slots.get(label) ?? [];
    slots.set(label, list);
    list.push(graph.createNode([label], [["id", `${label[0]}${index}`], ...properties]));
  };
  for (const [label, count] of [["Country", 40] as const, ["Drug", 40] as const]) {
    for (let index = 0; index < count; index += 1) {
      add(label, index, [["name", `${label} ${index}`]]);
    }
  }
  for (const [label, share] of LABELS) {
    const count = Math.round(share * nodes);
    for (let index = 0; index < count; index += 1) {
      add(label, index, propertiesOf(label, index, random));
    }
  }
  for (const [type, start, end, share, skew] of TYPES) {
    const from = slots.get(start) ?? [];
    const to = slots.get(end) ?? [];
    const count = Math.round(share * relationships);
    for (let index = 0; index < count; index += 1) {
      const source = pick(from, random, 1.2);
      const target = pick(to, random, skew);
      graph.createRelationship(type, source, target, relationshipProperties(type, random));
    }
  }
  return { graph, slots };
}

/** Low places are picked more often, the more so the higher the skew. */
function pick(slots: readonly number[], random: () => number, skew: number): number {
  return slots[Math.floor(slots.length * random() ** skew)] ?? 0;
}

function propertiesOf(
  label: string,
  index: number,
  random: () => number,
): [string, PropertyValue][] {
  const word = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  if (label === "Person") {
    return [
      ["name", `${word(GIVEN)} ${word(FAMILY)} ${Math.floor(random() * 40_000)}`],
      ["age", 18 + Math.floor(random() * 60)],
      ["risk", Math.floor(random() * 100)],
    ];
  }
  if (label === "Document") {
    const words = Array.from({ length: 12 }, () => word(WORDS));
    const text = random() < 0.012 ? `${words.join(" ")} heroin` : words.join(" ");
    return [["text", text]];
  }
  return [["name", `${label} ${index}`]];
}

function relationshipProperties(type: string, random: () => number): [string, PropertyValue][] {
  return type === "TRANSFERRED" ? [["amount", Math.floor(random() * 100_000)]] : [];
}

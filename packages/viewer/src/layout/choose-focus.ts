import { isMention, isThing, relationOf } from "../scene/look-up.js";
import type { ContentKind } from "../scene/scene.js";
import type { PlacedContent } from "./place-scene.js";

/** Things on one focus, and of these those that stand on what was opened. */
const MOST = 64;
const MOST_OPENED = 40;
const MOST_GROUNDS = 9;
/** What is told in labels, tags and figures: it makes a picture of hubs, and is in the list. */
const FOLDED: ReadonlySet<string | null> = new Set(["goods", "place", "country"]);
/** People first. */
const ORDER: readonly (string | null)[] = ["official", "person", "group", "operation", "body"];
const PERSONS = 2;

/** What a focus shows. */
export interface FocusChoice {
  readonly things: readonly number[];
  /** States with a ground, the opened one first. */
  readonly states: readonly number[];
}

interface Reading {
  readonly content: PlacedContent;
  readonly roles: ReadonlyMap<string, ContentKind["role"]>;
  /** Other ends of the links of each node, with the sources of each. */
  readonly partners: readonly (readonly (readonly [other: number, sources: number])[])[];
}

/**
 * What stands around what was opened: the things of a state, or a thing itself; then who is one link
 * away; then who acted with those. What has least evidence is left out first.
 */
export function chooseFocus(content: PlacedContent, opened: number): FocusChoice {
  const reading = openReading(content);
  const node = content.nodes[opened];
  const isState = node?.isState !== null && node?.isState !== undefined;
  const first = isState ? standingOn(reading, opened).slice(0, MOST_OPENED) : [opened];
  const things = new Set<number>(first);
  let ring = first;
  for (let step = 0; step < 2 && things.size < MOST; step += 1) {
    const next = ranked(
      reading,
      ring.flatMap((at) => reading.partners[at] ?? []),
      things,
    );
    // The second ring only fills a picture that would be nearly empty.
    const room = step === 0 ? MOST - things.size : Math.max(0, 30 - things.size);
    ring = next.slice(0, room);
    for (const at of ring) things.add(at);
  }
  const home = isState ? opened : (node?.homes[0] ?? null);
  return { things: [...things], states: statesOf(content, [...things], home) };
}

function openReading(content: PlacedContent): Reading {
  const partners: (readonly [number, number])[][] = content.nodes.map(() => []);
  for (const edge of content.edges) {
    const { from, to, type, sources } = edge;
    if (from === to || isMention(content, edge) || relationOf(content, type).standing) continue;
    partners[from]?.push([to, sources]);
    partners[to]?.push([from, sources]);
  }
  return { content, roles: new Map(content.kinds.map(({ kind, role }) => [kind, role])), partners };
}

function isShown({ content, roles }: Reading, at: number): boolean {
  const node = content.nodes[at];
  return (
    node !== undefined &&
    isThing(node) &&
    node.isState === null &&
    !FOLDED.has(roles.get(node.kind) ?? null)
  );
}

/** Things of a state: people before groups before actions, and of equals the best linked. */
function standingOn(reading: Reading, state: number): readonly number[] {
  const { content, roles, partners } = reading;
  const found = content.nodes.flatMap((node, at) =>
    node.homes[0] === state && isShown(reading, at) ? [at] : [],
  );
  const weight = (at: number) =>
    (partners[at] ?? []).reduce((sum, [, sources]) => sum + sources, 0);
  const rank = (at: number) => {
    const place = ORDER.indexOf(roles.get(content.nodes[at]?.kind ?? "") ?? null);
    return place < 0 ? ORDER.length : place;
  };
  const isPerson = (at: number) => Number(rank(at) < PERSONS);
  // What nothing links is left to the list before what links do.
  const lone = (at: number) => Number(weight(at) === 0);
  return found.sort(
    (a, b) =>
      lone(a) - lone(b) ||
      isPerson(b) - isPerson(a) ||
      weight(b) - weight(a) ||
      rank(a) - rank(b) ||
      a - b,
  );
}

/** Other ends of links, those that most evidence joins first. */
function ranked(
  reading: Reading,
  ends: readonly (readonly [number, number])[],
  known: ReadonlySet<number>,
): readonly number[] {
  const weights = new Map<number, number>();
  for (const [at, sources] of ends) {
    if (known.has(at) || !isShown(reading, at)) continue;
    weights.set(at, (weights.get(at) ?? 0) + sources);
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || a - b).map(([at]) => at);
}

/** The states of some things, the opened one first, then those that hold most. */
function statesOf(
  { nodes }: PlacedContent,
  things: readonly number[],
  home: number | null,
): readonly number[] {
  const counts = new Map<number, number>();
  for (const at of things) {
    for (const state of nodes[at]?.homes ?? []) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const order = [...counts]
    .sort(([a, x], [b, y]) => Number(b === home) - Number(a === home) || y - x || a - b)
    .map(([state]) => state);
  const all = home !== null && !order.includes(home) ? [home, ...order] : order;
  return all.slice(0, MOST_GROUNDS);
}

/** Things of a state in the order in which a handle shows them, those already shown left out. */
export function moreOf(
  content: PlacedContent,
  state: number,
  shown: (at: number) => boolean,
): readonly number[] {
  return standingOn(openReading(content), state).filter((at) => !shown(at));
}

// Slots of one action that two reports fill differently: its day, its place, who acted, what was
// caught. A place that holds the other is the same told less closely.
import type { Claim, RelationClaim } from "../../model/claim.js";
import type { Verdict } from "../../model/figure-verdict.js";
import type { RelationRole } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { foldName } from "../../text/fold.js";
import { readText, readTraceNode } from "../read/trace-node.js";
import type { Comparison } from "./comparison.js";

/** A slot with what each report puts there. */
export interface DifferingSlot {
  readonly subject: string;
  readonly what: string;
  readonly verdict: Verdict;
  readonly values: readonly { readonly value: string; readonly claims: readonly Claim[] }[];
}

/** Slots that things fill, by the relation that fills them, and which end of it the action is. */
const SLOTS: readonly {
  readonly what: string;
  readonly role: RelationRole;
  readonly action: "subject" | "object";
}[] = [
  { what: "place", role: "place-of-action", action: "subject" },
  { what: "body", role: "conducted", action: "object" },
  { what: "goods", role: "seized", action: "subject" },
];

/** Levels of places that hold others. */
const AREAS: ReadonlySet<string> = new Set(["country", "adm1", "adm2", "region"]);

/** Every slot of an action that two reports fill with nothing in common, in order of action. */
export function differingSlots(
  claims: readonly Claim[],
  ground: Comparison,
): readonly DifferingSlot[] {
  return [...dayClaims(claims), ...SLOTS.flatMap((slot) => thingSlots(claims, slot, ground))];
}

/** Days that cannot be one; a month and a day of it can. */
function dayClaims(claims: readonly Claim[]): readonly DifferingSlot[] {
  const dated = claims.filter((claim) => claim.kind === "property" && claim.property === "date");
  return [...groupBy(dated, (claim) => claim.subject)].flatMap(([subject, told]) => {
    const byDay = groupBy(told, (claim) => (claim.kind === "property" ? String(claim.value) : ""));
    const days = [...byDay.keys()].sort(compareText);
    const isOne = days.every((day) => days.every((other) => areOne(day, other)));
    if (isOne || !isOfSeveral([...byDay.values()])) return [];
    const values = days.map((value) => ({ value, claims: byDay.get(value) ?? [] }));
    return [{ subject, what: "date", verdict: "conflict" as const, values }];
  });
}

const areOne = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function thingSlots(
  claims: readonly Claim[],
  { what, role, action }: (typeof SLOTS)[number],
  ground: Comparison,
): readonly DifferingSlot[] {
  const filling = claims.filter(
    (claim): claim is RelationClaim =>
      claim.kind === "relation" && ground.schema.relationRoleOf(claim.type) === role,
  );
  const other = action === "subject" ? "object" : "subject";
  return [...groupBy(filling, (claim) => claim[action])].flatMap(([subject, all]) => {
    const told = all.filter((claim) => isTelling(claim[other], ground));
    const byReport = [...groupBy(told, ({ document }) => document).values()];
    const sets = byReport.map((own) => new Set(own.map((claim) => claim[other])));
    const isApart = sets.some((one, at) =>
      sets.slice(at + 1).some((two) => ![...one].some((thing) => two.has(thing))),
    );
    if (!isApart) return [];
    const byThing = groupBy(told, (claim) => claim[other]);
    const things = [...byThing.keys()].sort(compareText);
    const isWider = what === "place" && things.some((thing) => isArea(thing, ground));
    // A city and the province around it that bear one name are told alike.
    if (new Set(things.map((thing) => foldName(nameOf(thing, ground)))).size < 2) return [];
    const values = things.map((thing) => ({
      value: nameOf(thing, ground),
      claims: byThing.get(thing) ?? [],
    }));
    const verdict = isWider ? ("different definition" as const) : ("conflict" as const);
    return [{ subject, what, verdict, values }];
  });
}

/** A state says no place, and a generic word names no goods. */
function isTelling(id: string, { graph, nodes, schema }: Comparison): boolean {
  const node = nodes.get(id);
  if (node === undefined) return false;
  const { labels } = readTraceNode(graph, node);
  const role = schema.roleOf(schema.kindOf(labels) ?? "");
  return role !== "country" && graph.nodeProperty(node, "unspecified") !== true;
}

const isArea = (id: string, { graph, nodes }: Comparison): boolean => {
  const node = nodes.get(id);
  return node !== undefined && AREAS.has(readText(graph.nodeProperty(node, "level")) ?? "");
};

const nameOf = (id: string, { graph, nodes }: Comparison): string => {
  const node = nodes.get(id);
  return node === undefined ? id : readTraceNode(graph, node).name;
};

const isOfSeveral = (groups: readonly (readonly Claim[])[]): boolean =>
  new Set(groups.flatMap((group) => group.map(({ document }) => document))).size > 1;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

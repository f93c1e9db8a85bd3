// A gold file and the question put to it: is what a claim says right by what its report says? Written
// after the annotation guide of the gold files; what a file marks as optional is neither right nor wrong.
import type { CaseBuild } from "@redthread/core/build";
import type { Claim, RelationClaim } from "@redthread/core/model";
import { meets, nameKeys } from "./gold-names.js";

/** `open` for what the gold leaves open: optional, or of a kind that it does not annotate. */
export type Verdict = "right" | "wrong" | "open";

interface GoldRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly optional?: boolean;
}

export interface GoldHaul {
  readonly drug: string;
  readonly amount?: number | null;
  readonly unit?: string | null;
}

export interface GoldOperation {
  readonly kind: string;
  readonly kind_accept?: readonly string[];
  readonly date: string | null;
  readonly date_accept?: readonly string[];
  readonly agencies?: readonly string[];
  readonly agencies_accept?: readonly string[];
  readonly partners?: readonly string[];
  readonly partners_accept?: readonly string[];
  readonly places?: readonly string[];
  readonly places_accept?: readonly string[];
  readonly networks?: readonly string[];
  readonly networks_accept?: readonly string[];
  readonly arrested?: number | null;
  readonly arrested_accept?: readonly number[];
  readonly killed?: number | null;
  readonly killed_accept?: readonly number[];
  readonly seized?: readonly GoldHaul[];
  readonly seized_accept?: readonly GoldHaul[];
  readonly persons?: readonly { readonly name: string; readonly optional?: boolean }[];
  readonly optional?: boolean;
}

interface GoldStatistic {
  readonly value: number | string | null;
  readonly attributed_to?: string | null;
  readonly optional?: boolean;
}

export interface GoldFile {
  readonly entities: readonly {
    readonly type: string;
    readonly name: string;
    readonly aliases?: readonly string[];
  }[];
  readonly relations: readonly GoldRelation[];
  /** Present in files of the second form only. */
  readonly ties?: readonly GoldRelation[];
  readonly operations?: readonly GoldOperation[];
  readonly statistics?: readonly GoldStatistic[];
}

const RELATIONS: ReadonlySet<string> = new Set(
  "AGENCY_OF PART_OF LOCATED_IN HOLDS_POSITION AFFILIATED_WITH COOPERATED_WITH TRAFFICS OPERATES_IN PRODUCED_IN SMUGGLED_FROM SMUGGLED_VIA SMUGGLED_TO".split(
    " ",
  ),
);
const TIES: ReadonlySet<string> = new Set(
  "LEADS ALLIED_WITH RIVAL_OF PROTECTS ASSOCIATED_WITH FAMILY_OF SUPPLIES OWNS CARRIED".split(" "),
);
const EITHER_WAY: ReadonlySet<string> = new Set(
  "COOPERATED_WITH ALLIED_WITH RIVAL_OF ASSOCIATED_WITH FAMILY_OF".split(" "),
);

/** A thing as one report tells of it. */
export interface ToldThing {
  readonly type: string;
  readonly isUnnamed: boolean;
  readonly keys: ReadonlySet<string>;
}

/** What one report of a case was read as: the things it tells of by entity id, and its claims. */
export interface ToldReport {
  readonly things: ReadonlyMap<string, ToldThing>;
  readonly claims: readonly Claim[];
}

/** What a case says that one of its documents tells; names of other documents count for nothing. */
export function toldIn(built: CaseBuild, document: string): ToldReport {
  const extraction = built.extractions.find((one) => one.document.id === document);
  const told = new Map((extraction?.entities ?? []).map((entity) => [entity.id, entity]));
  const things = new Map<string, ToldThing>();
  for (const { id, type, name, members, attributes } of built.resolution.entities) {
    const here = members.flatMap((member) => told.get(member) ?? []);
    if (here.length === 0) continue;
    const names = [name, ...here.flatMap((one) => [one.name, ...one.aliases])];
    const isUnnamed = attributes.unnamed === true;
    things.set(id, { type, isUnnamed, keys: nameKeys(type, names) });
  }
  return { things, claims: built.claims.filter((claim) => claim.document === document) };
}

/** A gold file, ready to be asked. */
export class Gold {
  readonly file: GoldFile;
  readonly #entities: readonly { readonly keys: ReadonlySet<string> }[];

  constructor(file: GoldFile) {
    this.file = file;
    this.#entities = file.entities.map(({ type, name, aliases = [] }) => ({
      keys: nameKeys(type, [name, ...aliases]),
    }));
  }

  /** Every key of the thing that a gold file calls by a name. */
  keysOf(name: string): ReadonlySet<string> {
    const keys = nameKeys("", [name]);
    const entity = this.#entities.find((one) => meets(one.keys, keys));
    return entity === undefined ? keys : new Set([...entity.keys, ...keys]);
  }

  /** Whether the gold has a relation between two things; both forms of a symmetric one count. */
  relation(type: string, from: ToldThing, to: ToldThing): Verdict {
    const isFaction = type === "PART_OF" && from.type === "Network" && to.type === "Network";
    const isTie = TIES.has(type) || isFaction;
    if (isTie && this.file.ties === undefined) return "open";
    if (!isTie && !RELATIONS.has(type)) return "open";
    const joins = (a: ToldThing, b: ToldThing, one: GoldRelation): boolean =>
      meets(this.keysOf(one.from), a.keys) && meets(this.keysOf(one.to), b.keys);
    const found = (isTie ? (this.file.ties ?? []) : this.file.relations).filter(
      (one) =>
        one.type === type &&
        (joins(from, to, one) || (EITHER_WAY.has(type) && joins(to, from, one))),
    );
    if (found.some((one) => one.optional !== true)) return "right";
    return found.length > 0 ? "open" : "wrong";
  }

  /** Whether the gold has a figure, told by someone where a teller is given. */
  statistic(value: number, teller: ToldThing | null): Verdict {
    const found = (this.file.statistics ?? []).filter((one) => isNear(Number(one.value), value));
    const told = found.filter(({ attributed_to }) => {
      if (teller === null) return true;
      return attributed_to != null && meets(this.keysOf(attributed_to), teller.keys);
    });
    if (told.some((one) => one.optional !== true)) return "right";
    const isOpen =
      told.length > 0 || found.some((one) => teller !== null && one.attributed_to == null);
    return isOpen ? "open" : "wrong";
  }
}

export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** The best of several verdicts: what one reading makes right is right. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("right")) return "right";
  return verdicts.includes("open") || verdicts.length === 0 ? "open" : "wrong";
}

export const isRelation = (claim: Claim): claim is RelationClaim => claim.kind === "relation";

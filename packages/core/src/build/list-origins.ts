// The origins behind what a case says, for whoever asks why five papers count as one.
import type { Claim, RelationClaim } from "../model/claim.js";
import type { Schema } from "../model/schema.js";
import type { Leaning } from "../origins/leaning.js";
import { groupOrigins, type Sourced } from "../origins/origin-groups.js";
import { compareText } from "../text/compare.js";
import { isHeld } from "./modality.js";
import type { StoredOrigins } from "./origin-lines.js";

/** One origin: the reports that speak with its voice, and why each does. */
export interface ListedOrigin {
  readonly name: string;
  readonly documents: readonly {
    readonly document: string;
    readonly reasons: readonly Leaning[];
  }[];
}

/** The origins of one relationship, or of all reports. */
export interface OriginList {
  /** Type and ends, or null for the list of all reports. */
  readonly link: { readonly type: string; readonly start: string; readonly end: string } | null;
  readonly origins: readonly ListedOrigin[];
  /** Origins that deny the link; they never support it. */
  readonly denials: readonly ListedOrigin[];
  /** Reports that told it and were taken back since. */
  readonly takenBack: readonly string[];
}

/** Origins of all reports of a case. */
export function listReportOrigins(
  documents: readonly string[],
  { leanings }: StoredOrigins,
): OriginList {
  const whole = leanings.filter(({ sentence }) => sentence === null);
  const statements = documents.map((document) => ({ document }));
  return { link: null, origins: listed(statements, whole), denials: [], takenBack: [] };
}

/**
 * Origins of each relationship between two things, in order of type; both ways of a symmetric type are
 * one link, as in the graph. A thing's links to itself are between it and itself alone.
 */
export function listLinkOrigins(
  ends: readonly [string, string],
  claims: readonly Claim[],
  stored: StoredOrigins,
  schema: Schema,
): readonly OriginList[] {
  const withdrawn = new Set(
    stored.withdrawals.flatMap(({ kind, of }) => (kind === "withdrawn" ? [of] : [])),
  );
  const [one, other] = ends;
  const between = claims.filter(
    (claim): claim is RelationClaim =>
      claim.kind === "relation" &&
      ((claim.subject === one && claim.object === other) ||
        (claim.subject === other && claim.object === one)),
  );
  const byLink = new Map<string, RelationClaim[]>();
  for (const claim of between) {
    const { type, subject, object } = claim;
    const isTurned = schema.relation(type)?.symmetric === true && object < subject;
    const [start, end] = isTurned ? [object, subject] : [subject, object];
    const key = `${type}\n${start}\n${end}`;
    byLink.set(key, [...(byLink.get(key) ?? []), { ...claim, subject: start, object: end }]);
  }
  return [...byLink]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, told]) => {
      const [first] = told;
      if (first === undefined) return [];
      const held = told.filter((claim) => isHeld(claim));
      const standing = held.filter(({ document }) => !withdrawn.has(document));
      const back = held.flatMap(({ document }) => (withdrawn.has(document) ? [document] : []));
      return [
        {
          link: { type: first.type, start: first.subject, end: first.object },
          origins: listed(standing, stored.leanings),
          denials: listed(
            told.filter(({ modality }) => modality === "denied"),
            stored.leanings,
          ),
          takenBack: [...new Set(back)].sort(),
        },
      ];
    });
}

function listed(
  statements: readonly Sourced[],
  leanings: readonly Leaning[],
): readonly ListedOrigin[] {
  return groupOrigins(leanings)
    .group(statements)
    .map(({ name, statements: told, leanings: reasons }) => ({
      name,
      documents: [...new Set(told.map(({ document }) => document))]
        .sort(compareText)
        .map((document) => ({
          document,
          reasons: reasons
            .filter((one) => one.document === document && !isSaidTwice(one))
            .sort(
              (a, b) => (a.sentence ?? -1) - (b.sentence ?? -1) || compareText(a.origin, b.origin),
            ),
        })),
    }));
}

/** A copy leans on its item and on who printed that; a reader is told once. */
const isSaidTwice = ({ kind, origin }: Leaning): boolean =>
  (kind === "copied" || kind === "reworded") && origin.startsWith("publisher:");

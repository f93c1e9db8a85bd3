import type { RelationRole } from "../model/schema.js";

/** What a rule of the engine is: the family that its figure falls back to, and the relations it makes. */
interface RuleDeclaration {
  readonly family: string;
  /** Empty for a rule that reads properties. */
  readonly roles: readonly RelationRole[];
  /** False for a rule whose links stand by a form that fits: the weights of the field say nothing of it. */
  readonly weighed?: false;
}

/**
 * Every rule that code reads by. What each is worth is measured and stands in the pack's
 * `measured.yaml`; a pack's own patterns are declared in its `relations.yaml`.
 */
export const RULES = {
  "operation.kind": { family: "action", roles: [] },
  "operation.date": { family: "action", roles: [] },
  "operation.arrested": { family: "action", roles: [] },
  "operation.killed": { family: "action", roles: [] },
  "operation.conducted": { family: "action", roles: ["conducted"] },
  "operation.supported": { family: "action", roles: ["supported"] },
  "operation.place-of-action": { family: "action", roles: ["place-of-action"] },
  "operation.targeted": { family: "action", roles: ["targeted"] },
  "operation.seized": { family: "action", roles: ["seized"] },
  "route.cue": {
    family: "route",
    roles: [
      "route-of",
      "route-from",
      "route-via",
      "route-to",
      "moved-from",
      "moved-via",
      "moved-to",
      "found-in",
    ],
  },
  "route.caught-at": { family: "route", roles: ["route-of", "route-via", "moved-via", "found-in"] },
  "statistic.figure": { family: "total", roles: ["reported"] },
  "place.in-state": { family: "origin", roles: ["lies-in"] },
  "agency.of-state": { family: "origin", roles: ["of-state"] },
  "post.title": { family: "post", roles: ["post"] },
  byline: { family: "byline", roles: ["member"] },
  "partner.frame": { family: "cooperation", roles: ["partner"] },
  "partner.said": { family: "cooperation", roles: ["partner"] },
  "part.anaphor": { family: "part", roles: ["part"] },
  "part.nested": { family: "part", roles: ["part"] },
  "network.frame-goods": { family: "group", roles: ["trade"] },
  "network.frame-place": { family: "group", roles: ["active-in"] },
  "network.clause-goods": { family: "group", roles: ["trade"] },
  "network.clause-place": { family: "group", roles: ["active-in"] },
  "identifier.beside": { family: "identifier", roles: ["identified-by"], weighed: false },
  "person.age": { family: "detail", roles: [] },
  "person.nationality": { family: "detail", roles: [] },
} as const satisfies Readonly<Record<string, RuleDeclaration>>;

/** A rule that is declared; any other name is an error of types. */
export type RuleId = keyof typeof RULES;

/** Families of the engine's rules, and the grammars that read the patterns and predicates of a pack. */
export type RuleFamily = (typeof RULES)[RuleId]["family"] | PatternFamily;

type PatternFamily = "pair" | "predicate";

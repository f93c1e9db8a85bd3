/** How a relationship reads from its start to its end, and back. */
export interface RelationWords {
  readonly forward: string;
  readonly back: string;
}

const WORDS: Readonly<Record<string, RelationWords>> = {
  AGENCY_OF: { forward: "is an agency of", back: "has the agency" },
  PART_OF: { forward: "is part of", back: "includes" },
  LOCATED_IN: { forward: "lies in", back: "includes" },
  HOLDS_POSITION: { forward: "holds a post in", back: "is served by" },
  AFFILIATED_WITH: { forward: "works with", back: "is joined by" },
  COOPERATED_WITH: { forward: "cooperated with", back: "cooperated with" },
  TRAFFICS: { forward: "traffics", back: "is trafficked by" },
  OPERATES_IN: { forward: "operates in", back: "is where there operates" },
  PRODUCED_IN: { forward: "is made in", back: "is where they make" },
  SMUGGLED_FROM: { forward: "is smuggled from", back: "is where they smuggle from" },
  SMUGGLED_VIA: { forward: "is smuggled through", back: "is crossed by" },
  SMUGGLED_TO: { forward: "is smuggled to", back: "is where they smuggle to" },
  CONDUCTED: { forward: "conducted", back: "was conducted by" },
  SUPPORTED: { forward: "supported", back: "was supported by" },
  TOOK_PLACE_IN: { forward: "took place in", back: "is where there took place" },
  TARGETED: { forward: "was aimed at", back: "was the target of" },
  SEIZED: { forward: "seized", back: "was seized in" },
  REPORTED: { forward: "reported", back: "was reported by" },
  ALLIED_WITH: { forward: "is allied with", back: "is allied with" },
  RIVAL_OF: { forward: "is a rival of", back: "is a rival of" },
  LEADS: { forward: "leads", back: "is led by" },
  PROTECTS: { forward: "protects", back: "is protected by" },
  ASSOCIATED_WITH: { forward: "is associated with", back: "is associated with" },
  FAMILY_OF: { forward: "is family of", back: "is family of" },
  OF: { forward: "carries", back: "is carried along" },
  FROM: { forward: "starts in", back: "is where there starts" },
  VIA: { forward: "passes through", back: "is passed through by" },
  TO: { forward: "ends in", back: "is where there ends" },
  FOUND_IN: { forward: "came to light in", back: "brought to light" },
  SUPPLIES: { forward: "supplies", back: "is supplied by" },
};

/** Words for a relationship type; a type a pack adds reads as its name in lower case both ways. */
export function relationWords(type: string): RelationWords {
  const known = WORDS[type];
  if (known) return known;
  const words = type.toLowerCase().replaceAll("_", " ");
  return { forward: words, back: `${words} (from)` };
}

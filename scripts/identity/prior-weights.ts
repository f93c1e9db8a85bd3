// What is believed of identity before any pair is seen. The fit starts here and moves a weight only as far
// as pairs ask for it, so that a feature that few pairs show keeps a sensible one.
import { IDENTITY_FEATURES, type IdentityFeature, type WeighedKind } from "@redthread/core/packs";

/** Weights of one kind before the fit. */
export interface PriorWeights {
  readonly base: number;
  readonly features: Readonly<Partial<Record<IdentityFeature, number>>>;
}

export const PRIOR_WEIGHTS: Readonly<Record<WeighedKind, PriorWeights>> = {
  person: {
    base: -3,
    features: {
      same: 3.2,
      particles: 3.2,
      joined: 3,
      order: 2.6,
      spelling: 2.8,
      contained: 2.6,
      near: 2.2,
      nickname: 2,
      initials: 1,
      lone: -2,
      full: 0.8,
      rivals: -0.5,
      "told-beside": 3.2,
      state: 1.4,
      post: 1.4,
      anchor: 3.2,
      "anchor-and-post": 3.6,
      alone: 1.4,
      place: 0.6,
      "other-places": -0.4,
      contradiction: -3,
      age: 2.5,
    },
  },
  body: {
    base: -3,
    features: {
      same: 3.5,
      alias: 3.5,
      order: 3.4,
      joined: 3.2,
      translated: 3.3,
      spelling: 3,
      acronym: 3,
      ranks: 1.6,
      described: 1,
      seat: 1.6,
      alone: 1.8,
      rivals: -0.6,
      state: 2.4,
      "state-of-one": -0.5,
      "state-of-none": -0.2,
      "state-beside": 3.5,
      common: -1.5,
      "same-states": 1.6,
      place: 1,
      neighbour: 0.5,
      "other-states": -1.5,
      key: 5,
      "different-key": -1,
      "different-words": -3,
    },
  },
  group: {
    base: -1.2,
    features: {
      same: 4.6,
      alias: 4.6,
      joined: 3.6,
      order: 2,
      translated: 3.3,
      spelling: 3.6,
      acronym: 2.8,
      contained: 1.5,
      near: 2,
      key: 5,
      "different-key": -3,
      lone: -0.3,
      kind: -0.5,
      "different-kind": -3,
      "other-states": -0.6,
      "other-places": -0.1,
      "same-states": 0.8,
      place: 1,
      neighbour: 1,
    },
  },
  place: {
    base: -3,
    features: {
      same: 3.5,
      spelling: 2.4,
      state: 2.5,
      key: 7,
      "town-and-province": 1,
      "state-of-one": 0,
      "state-of-none": -0.5,
      "same-states": 1,
      "other-states": -2,
    },
  },
};

/** Features in the order of their table. */
export const FEATURES: readonly IdentityFeature[] = [...IDENTITY_FEATURES.keys()];

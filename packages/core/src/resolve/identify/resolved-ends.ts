import type { EntityAttributes } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";

/** Canonical ids, states and roles of what lies around an entity, as far as they are resolved. */
export interface ResolvedEnds {
  /** Canonical id of a document entity of an earlier stage, or undefined. */
  readonly canonicalOf: (documentEntity: string) => string | undefined;
  /** State of a canonical entity of an earlier stage, or undefined. */
  readonly countryOf: (canonical: string) => string | undefined;
  /** Role of a canonical entity of an earlier stage, or undefined. */
  readonly roleOf: (canonical: string) => EntityRole | undefined;
  /** Name of a canonical entity of an earlier stage, or undefined. */
  readonly nameOf: (canonical: string) => string | undefined;
  /** What is known of a canonical entity of an earlier stage, or undefined. */
  readonly attributesOf: (canonical: string) => EntityAttributes | undefined;
}

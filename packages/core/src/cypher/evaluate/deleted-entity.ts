import { CypherError } from "../source/cypher-error.js";

/** What reading from a deleted node or relationship raises. */
export function deletedEntity(what: "node" | "relationship"): CypherError {
  return new CypherError({
    kind: "EntityNotFound",
    phase: "runtime",
    detail: "DeletedEntityAccess",
    message: `The query reads a ${what} that it has deleted. Read what is needed before DELETE, in a WITH.`,
  });
}

import { RedthreadError } from "../../errors/redthread-error.js";
import type { SourceSpan } from "./source-span.js";

/** The class of an error as the openCypher TCK names it. */
export type CypherErrorKind =
  | "SyntaxError"
  | "SemanticError"
  | "ParameterMissing"
  | "TypeError"
  | "ArgumentError"
  | "ArithmeticError"
  | "PropertyNotFound"
  | "LabelNotFound"
  | "EntityNotFound"
  | "ConstraintVerificationFailed"
  | "ConstraintValidationFailed"
  | "ProcedureError";

export type CypherErrorPhase = "compile time" | "runtime";

export interface CypherErrorFields {
  readonly kind: CypherErrorKind;
  readonly phase: CypherErrorPhase;
  /** The TCK's code, such as `UndefinedVariable`. */
  readonly detail: string;
  readonly message: string;
  readonly span?: SourceSpan | null;
  /** A whole sentence that says what to write instead; it is appended to the message. */
  readonly hint?: string | null;
  readonly cause?: unknown;
}

/**
 * A query that cannot be run, or failed while it ran. `kind`, `phase` and `detail` are the openCypher
 * TCK's three terms for an error; `span` is the part of the query text to blame, where one is known.
 */
export class CypherError extends RedthreadError {
  override readonly name: string = "CypherError";
  readonly kind: CypherErrorKind;
  readonly phase: CypherErrorPhase;
  readonly detail: string;
  readonly span: SourceSpan | null;
  readonly hint: string | null;

  constructor(fields: CypherErrorFields) {
    const hint = fields.hint ?? null;
    super(
      "QUERY_INVALID",
      hint === null ? fields.message : `${fields.message} ${hint}`,
      fields.cause === undefined ? undefined : { cause: fields.cause },
    );
    this.kind = fields.kind;
    this.phase = fields.phase;
    this.detail = fields.detail;
    this.span = fields.span ?? null;
    this.hint = hint;
  }
}

/** What went wrong, for programs: branch on the code, never on the sentence. */
export type RedthreadErrorCode =
  | "INPUT_UNREADABLE"
  | "INPUT_EMPTY"
  | "INPUT_TOO_LARGE"
  | "INPUT_UNSUPPORTED"
  | "PACK_INVALID"
  | "EVIDENCE_NOT_IN_TEXT"
  | "EVIDENCE_MISSING"
  | "CASE_NOT_FOUND"
  | "CASE_DAMAGED"
  | "CASE_BUSY"
  | "CASE_OUTDATED"
  | "CLAIM_INVALID"
  | "GRAPH_INVALID"
  | "ENTITY_NOT_FOUND"
  | "ENTITY_AMBIGUOUS"
  | "LINK_NOT_FOUND"
  | "QUERY_INVALID"
  | "QUERY_LIMIT"
  | "STORE_UNREACHABLE"
  | "STORE_REFUSED"
  | "EXPORT_FAILED"
  | "USAGE";

/**
 * A failure the caller can act on. The message says what was found, what was expected and what to
 * do, in that order; programming mistakes stay plain `TypeError`s.
 */
export class RedthreadError extends Error {
  override readonly name: string = "RedthreadError";
  readonly code: RedthreadErrorCode;

  constructor(code: RedthreadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

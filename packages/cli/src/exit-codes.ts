import { RedthreadError, type RedthreadErrorCode } from "@redthread/core/errors";

/** What the exit code of `redthread` says to a script. 130 is the shell's own for Ctrl-C. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  query: 3,
  unreachable: 4,
  evidence: 5,
  someUnread: 6,
  limit: 7,
  busy: 8,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_ERROR: Readonly<Record<RedthreadErrorCode, ExitCode>> = {
  USAGE: EXIT.usage,
  QUERY_INVALID: EXIT.query,
  QUERY_LIMIT: EXIT.limit,
  STORE_UNREACHABLE: EXIT.unreachable,
  STORE_REFUSED: EXIT.unreachable,
  EVIDENCE_NOT_IN_TEXT: EXIT.evidence,
  EVIDENCE_MISSING: EXIT.evidence,
  CASE_BUSY: EXIT.busy,
  CASE_NOT_FOUND: EXIT.failed,
  CASE_DAMAGED: EXIT.evidence,
  CASE_OUTDATED: EXIT.failed,
  INPUT_UNREADABLE: EXIT.failed,
  INPUT_EMPTY: EXIT.failed,
  INPUT_TOO_LARGE: EXIT.failed,
  INPUT_UNSUPPORTED: EXIT.failed,
  PACK_INVALID: EXIT.failed,
  CLAIM_INVALID: EXIT.failed,
  GRAPH_INVALID: EXIT.failed,
  ENTITY_NOT_FOUND: EXIT.failed,
  LINK_NOT_FOUND: EXIT.failed,
  ENTITY_AMBIGUOUS: EXIT.failed,
  EXPORT_FAILED: EXIT.failed,
};

/** The exit code of a failure; anything that is neither ours nor the system's is a bug. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof RedthreadError) return BY_ERROR[error.code];
  return isSystemError(error) ? EXIT.failed : EXIT.bug;
}

/** A refusal of the operating system, such as a full disk. */
export function isSystemError(
  error: unknown,
): error is Error & { readonly code: string; readonly path?: string } {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^E[A-Z0-9]+$/.test(error.code)
  );
}

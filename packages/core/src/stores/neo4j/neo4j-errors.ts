import { CypherError, type CypherErrorKind } from "../../cypher/source/cypher-error.js";
import type { SourceSpan } from "../../cypher/source/source-span.js";
import { RedthreadError } from "../../errors/redthread-error.js";

/** Where the store was reached and as whom; what its sentences name. Never a password. */
export interface Neo4jAddress {
  readonly uri: string;
  readonly username: string;
  readonly database: string | null;
  readonly timeoutMs: number;
  /** False when no password was given, which the server may not accept. */
  readonly hasPassword: boolean;
}

interface DriverError {
  readonly code: string;
  readonly message: string;
}

const STATEMENT_KINDS: Readonly<Record<string, CypherErrorKind>> = {
  SyntaxError: "SyntaxError",
  SemanticError: "SemanticError",
  TypeError: "TypeError",
  ArgumentError: "ArgumentError",
  ArithmeticError: "ArithmeticError",
  ParameterMissing: "ParameterMissing",
  PropertyNotFound: "PropertyNotFound",
  LabelNotFound: "LabelNotFound",
  EntityNotFound: "EntityNotFound",
  ConstraintVerificationFailed: "ConstraintVerificationFailed",
  ConstraintValidationFailed: "ConstraintValidationFailed",
};

const LOST = new Set(["ServiceUnavailable", "SessionExpired", "N/A"]);

function isDriverError(error: unknown): error is Error & DriverError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** The failure of a call to the driver as one of ours; an error that is ours already passes through. */
export function asStoreError(error: unknown, address: Neo4jAddress): unknown {
  if (error instanceof RedthreadError || !isDriverError(error)) return error;
  if (LOST.has(error.code)) return unreachable(error, address);
  const [, , area = "", title = ""] = error.code.split(".");
  if (area === "Security") return refused(error, title, address);
  if (area === "Database" || area === "Cluster") return databaseRefused(error, address);
  if (title.startsWith("TransactionTimedOut") || title.includes("OutOfMemory")) {
    return atLimit(error, title, address);
  }
  if (error.code.startsWith("Neo.ClientError.")) return queryError(error, title);
  return new RedthreadError(
    "STORE_REFUSED",
    `Neo4j at \`${address.uri}\` could not finish (${error.code}): ${firstLine(error.message)}`,
    { cause: error },
  );
}

function unreachable(error: Error & DriverError, { uri, timeoutMs }: Neo4jAddress): RedthreadError {
  const limit = timeoutMs.toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const found = speaksHttp(error.message)
    ? `\`${uri}\` answers, but with HTTP. Give its Bolt port, which is 7687 unless it was changed.`
    : `Neo4j at \`${uri}\` did not answer (tried once, limit ${limit} ms${causeOf(error.message)}). Is it running, and is this its Bolt address?`;
  return new RedthreadError("STORE_UNREACHABLE", found, { cause: error });
}

/** The system's own word for a failed connection, such as `: ECONNREFUSED`. */
function causeOf(message: string): string {
  const word = /\bE[A-Z]{4,}(?:_[A-Z]+)?\b/.exec(message);
  return word === null ? "" : `: ${word[0]}`;
}

function speaksHttp(message: string): boolean {
  return message.includes("HTTP");
}

function refused(error: Error & DriverError, title: string, address: Neo4jAddress): RedthreadError {
  const { uri, username } = address;
  const sentence = (() => {
    switch (title) {
      case "Unauthorized":
        if (!address.hasPassword) {
          return `Neo4j at \`${uri}\` asks for a password and none was given. Set NEO4J_PASSWORD, and NEO4J_USERNAME where the user is not \`neo4j\`.`;
        }
        return `Neo4j at \`${uri}\` refused the password of user \`${username}\`. Set NEO4J_USERNAME and NEO4J_PASSWORD to a login that it knows.`;
      case "AuthenticationRateLimit":
        return `Neo4j at \`${uri}\` has locked user \`${username}\` for some seconds after wrong passwords. Wait, correct NEO4J_PASSWORD and try again.`;
      case "CredentialsExpired":
        return `The password of user \`${username}\` at \`${uri}\` has to be changed first. Do so with \`ALTER CURRENT USER SET PASSWORD\` and set NEO4J_PASSWORD.`;
      case "Forbidden":
        return `User \`${username}\` may not do that at \`${uri}\`: ${firstLine(error.message)} Ask for the right or use another login.`;
      default:
        return `Neo4j at \`${uri}\` refused user \`${username}\` (${error.code}): ${firstLine(error.message)}`;
    }
  })();
  return new RedthreadError("STORE_REFUSED", sentence, { cause: error });
}

function databaseRefused(error: Error & DriverError, address: Neo4jAddress): RedthreadError {
  const database = address.database === null ? "its default database" : `\`${address.database}\``;
  return new RedthreadError(
    "STORE_REFUSED",
    `Neo4j at \`${address.uri}\` has no use of ${database} (${error.code}): ${firstLine(error.message)} Check NEO4J_DATABASE.`,
    { cause: error },
  );
}

function atLimit(error: Error & DriverError, title: string, address: Neo4jAddress): RedthreadError {
  const limit = title.startsWith("TransactionTimedOut") ? "time" : "memory";
  return new RedthreadError(
    "QUERY_LIMIT",
    `Neo4j at \`${address.uri}\` stopped the query at its ${limit} limit and changed nothing. Narrow the query, or raise the limit.`,
    { cause: error },
  );
}

function queryError(error: Error & DriverError, title: string): RedthreadError {
  const kind = STATEMENT_KINDS[title];
  if (title === "AccessMode") {
    return new RedthreadError(
      "QUERY_INVALID",
      "The query writes, and this connection only reads. Add `--write` to change the database.",
      { cause: error },
    );
  }
  if (kind === undefined) {
    return new RedthreadError("QUERY_INVALID", `${firstLine(error.message)} (${error.code})`, {
      cause: error,
    });
  }
  const { sentence, span } = placeOf(error.message);
  return new CypherError({
    kind,
    phase: kind === "SyntaxError" ? "compile time" : "runtime",
    detail: error.code,
    message: sentence,
    span,
    cause: error,
  });
}

const PLACE = / ?\(line \d+, column \d+ \(offset: (\d+)\)\)/;

/** Neo4j ends a message with the place and repeats the query under it; both become a span. */
function placeOf(message: string): { sentence: string; span: SourceSpan | null } {
  const line = firstLine(message);
  const place = PLACE.exec(line);
  if (place === null) return { sentence: line, span: null };
  const start = Number(place[1]);
  return { sentence: line.replace(PLACE, ""), span: { start, end: start + 1 } };
}

function firstLine(message: string): string {
  const end = message.indexOf("\n");
  return (end === -1 ? message : message.slice(0, end)).trim();
}

import { RedthreadError } from "../../errors/redthread-error.js";

/** Scheme, host and port: all that an address may have. A name of letters, an IPv4 or a bracketed IPv6. */
const ADDRESS =
  /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?\/?$/;

/** What may hold a login: anything before an at sign, however it is written, or behind a second colon. */
const LOGIN = /@|＠|%40|%3a|:[^:/]*:/i;

const FORM = "Write one such as `bolt://localhost:7687` or `neo4j+s://host`.";

/**
 * The address of a server, without spaces around it. Whatever is not plainly scheme, host and port may
 * hold a password somewhere, so nothing of it is repeated.
 * @throws RedthreadError `USAGE` for any other form.
 */
export function readAddress(text: string): string {
  const address = text.trim();
  if (ADDRESS.test(address) && Number(/:(\d+)\/?$/.exec(address)?.[1] ?? 0) <= 65_535)
    return address;
  const scheme = /^([a-z]{1,8}):\/\/[A-Za-z0-9.-]*$/i.exec(address)?.[1];
  const found =
    scheme === undefined
      ? "The address is no Neo4j address of scheme, host and port"
      : `An address that begins with \`${scheme}:\` is no Neo4j address`;
  const login = LOGIN.test(address)
    ? " It may hold a login, which other users of this machine could read: set NEO4J_USERNAME and NEO4J_PASSWORD instead."
    : "";
  throw new RedthreadError("USAGE", `${found}.${login} ${FORM}`);
}

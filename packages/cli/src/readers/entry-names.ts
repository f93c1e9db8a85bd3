/**
 * A name inside an archive as a path that stays inside it: no root, no drive, no way up, no sign that a
 * terminal obeys. The same name gives the same path.
 */
export function safeName(name: string): string {
  const parts = name
    .replaceAll("\\", "/")
    .replace(/\p{Cc}/gu, "_")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[a-z]:$/i.test(part));
  return parts.join("/") || "unnamed";
}

/** What programs leave in archives for themselves. */
export const isLitter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);

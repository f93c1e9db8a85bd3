import { soundsLike } from "./spelling.js";

/** `A. Karim Haddad`, `Ahmed K. Haddad`, `Ahmed Karim Haddad`: initials and whole words, the last whole. */
export function initialsMatch(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const isInitial = (token: string): boolean => token.length === 1;
  if (!a.some(isInitial) && !b.some(isInitial)) return false;
  const [last, other] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  if (isInitial(last) || isInitial(other)) return false;
  return a.every((token, at) => {
    const met = b[at] ?? "";
    return isInitial(token) || isInitial(met)
      ? token.charAt(0) === met.charAt(0)
      : soundsLike(token, met);
  });
}

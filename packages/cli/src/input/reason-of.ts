import { isSystemError } from "../exit-codes.js";

/** A refusal of the operating system in words. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  switch (error.code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "it may not be opened by this user";
    case "ELOOP":
      return "it is a link to itself";
    case "ENOTDIR":
      return "a part of its path is no folder";
    case "ENAMETOOLONG":
      return "its name is too long";
    case "EISDIR":
      return "it is a folder";
    case "EMFILE":
      return "too many files are open";
    default:
      return `the system says ${error.code}`;
  }
}

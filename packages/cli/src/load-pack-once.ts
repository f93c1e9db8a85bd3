import { type DomainPack, loadPack, type PackFiles } from "@redthread/core/packs";

interface Loaded {
  readonly files: PackFiles;
  readonly pack: DomainPack;
}

/** Compiling a pack takes half a second, and a process may run many command lines with the same one. */
let last: Loaded | null = null;

/**
 * {@link loadPack}, or the pack that was loaded last where not a letter of its files has changed.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function loadPackOnce(files: PackFiles): DomainPack {
  if (last === null || !areSame(files, last.files)) last = { files, pack: loadPack(files) };
  return last.pack;
}

const LAYERS = ["world", "language", "domain"] as const;

function areSame(a: PackFiles, b: PackFiles): boolean {
  return LAYERS.every(
    (layer) =>
      a[layer].size === b[layer].size &&
      [...a[layer]].every(([path, text]) => b[layer].get(path) === text),
  );
}

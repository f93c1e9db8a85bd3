import { readHash, writeHash } from "../interact/hash-state.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Store } from "./store.js";

/** Keeps the address and the state in step; sandboxed pages may refuse, and nothing depends on it. */
export function keepAddress(scene: PageScene, store: Store): void {
  store.listen((state) => write(writeHash(scene, state)));
  addEventListener("hashchange", () => {
    const read = readHash(scene, location.hash);
    if (read !== null && writeHash(scene, store.state) !== location.hash) store.set(read.state);
  });
}

function write(hash: string): void {
  try {
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
  } catch {
    try {
      location.hash = hash === "" ? "#?" : hash;
    } catch {
      // The address stays as it was.
    }
  }
}

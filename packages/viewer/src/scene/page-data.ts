import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { type PackedScene, type PageScene, packScene, unpackScene } from "./page-scene.js";
import type { Scene } from "./scene.js";

/** A scene as the text of a data block; deflated and in base 64 where the case is large. */
export interface PageData {
  readonly text: string;
  readonly isDeflated: boolean;
}

export function writePageData(scene: Scene): PageData {
  const text = JSON.stringify(packScene(scene));
  if (scene.overview === null) return { text, isDeflated: false };
  return { text: base64(deflateSync(strToU8(text), { level: 9 })), isDeflated: true };
}

/** The scene of a data block that the same version of the viewer wrote. */
export function readPageData({ text, isDeflated }: PageData): PageScene {
  const json = isDeflated ? strFromU8(inflateSync(bytesOf(text))) : text;
  return unpackScene(JSON.parse(json) as PackedScene);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes in base 64, with its padding. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    text += ALPHABET.charAt(a >> 2);
    text += ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    text += b === undefined ? "=" : ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    text += c === undefined ? "=" : ALPHABET.charAt(c & 63);
  }
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

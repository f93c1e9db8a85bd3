import type { Scene, SceneDocument, SceneEvidence } from "./scene.js";

/** The scene as a page's script needs it: quotes and hashes stand in the page already. */
export type PageScene = Omit<Scene, "evidence" | "documents"> & {
  readonly evidence: readonly Pick<SceneEvidence, "number" | "document" | "paragraph">[];
  readonly documents: readonly Pick<SceneDocument, "title" | "publisher" | "date">[];
};

/** Leaves out what the page holds as text, so that it is not written twice. */
export function toPageScene(scene: Scene): PageScene {
  return {
    ...scene,
    evidence: scene.evidence.map(({ number, document, paragraph }) => ({
      number,
      document,
      paragraph,
    })),
    documents: scene.documents.map(({ title, publisher, date }) => ({ title, publisher, date })),
  };
}

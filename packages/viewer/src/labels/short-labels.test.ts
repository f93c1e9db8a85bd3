import { describe, expect, it } from "vitest";
import type { ContentNode } from "../scene/scene.js";
import { LABEL_SIZE } from "../theme/fonts.js";
import { distinctLabels } from "./short-labels.js";
import { wrapLabel } from "./wrap-label.js";

const OFFICE =
  "Provincial Directorate for the Protection of Wildlife and the Control of Trade in the District of";

const shown = (...labels: readonly string[]): readonly string[] =>
  distinctLabels(labels.map((label) => ({ label }) as ContentNode)).map(({ label }) => label);
const onPicture = (label: string) => wrapLabel(label, LABEL_SIZE, false).lines.join(" ");

describe("the labels of long names", () => {
  it("show what tells them apart", () => {
    const labels = shown(`${OFFICE} Aldmoor`, `${OFFICE} Bricksea`, `${OFFICE} Bricksea North`);
    expect(labels).toEqual([
      "Provincial Directorate … Aldmoor",
      "Provincial Directorate … Bricksea",
      "Provincial Directorate … Bricksea North",
    ]);
    expect(new Set(labels.map(onPicture)).size).toBe(3);
  });

  it("are left as they are where they fit, or where they begin like no other", () => {
    const names = ["Quay Police", `Northern ${OFFICE} Aldmoor`, `Southern ${OFFICE} Aldmoor`];
    expect(shown(...names)).toEqual(names);
  });

  it("are left alone where two things bear one name", () => {
    expect(shown(`${OFFICE} Aldmoor`, `${OFFICE} Aldmoor`)).toEqual([
      `${OFFICE} Aldmoor`,
      `${OFFICE} Aldmoor`,
    ]);
  });
});

import type { NameSearch } from "../interact/name-search.js";
import { callName } from "../panel/link-words.js";
import type { PageScene } from "../scene/page-scene.js";
import { element } from "./element.js";
import { createNamePicker } from "./name-picker.js";

/** A form that asks for the ends of a chain; the first is given where a thing is open. */
export function createThreadForm(
  scene: PageScene,
  search: NameSearch,
  from: number | null,
  follow: (from: number, to: number) => void,
): HTMLElement {
  const chosen: { from: number | null; to: number | null } = { from, to: null };
  const key = from === null ? "any" : String(from);
  const tell = element("p", { class: "soft" });
  const go = () => {
    if (chosen.from === null || chosen.to === null) return;
    if (chosen.from === chosen.to) tell.textContent = "Choose two different names.";
    else follow(chosen.from, chosen.to);
  };
  const field = (end: "from" | "to", label: string) => {
    const input = element("input", {
      type: "search",
      "aria-label": label,
      placeholder: label,
      autocomplete: "off",
      spellcheck: "false",
    });
    createNamePicker(input, scene, search, `thread-${end}-${key}`, (node) => {
      chosen[end] = node;
      input.value = callName(scene, node);
      go();
    });
    return element("div", { class: "find" }, input);
  };
  return element(
    "section",
    { class: "thread-form" },
    element(
      "h3",
      { class: "eyebrow" },
      from === null ? "Follow a thread of your own" : "Follow the thread",
    ),
    ...(from === null ? [field("from", "From")] : []),
    field("to", from === null ? "To" : "From here to"),
    tell,
  );
}

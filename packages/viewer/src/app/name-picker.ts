import type { NameSearch } from "../interact/name-search.js";
import { styleOf } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";
import { capitalised } from "../scene/wording.js";
import { element, name } from "./element.js";

/**
 * Makes an input find names while one types: a list under it, arrows and Enter to choose, Esc to
 * close. `pick` hears the node chosen.
 */
export function createNamePicker(
  input: HTMLInputElement,
  scene: PageScene,
  search: NameSearch,
  id: string,
  pick: (node: number) => void,
): void {
  const list = element("ul", { class: "found", role: "listbox", id, hidden: "" });
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  let found: readonly number[] = [];
  let at = 0;
  const show = () => {
    list.replaceChildren(
      ...found.map((node, nth) => option(scene, node, `${id}-${nth}`, nth === at)),
    );
    if (found.length === 0 && input.value.trim() !== "") list.append(nothing());
    const open = input.value.trim() !== "";
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (found.length > 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (node: number | undefined) => {
    if (node === undefined) return;
    close();
    pick(node);
  };
  input.addEventListener("input", () => {
    found = input.value.trim() === "" ? [] : search(input.value);
    at = 0;
    show();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("[data-nth]") : null;
    if (row instanceof HTMLElement) choose(found[Number(row.dataset["nth"])]);
  });
  input.addEventListener("blur", close);
}

function option(scene: PageScene, node: number, id: string, chosen: boolean): HTMLElement {
  const { name: text = "", kind = "" } = scene.nodes[node] ?? {};
  return element(
    "li",
    {
      role: "option",
      id,
      "data-nth": id.slice(id.lastIndexOf("-") + 1),
      "aria-selected": String(chosen),
    },
    name(text),
    element("small", {}, capitalised(styleOf(scene, kind).word)),
  );
}

function nothing(): HTMLElement {
  return element("li", { class: "soft" }, "No such name in these reports.");
}

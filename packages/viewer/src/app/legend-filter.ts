import { element, find } from "./element.js";
import type { Store } from "./store.js";

/**
 * Makes the legend the filter: a click hides a kind, a click on the only one hidden shows it again,
 * Alt or a double click shows one alone.
 */
export function createLegendFilter(root: ParentNode, store: Store): void {
  const legend = find(root, ".legend", HTMLElement);
  const rows = [...root.querySelectorAll<HTMLElement>(".legend li")];
  const kinds = rows.map((row) => row.dataset["kind"] ?? "");
  const buttons = rows.map((row, at) => {
    const button = element("button", { type: "button", "aria-pressed": "true" }, ...row.childNodes);
    button.title = "Click to hide; double click to show alone";
    row.append(button);
    button.addEventListener("click", () =>
      store.set({ hidden: toggled(store.state.hidden, kinds[at] ?? "") }),
    );
    button.addEventListener("dblclick", () =>
      store.set({ hidden: alone(kinds, kinds[at] ?? "", store.state.hidden) }),
    );
    return button;
  });
  const all = element("button", { type: "button", class: "all", hidden: "" }, "Show all kinds");
  all.addEventListener("click", () => store.set({ hidden: new Set() }));
  legend.after(all);
  store.listen(({ hidden }) => {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-pressed", String(!hidden.has(kinds[at] ?? "")));
    });
    all.hidden = hidden.size === 0;
  });
}

function toggled(hidden: ReadonlySet<string>, kind: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(kind)) next.add(kind);
  return next;
}

/** All but one hidden; all shown where it stood alone already. */
function alone(
  kinds: readonly string[],
  kind: string,
  hidden: ReadonlySet<string>,
): ReadonlySet<string> {
  const others = kinds.filter((other) => other !== kind);
  return others.every((other) => hidden.has(other)) ? new Set() : new Set(others);
}

import { rangeWords } from "@redthread/core/trace";
import { svg } from "../render/svg-node.js";
import type { PageScene } from "../scene/page-scene.js";
import { element, svgDom } from "./element.js";
import type { Store } from "./store.js";

/** Makes the bars of months a brush: drag over them, or choose a first and a last month by keyboard. */
export function createMonthsFilter(root: ParentNode, scene: PageScene, store: Store): void {
  const timeline = root.querySelector("svg.timeline");
  if (!(timeline instanceof SVGSVGElement)) return;
  const first = Number(timeline.dataset["first"]);
  const step = Number(timeline.dataset["step"]);
  const left = Number(timeline.dataset["left"]);
  const count = Number(timeline.dataset["count"]);
  if (count < 2) return;
  const months = Array.from({ length: count }, (_, at) => monthOf(first + at));
  const band = svgDom(
    svg("rect", { class: "band", y: 0, height: 44, fill: "var(--ink)", "fill-opacity": 0.09 }),
  );
  const bar = element("p", { class: "months-note soft" });
  timeline.prepend(band);
  timeline.after(bar);
  const monthAt = (event: PointerEvent) => {
    const box = timeline.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * timeline.viewBox.baseVal.width;
    return Math.max(0, Math.min(count - 1, Math.floor((x - left) / step)));
  };
  let start: number | null = null;
  const brush = (to: number) => {
    if (start === null) return;
    const [a, b] = [Math.min(start, to), Math.max(start, to)];
    store.set({ months: [months[a] ?? "", months[b] ?? ""] });
  };
  timeline.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") return;
    start = monthAt(event);
    timeline.setPointerCapture(event.pointerId);
    brush(start);
  });
  timeline.addEventListener("pointermove", (event) => brush(monthAt(event)));
  timeline.addEventListener("pointerup", () => {
    start = null;
  });
  const choose = chooser(months, store);
  const show = () => {
    const chosen = store.state.months;
    const at = chosen === null ? -1 : months.indexOf(chosen[0]);
    const to = chosen === null ? -1 : months.indexOf(chosen[1]);
    band.setAttribute("x", String(left + Math.max(0, at) * step));
    band.setAttribute("width", String(at < 0 ? 0 : (to - at + 1) * step));
    choose.show(chosen, scene);
  };
  bar.append(choose.view);
  store.listen((state, before) => {
    if (state.months !== before.months) show();
  });
  show();
}

function chooser(
  months: readonly string[],
  store: Store,
): {
  readonly view: HTMLElement;
  readonly show: (chosen: readonly [string, string] | null, scene: PageScene) => void;
} {
  const options = () =>
    months.map((month) => element("option", { value: month }, rangeWords(month, month)));
  const from = element("select", { "aria-label": "First month shown" }, ...options());
  const to = element("select", { "aria-label": "Last month shown" }, ...options());
  const all = element("button", { type: "button", class: "link", hidden: "" }, "all months");
  const change = () => {
    const [a, b] = [from.value, to.value].sort();
    const whole = a === months[0] && b === months.at(-1);
    store.set({ months: whole ? null : [a ?? "", b ?? ""] });
  };
  from.addEventListener("change", change);
  to.addEventListener("change", change);
  all.addEventListener("click", () => store.set({ months: null }));
  return {
    view: element("span", {}, "Operations from ", from, " to ", to, " ", all),
    show: (chosen) => {
      from.value = chosen?.[0] ?? months[0] ?? "";
      to.value = chosen?.[1] ?? months.at(-1) ?? "";
      all.hidden = chosen === null;
    },
  };
}

/** `YYYY-MM` of a month number counted from year zero. */
function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

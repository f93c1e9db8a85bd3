import { pointsPath } from "../scene/geometry.js";
import type { Scene } from "../scene/scene.js";
import { RING_GAP, STOP_SIZE, type Thread } from "../scene/thread.js";
import type { Paint } from "./paint.js";

/** The red line: its casing, its course, a ring at each node on the way, and a number on each hop. */
export function renderThread(thread: Thread, scene: Pick<Scene, "nodes">, paint: Paint): string {
  const red = paint.token("thread");
  const courses = thread.hops.map(({ points }) => pointsPath(points));
  const casing = courses.map((d) => `<path d="${d}"/>`).join("");
  const rings = thread.nodes.map((at) => {
    const node = scene.nodes[at];
    return node === undefined
      ? ""
      : `<circle cx="${node.x}" cy="${node.y}" r="${Math.round((node.size + RING_GAP) * 10) / 10}"/>`;
  });
  const stops = thread.hops.map(
    ({ stop }, at) =>
      `<g class="stop" data-hop="${at}" transform="translate(${stop.x},${stop.y})"><circle r="${STOP_SIZE}" fill="${red}" stroke="${paint.token("land")}" stroke-width="1.8"/><text y="3.8" font-size="10.5" font-weight="700" text-anchor="middle" fill="${paint.token("onThread")}">${at + 1}</text></g>`,
  );
  const ends = thread.ends.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4.2"/>`);
  return (
    `<g fill="none" stroke="${paint.token("land")}" stroke-width="6">${casing}</g>` +
    `<g fill="none" stroke="${red}" stroke-width="2.6" stroke-linecap="round">${casing}</g>` +
    `<g fill="none" stroke="${red}" stroke-width="1.8">${rings.join("")}</g>` +
    `<g fill="${red}">${ends.join("")}</g>` +
    stops.join("")
  );
}

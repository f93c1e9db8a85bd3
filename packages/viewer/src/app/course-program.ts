import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Point } from "../scene/scene.js";

/** A stroke as the program draws it: a quadratic curve in normalised space, width and dashes in CSS pixels. */
interface CourseData extends EdgeDisplayData {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  /** Length of dash and gap; a dash of zero is a dot as wide as the stroke. */
  readonly dash: readonly [number, number] | null;
}

const SEGMENTS = 20;

const VERTEX = `
attribute vec2 a_from;
attribute vec2 a_control;
attribute vec2 a_to;
attribute float a_width;
attribute vec2 a_dash;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_step;
uniform mat3 u_matrix;
uniform float u_correctionRatio;
varying float v_along;
varying float v_aside;
varying float v_width;
varying vec2 v_dash;
varying vec4 v_color;
vec2 at(float t) { return mix(mix(a_from, a_control, t), mix(a_control, a_to, t), t); }
void main() {
  float t = a_step.x;
  float unit = 2.0 * u_correctionRatio;
  vec2 tangent = mix(a_control - a_from, a_to - a_control, t);
  if (length(tangent) < 1e-7) tangent = a_to - a_from;
  vec2 normal = normalize(vec2(-tangent.y, tangent.x));
  float along = 0.0;
  vec2 last = a_from;
  for (int i = 1; i <= ${SEGMENTS}; i++) {
    float s = float(i) / ${SEGMENTS}.0;
    if (s > t + 1e-4) break;
    vec2 next = at(s);
    along += distance(last, next);
    last = next;
  }
  v_along = along / unit;
  v_aside = a_step.y * (a_width * 0.5 + 1.0);
  v_width = a_width;
  v_dash = a_dash;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  vec2 position = at(t) + normal * v_aside * unit;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
varying float v_along;
varying float v_aside;
varying float v_width;
varying vec2 v_dash;
varying vec4 v_color;
uniform float u_pixelRatio;
float cover(float d) { return clamp(0.5 - d * u_pixelRatio, 0.0, 1.0); }
void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  float alpha = cover(abs(v_aside) - v_width * 0.5);
  float period = v_dash.x + v_dash.y;
  if (period > 0.0) {
    float place = mod(v_along, period);
    if (v_dash.x < 0.5) alpha = cover(length(vec2(place - period * 0.5, v_aside)) - v_width * 0.5);
    else alpha *= cover(max(-place, place - v_dash.x));
  }
  gl_FragColor = vec4(v_color.rgb * alpha, alpha) * v_color.a;
#endif
}`;

const UNIFORMS = ["u_matrix", "u_correctionRatio", "u_pixelRatio"] as const;

/** Draws the scene's lines on the graphics card: curves, widths and dashes as in the SVG. */
export class CourseProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const steps = Array.from({ length: SEGMENTS + 1 }, (_, at) => at / SEGMENTS);
    return {
      VERTICES: 2 * (SEGMENTS + 1),
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_from", size: 2, type: FLOAT },
        { name: "a_control", size: 2, type: FLOAT },
        { name: "a_to", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_dash", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_step", size: 2, type: FLOAT }],
      CONSTANT_DATA: steps.flatMap((step) => [
        [step, -1],
        [step, 1],
      ]),
    };
  }

  override processVisibleItem(
    id: number,
    start: number,
    _source: NodeDisplayData,
    _target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    // The painter gives every edge its course beside what Sigma knows.
    const { from, control, to, size, dash, color } = data as CourseData;
    const { array } = this;
    let at = start;
    for (const point of [from, control, to]) {
      array[at++] = point.x;
      array[at++] = point.y;
    }
    array[at++] = size;
    array[at++] = dash?.[0] ?? 0;
    array[at++] = dash?.[1] ?? 0;
    array[at++] = floatColor(color);
    array[at] = id;
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram["setUniforms"]>[1],
  ): void {
    const { u_matrix, u_correctionRatio, u_pixelRatio } = uniformLocations;
    gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
    gl.uniform1f(u_correctionRatio ?? null, params.correctionRatio);
    gl.uniform1f(u_pixelRatio ?? null, params.pixelRatio);
  }
}

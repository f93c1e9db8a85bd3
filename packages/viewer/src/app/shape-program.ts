import { SHAPES, type Shape } from "@redthread/core/model";
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

/** A node as the program draws it; sizes are in CSS pixels. */
interface ShapeData extends NodeDisplayData {
  readonly shape: Shape;
  readonly paper: string;
  readonly rim: string;
}

/** A shape's name in the shader, where it stands for its place in the list: `small-ring` is `SMALL_RING`. */
const NAMES = SHAPES.map(
  (shape, at) => `#define ${shape.toUpperCase().replaceAll("-", "_")} ${at}`,
).join("\n");

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_paper;
attribute vec4 a_rim;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec2 v_at;
varying float v_size;
varying float v_shape;
varying vec4 v_color;
varying vec4 v_paper;
varying vec4 v_rim;
void main() {
  float size = a_size / u_sizeRatio;
  float reach = a_size > 0.001 ? size * 1.3 + 3.0 : 0.0;
  v_at = a_corner * reach;
  v_size = size;
  v_shape = a_shape;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_paper = a_paper;
  v_rim = a_rim;
  vec2 position = a_position + v_at * 2.0 * u_correctionRatio;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
}`;

/** Signed distances in pixels; each shape is a filled outline with a rim, as the SVG parts are. */
const FRAGMENT = `
${NAMES}
precision highp float;
varying vec2 v_at;
varying float v_size;
varying float v_shape;
varying vec4 v_color;
varying vec4 v_paper;
varying vec4 v_rim;
uniform float u_pixelRatio;
float box(vec2 p, float half_) { vec2 d = abs(p) - half_; return max(d.x, d.y); }
float diamond(vec2 p, float r) { return (abs(p.x) + abs(p.y) - r) * 0.70711; }
float hexagon(vec2 p, float r) {
  vec2 q = abs(p);
  return max(q.y, q.x * 0.86603 + q.y * 0.5) - r * 0.86603;
}
float cover(float d) { return clamp(0.5 - d * u_pixelRatio, 0.0, 1.0); }
vec4 over(vec4 below, vec4 ink, float share) { return mix(below, ink, share * ink.a); }
void main() {
  int shape = int(v_shape + 0.5);
  float s = v_size;
  float r = length(v_at);
  float edge = r - s * 0.95;
  float rim = 1.6;
  vec4 fill = v_color;
  vec4 stroke = v_paper;
  if (shape == SQUARE) edge = box(v_at, s * 0.92);
  else if (shape == DIAMOND) edge = diamond(v_at, s * 1.2);
  else if (shape == HEXAGON) edge = hexagon(v_at, s * 1.12);
  else if (shape == RING) { edge = r - s * 0.8; rim = 2.4; fill = v_paper; stroke = v_color; }
  else if (shape == SMALL_RING) { edge = r - s * 0.86; rim = 1.7; fill = v_paper; stroke = v_color; }
  else if (shape == OPEN_SQUARE) { edge = box(v_at, s * 0.78); rim = 2.4; fill = v_paper; stroke = v_color; }
  else if (shape == TARGET) { edge = r - s * 0.9; rim = 1.5; fill = v_paper; stroke = v_color; }
  else if (shape == STATE) { edge = r - s * 0.95; rim = 1.5; fill = v_paper; stroke = v_rim; }
#ifdef PICKING_MODE
  if (edge > rim * 0.5) discard;
  gl_FragColor = v_color;
#else
  float inside = cover(edge);
  float ring = cover(abs(edge) - rim * 0.5);
  float alpha = max(inside, ring);
  vec4 ink = over(fill, stroke, ring);
  if (shape == TARGET) ink = over(ink, v_color, cover(r - s * 0.42));
  gl_FragColor = vec4(ink.rgb * alpha, alpha);
#endif
}`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio"] as const;

/** Draws every kind's shape on the graphics card, with the outlines of the SVG. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const colour = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        colour("a_color"),
        colour("a_paper"),
        colour("a_rim"),
        colour("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    // The reducer of the painter gives every node these extra fields.
    const { x, y, size, color, shape, paper, rim } = data as ShapeData;
    const { array } = this;
    let at = start;
    for (const value of [x, y, size, SHAPES.indexOf(shape)]) array[at++] = value;
    for (const value of [color, paper, rim]) array[at++] = floatColor(value);
    array[at] = id;
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram["setUniforms"]>[1],
  ): void {
    const { u_matrix, u_sizeRatio, u_correctionRatio, u_pixelRatio } = uniformLocations;
    gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
    gl.uniform1f(u_sizeRatio ?? null, params.sizeRatio);
    gl.uniform1f(u_correctionRatio ?? null, params.correctionRatio);
    gl.uniform1f(u_pixelRatio ?? null, params.pixelRatio);
  }
}

import { SRIDS } from "../../graph/crs.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import { Float, PointValue } from "../../graph/property-value.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "../values/cypher-value.js";
import { isMap, isNumber, isPoint, toDouble } from "../values/is-value.js";
import { badArgument, typeMismatch } from "../values/value-error.js";
import { argument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction, defineStrict } from "./define-function.js";

/** Radius of the earth in metres, as Neo4j has it. */
const EARTH_RADIUS = 6_378_140;

const isGeographic = (srid: number): boolean => srid === 4326 || srid === 4979;
const hasHeight = (srid: number): boolean => srid === 4979 || srid === 9157;

/** A coordinate under either of its names; undefined when neither is there, null when it is null. */
function coordinate(map: CypherMap, ...names: readonly string[]): number | null | undefined {
  for (const name of names) {
    const value = map.get(name);
    if (value === null) {
      return null;
    }
    if (value !== undefined) {
      if (!isNumber(value)) {
        throw typeMismatch(`The field \`${name}\` of \`point()\``, "a number", value);
      }
      return toDouble(value);
    }
  }
  return undefined;
}

function sridOf(map: CypherMap, has3d: boolean): number {
  const srid = map.get("srid");
  if (srid !== undefined && srid !== null) {
    const known = [...SRIDS.values()].find((value) => value === srid);
    if (known === undefined) {
      throw badArgument("`point()` was given an unknown srid. It takes 4326, 4979, 7203, 9157.");
    }
    return known;
  }
  const crs = map.get("crs");
  if (crs !== undefined && crs !== null) {
    const known = typeof crs === "string" ? SRIDS.get(crs.toLowerCase()) : undefined;
    if (known === undefined) {
      throw badArgument(
        "`point()` was given an unknown crs. It takes wgs-84, wgs-84-3d, cartesian, cartesian-3d.",
      );
    }
    return known;
  }
  if (map.has("longitude") || map.has("latitude")) {
    return has3d ? 4979 : 4326;
  }
  return has3d ? 9157 : 7203;
}

/** The map itself, or of the properties of a node or relationship those that make a point. */
function coordinatesIn(value: CypherValue, graph: GraphReader): CypherMap {
  if (isMap(value)) {
    return value;
  }
  if (value instanceof NodeRecord || value instanceof RelationshipRecord) {
    return value.properties;
  }
  if (value instanceof NodeValue || value instanceof RelationshipValue) {
    return new Map(
      POINT_KEYS.flatMap((key) => {
        const property =
          value instanceof NodeValue
            ? graph.nodeProperty(value.slot, key)
            : graph.relationshipProperty(value.slot, key);
        return property === undefined ? [] : [[key, property] as const];
      }),
    );
  }
  throw typeMismatch("`point()`", "a map, a node or a relationship", value);
}

const POINT_KEYS = ["x", "y", "z", "longitude", "latitude", "height", "crs", "srid"] as const;

function createPoint(map: CypherMap): PointValue | null {
  const x = coordinate(map, "x", "longitude");
  const y = coordinate(map, "y", "latitude");
  const z = coordinate(map, "z", "height");
  if (x === null || y === null || z === null) {
    return null;
  }
  if (x === undefined || y === undefined) {
    throw badArgument(
      "`point()` was given too few coordinates. It takes {x, y} or {longitude, latitude}, with z or height where wanted.",
    );
  }
  const srid = sridOf(map, z !== undefined);
  if (hasHeight(srid) !== (z !== undefined)) {
    throw badArgument("`point()` was given a crs that does not fit its number of coordinates.");
  }
  if (isGeographic(srid) && Math.abs(y) > 90) {
    throw badArgument(`The latitude of a point is ${y}. It runs from -90 to 90.`);
  }
  return new PointValue(srid, isGeographic(srid) ? wrapLongitude(x) : x, y, z ?? null);
}

/** Longitudes go around: 190 is -170. */
function wrapLongitude(longitude: number): number {
  if (Math.abs(longitude) <= 180) {
    return longitude;
  }
  const turned = (longitude + 180) % 360;
  return (turned < 0 ? turned + 360 : turned) - 180;
}

function distance(a: CypherValue, b: CypherValue): Float | null {
  if (!isPoint(a) || !isPoint(b) || a.srid !== b.srid) {
    return null;
  }
  const height = (a.z ?? 0) - (b.z ?? 0);
  if (!isGeographic(a.srid)) {
    return new Float(Math.hypot(a.x - b.x, a.y - b.y, height));
  }
  const radius = EARTH_RADIUS + ((a.z ?? 0) + (b.z ?? 0)) / 2;
  const ground = radius * centralAngle(a, b);
  return new Float(a.z === null ? ground : Math.hypot(ground, height));
}

/** Angle between two places seen from the centre of the earth, by the haversine formula. */
function centralAngle(a: PointValue, b: PointValue): number {
  const south = (a.y * Math.PI) / 180;
  const north = (b.y * Math.PI) / 180;
  const up = Math.sin((north - south) / 2);
  const across = Math.sin(((b.x * Math.PI) / 180 - (a.x * Math.PI) / 180) / 2);
  const between = up * up + Math.cos(south) * Math.cos(north) * across * across;
  return 2 * Math.asin(Math.min(1, Math.sqrt(between)));
}

/** Borders belong to the box; on the globe a box may cross the date line. */
function isWithin(point: CypherValue, lower: CypherValue, upper: CypherValue): boolean | null {
  if (!isPoint(point) || !isPoint(lower) || !isPoint(upper)) {
    return null;
  }
  if (point.srid !== lower.srid || point.srid !== upper.srid) {
    return null;
  }
  const crosses = isGeographic(point.srid) && lower.x > upper.x;
  const inX = crosses
    ? point.x >= lower.x || point.x <= upper.x
    : point.x >= lower.x && point.x <= upper.x;
  const inZ =
    point.z === null || (point.z >= (lower.z ?? -Infinity) && point.z <= (upper.z ?? Infinity));
  return inX && inZ && point.y >= lower.y && point.y <= upper.y;
}

export const SPATIAL_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "point(map or element) → a point from {x, y, z?} or {longitude, latitude, height?}",
    (args, { graph }) => createPoint(coordinatesIn(argument(args, 0), graph)),
    1,
  ),
  defineFunction(
    "point.distance(a, b) → metres on the earth, or the length of the straight line",
    (args) => distance(argument(args, 0), argument(args, 1)),
    2,
  ),
  defineFunction(
    "distance(a, b) → the older name of point.distance()",
    (args) => distance(argument(args, 0), argument(args, 1)),
    2,
  ),
  defineFunction(
    "point.withinBBox(point, lowerLeft, upperRight) → whether the point lies in the box",
    (args) => isWithin(argument(args, 0), argument(args, 1), argument(args, 2)),
    3,
  ),
];

import type { Problem } from "../../problem";
import { quoted } from "../values/value-check";
import type { Form, Quantity, Shape, Shapes } from "./form";

/** What is found in a value. */
export interface Inspection {
  /**
   * Missing fields, wrong types and unknown kinds. Other checks rely on there being none: they
   * would throw.
   */
  readonly shape: readonly Problem[];
  /** Wrong values of the right type, and unknown fields. */
  readonly values: readonly Problem[];
}

/** Where a value is. */
interface Place {
  /** Path of the declaration: `environments/staging`. */
  readonly root: string;
  /** Fields from there: `notification.heartbeat.after`. */
  readonly at: string;
}

const SOUND: Inspection = { shape: [], values: [] };

/** Compares a value with its form. @param root path of the declaration */
export const inspect = <Value>(
  form: Form<Value>,
  value: unknown,
  root: string,
): Inspection => look(form, value, { root, at: "" });

function look(shape: Shape, value: unknown, place: Place): Inspection {
  const path = pathOf(place);
  switch (shape.is) {
    case "text":
      return typeof value === "string"
        ? ofValues(shape.check(path, value))
        : wrongType(path, value, "a text");
    case "number":
      return typeof value === "number"
        ? ofValues(shape.check(path, value))
        : wrongType(path, value, "a number");
    case "unread":
      return SOUND;
    case "boolean":
      return typeof value === "boolean"
        ? SOUND
        : wrongType(path, value, "true or false");
    case "one-of":
      return typeof value === "string" && shape.values.includes(value)
        ? SOUND
        : unknownValue(path, value, shape.values);
    case "quantity":
    case "threshold":
      return lookAtQuantity(shape, value, path);
    case "list":
      return Array.isArray(value)
        ? joined(
            ofValues(shape.check(path, value)),
            ...value.map((each: unknown, index) =>
              look(shape.each, each, below(place, String(index))),
            ),
          )
        : wrongType(path, value, "a list");
    case "record":
      return isObject(value)
        ? joined(
            ofValues(shape.check(path, Object.keys(value))),
            ...Object.entries(value).map(([key, each]) =>
              joined(
                ofValues(shape.key(path, key)),
                look(shape.each, each, below(place, key)),
              ),
            ),
          )
        : wrongType(path, value, "an object");
    case "object":
      return isObject(value)
        ? lookAtFields(shape.fields, value, place, [])
        : wrongType(path, value, "an object");
    case "union":
      return lookAtUnion(shape, value, place);
    case "either":
      return look(
        shape.isFirst(value) ? shape.first : shape.second,
        value,
        place,
      );
  }
}

function lookAtUnion(
  { tag, members }: Extract<Shape, { readonly is: "union" }>,
  value: unknown,
  place: Place,
): Inspection {
  if (!isObject(value)) return wrongType(pathOf(place), value, "an object");
  const kind = value[tag];
  const fields =
    typeof kind === "string" && Object.hasOwn(members, kind)
      ? members[kind]
      : undefined;
  return fields === undefined
    ? unknownValue(pathOf(below(place, tag)), kind, Object.keys(members))
    : lookAtFields(fields, value, place, [tag]);
}

function lookAtFields(
  fields: Shapes,
  value: Readonly<Record<string, unknown>>,
  place: Place,
  others: readonly string[],
): Inspection {
  const known = [...others, ...Object.keys(fields)];
  return joined(
    ofValues(
      Object.keys(value)
        .filter((key) => !known.includes(key))
        .map((key) => ({
          path: place.root,
          message: `unknown key "${below(place, key).at}"`,
          allowed: known.join(", "),
          next: "correct or remove it",
        })),
    ),
    ...Object.entries(fields).map(([key, field]) => {
      const inner = value[key];
      const there = below(place, key);
      if (field.is !== "optional") return look(field, inner, there);
      return Object.hasOwn(value, key)
        ? look(field.inner, inner, there)
        : SOUND;
    }),
  );
}

/** How each quantity is written. */
const MADE_BY = {
  duration: "a duration such as minutes(5)",
  bytes: "an amount such as gibibytes(2)",
  ratio: "a share such as percent(5)",
  threshold:
    "a limit such as percent(5), minutes(5), gibibytes(2) or count(5, …)",
} as const;

function lookAtQuantity(
  shape: Extract<Shape, { readonly is: "quantity" | "threshold" }>,
  value: unknown,
  path: string,
): Inspection {
  if (shape.is === "threshold") {
    return isObject(value) &&
      ["duration", "bytes", "ratio", "count"].includes(String(value["kind"]))
      ? SOUND
      : wrongType(path, value, MADE_BY.threshold);
  }
  return isQuantity(value) && value.kind === shape.kind
    ? ofValues(shape.check(path, value))
    : wrongType(path, value, MADE_BY[shape.kind]);
}

const isQuantity = (value: unknown): value is Quantity =>
  isObject(value) &&
  ["duration", "bytes", "ratio"].includes(String(value["kind"]));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ofValues = (values: readonly Problem[]): Inspection =>
  values.length === 0 ? SOUND : { shape: [], values };

/** Nearly all that is declared is sound: then nothing is made. */
const joined = (...found: readonly Inspection[]): Inspection =>
  found.every((each) => each === SOUND)
    ? SOUND
    : {
        shape: found.flatMap(({ shape }) => shape),
        values: found.flatMap(({ values }) => values),
      };

const wrongType = (
  path: string,
  value: unknown,
  wanted: string,
): Inspection => ({
  shape: [
    value === undefined || value === null
      ? { path, message: "is missing", next: `state ${wanted}` }
      : {
          path,
          message: `must be ${wanted}`,
          got: typeName(value),
          next: "correct it",
        },
  ],
  values: [],
});

const unknownValue = (
  path: string,
  value: unknown,
  allowed: readonly string[],
): Inspection => ({
  shape: [
    {
      path,
      message: value === undefined ? "is missing" : "is not one of the choices",
      ...(value === undefined
        ? {}
        : { got: typeof value === "string" ? quoted(value) : typeName(value) }),
      allowed: allowed.join(", "),
      next: "choose one",
    },
  ],
  values: [],
});

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  return typeof value === "number" || typeof value === "boolean"
    ? `${typeof value} ${String(value)}`
    : typeof value;
}

const pathOf = ({ root, at }: Place): string =>
  at === "" ? root : `${root} ${at}`;

const below = ({ root, at }: Place, key: string): Place => ({
  root,
  at: at === "" ? key : `${at}.${key}`,
});

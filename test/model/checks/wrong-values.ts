import type { Shape, Shapes } from "../../../model/checks/forms/form";
import type { Problem } from "../../../model/problem";

/** A field without others in it, and the fields that lead to it. */
interface Leaf {
  readonly keys: readonly string[];
  readonly shape: Shape;
}

type Fields = Readonly<Record<string, unknown>>;

/** The leaves of a form that a value has. */
function leavesOf(
  shape: Shape,
  value: unknown,
  keys: readonly string[],
): readonly Leaf[] {
  switch (shape.is) {
    case "object":
      return leavesOfFields(shape.fields, value as Fields, keys);
    case "union": {
      const fields = value as Fields;
      return leavesOfFields(
        shape.members[String(fields[shape.tag])] ?? {},
        fields,
        keys,
      );
    }
    case "either":
      return leavesOf(
        shape.isFirst(value) ? shape.first : shape.second,
        value,
        keys,
      );
    case "list":
    case "record":
      return Object.entries(value as Fields).flatMap(([key, each]) =>
        leavesOf(shape.each, each, [...keys, key]),
      );
    case "boolean":
    case "number":
    case "one-of":
    case "quantity":
    case "text":
    case "threshold":
    case "unread":
      return [{ keys, shape }];
  }
}

const leavesOfFields = (
  fields: Shapes,
  value: Fields,
  keys: readonly string[],
): readonly Leaf[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    Object.hasOwn(value, key)
      ? leavesOf(field.is === "optional" ? field.inner : field, value[key], [
          ...keys,
          key,
        ])
      : [{ keys: [...keys, key], shape: { is: "unread" } }],
  );

/** Fields that the value has nowhere, so that nothing is tried in them. */
export function untried(form: Shape, value: unknown): readonly string[] {
  const leaves = leavesOf(form, value, []);
  const tried = leaves
    .filter(({ shape }) => shape.is !== "unread")
    .map(({ keys }) => keys.at(-1));
  return leaves
    .filter(
      ({ shape, keys }) =>
        shape.is === "unread" && !tried.includes(keys.at(-1)),
    )
    .map(({ keys }) => keys.join("."));
}

/** A copy with one field changed. */
function changed(
  value: unknown,
  [key, ...rest]: readonly string[],
  to: unknown,
): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) =>
      String(index) === key ? changed(each, rest, to) : each,
    );
  }
  const fields = value as Fields;
  return { ...fields, [key]: changed(fields[key], rest, to) };
}

/** What is written instead, by the type of the field. */
const WRONG: Readonly<Partial<Record<Shape["is"], readonly unknown[]>>> = {
  text: ["", "${x}", 5],
  number: [Number.NaN, Number.POSITIVE_INFINITY, -1, "5"],
  boolean: ["no"],
  "one-of": ["", "${x}", 5],
  quantity: [5, "5m", {}],
};

export const trials = (
  form: Shape,
  value: unknown,
): readonly (readonly [field: string, got: unknown, value: unknown])[] =>
  leavesOf(form, value, []).flatMap(({ keys, shape }) =>
    (WRONG[shape.is] ?? []).map(
      (to) => [keys.join("."), to, changed(value, keys, to)] as const,
    ),
  );

export const shown = (field: string, got: unknown): string =>
  `${field} ${typeof got === "number" ? String(got) : JSON.stringify(got)}`;

/** Fields in which something of the list above is legal, with the reason. */
const LEGAL: Readonly<Record<string, string>> = {
  'answer.body "${x}"': "a regular expression, escaped where it is written",
};

export const accepted = (
  form: Shape,
  value: unknown,
  check: (changed: unknown) => readonly Problem[],
): readonly string[] =>
  trials(form, value)
    .filter(([, , wrong]) => check(wrong).length === 0)
    .map(([field, got]) => shown(field, got))
    .filter((trial) => LEGAL[trial] === undefined);

/** Members of unions, by the path of the union and its tag. */
export function membersOf(
  shape: Shape,
  value: unknown,
  at: string,
): readonly (readonly [declared: string, isThere: boolean])[] {
  const inside = (fields: Shapes, own: Fields) =>
    Object.entries(fields).flatMap(([key, field]) =>
      Object.hasOwn(own, key)
        ? membersOf(
            field.is === "optional" ? field.inner : field,
            own[key],
            `${at}.${key}`,
          )
        : [],
    );
  switch (shape.is) {
    case "object":
      return inside(shape.fields, value as Fields);
    case "union": {
      const own = value as Fields;
      const tag = String(own[shape.tag]);
      return [
        ...Object.keys(shape.members).map(
          (member) => [`${at} ${member}`, member === tag] as const,
        ),
        ...inside(shape.members[tag] ?? {}, own),
      ];
    }
    case "either":
      return membersOf(
        shape.isFirst(value) ? shape.first : shape.second,
        value,
        at,
      );
    case "list":
    case "record":
      return Object.values(value as Fields).flatMap((each) =>
        membersOf(shape.each, each, `${at}.*`),
      );
    case "boolean":
    case "number":
    case "one-of":
    case "quantity":
    case "text":
    case "threshold":
    case "unread":
      return [];
  }
}

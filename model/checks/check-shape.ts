import type { Problem } from "../problem";
import {
  ALERT,
  BUDGETED_SLO,
  DASHBOARD,
  EXPORTER,
  LOG_ALERT,
  PANEL,
  PROOF,
  RECORDING_GROUP,
  RECORDING_RULE,
  SERVICE,
  TARGET,
  ZERO_TOLERANCE_SLO,
  probeFields,
} from "./required-fields";
import type { FieldKind, RequiredFields } from "./required-fields";

type Fields = Readonly<Record<string, unknown>>;

/** A list in a declaration. */
interface Listed {
  /** Its field. */
  readonly field: string;
  /** Noun for messages, and the field that identifies an entry. */
  readonly what: string;
  readonly name: string;
  readonly required: (one: Fields) => RequiredFields;
  /** Lists in each entry. @default none */
  readonly inside?: (path: string, one: Fields) => readonly Problem[];
}

const proof = (path: string, { proof: cases }: Fields): readonly Problem[] =>
  isObject(cases) ? lacking(`${path} proof`, cases, PROOF) : [];

const LISTS: readonly Listed[] = [
  { field: "targets", what: "target", name: "app", required: () => TARGET },
  {
    field: "probes",
    what: "probe",
    name: "url",
    required: ({ url }) => probeFields(url),
  },
  {
    field: "exporters",
    what: "exporter",
    name: "name",
    required: () => EXPORTER,
  },
  {
    field: "recording",
    what: "recording group",
    name: "name",
    required: () => RECORDING_GROUP,
    inside: (path, group) =>
      listed(path, group, {
        field: "rules",
        what: "rule",
        name: "record",
        required: () => RECORDING_RULE,
      }),
  },
  {
    field: "alerts",
    what: "alert",
    name: "name",
    required: () => ALERT,
    inside: proof,
  },
  {
    field: "logAlerts",
    what: "alert",
    name: "name",
    required: () => LOG_ALERT,
    inside: proof,
  },
  {
    field: "slos",
    what: "slo",
    name: "name",
    required: ({ kind }) =>
      kind === "zero-tolerance" ? ZERO_TOLERANCE_SLO : BUDGETED_SLO,
  },
  {
    field: "dashboards",
    what: "dashboard",
    name: "uid",
    required: () => DASHBOARD,
    inside: (path, page) =>
      listed(path, page, {
        field: "panels",
        what: "panel",
        name: "id",
        required: () => PANEL,
      }),
  },
];

/**
 * Checks that declarations have their required fields. Declarations are not compiled before they
 * are read, so without this check a missing field would be a TypeError in a reader. All other
 * checks rely on it.
 *
 * @param services declarations, which may lack what their type says
 */
export const checkShapes = (services: readonly unknown[]): readonly Problem[] =>
  listed(
    "",
    { services },
    {
      field: "services",
      what: "",
      name: "key",
      required: () => SERVICE,
      inside: (path, service) =>
        LISTS.flatMap((list) => listed(path, service, list)),
    },
  );

function listed(
  path: string,
  owner: Fields,
  { field, what, name, required, inside = () => [] }: Listed,
): readonly Problem[] {
  const list = owner[field];
  // A list that is required is checked with the other required fields.
  if (list === undefined) return [];
  if (!Array.isArray(list)) return [wrongKind(path, field, list, "list")];
  return list.flatMap((one: unknown, index) => {
    if (!isObject(one)) {
      return [
        {
          path: `${path} ${field}[${String(index)}]`.trim(),
          message: "is not an object",
          got: String(one),
          next: "correct what is imported there: two files that import each other see undefined",
        },
      ];
    }
    const called = one[name];
    const place =
      typeof called !== "string"
        ? `${path} ${field}[${String(index)}]`.trim()
        : what === ""
          ? `${field}/${called}`
          : `${path} ${what} "${called}"`;
    return [...lacking(place, one, required(one)), ...inside(place, one)];
  });
}

const lacking = (
  path: string,
  fields: Fields,
  required: RequiredFields,
): readonly Problem[] =>
  Object.entries(required).flatMap(([field, [kind, next]]) => {
    const value = fields[field];
    if (value === undefined || value === null) {
      return [{ path, message: `${field} is missing`, next }];
    }
    return IS[kind](value) ? [] : [wrongKind(path, field, value, kind)];
  });

const wrongKind = (
  path: string,
  field: string,
  value: unknown,
  kind: FieldKind,
): Problem => ({
  path,
  message: `${field} must be ${WORDS[kind]}`,
  got: Array.isArray(value) ? "a list" : typeof value,
  next: "correct it",
});

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const IS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  list: Array.isArray,
  object: isObject,
  duration: (value) => isObject(value) && value["kind"] === "duration",
};

const WORDS: Readonly<Record<FieldKind, string>> = {
  text: "a text",
  number: "a number",
  list: "a list",
  object: "an object",
  duration: "a duration such as minutes(5)",
};

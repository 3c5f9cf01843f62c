import { millisecondsOf } from "./length-of-time";

/**
 * Differences of a running configuration from the declared one, as paths with values. Defaults and
 * empty lists added by the server, other notations of a duration, and the order of matchers are no
 * differences.
 */
export function configurationDifferences(
  declared: unknown,
  running: unknown,
  path = "",
): readonly string[] {
  if (Array.isArray(declared)) {
    return listDifferences(declared as readonly unknown[], running ?? [], path);
  }
  if (typeof declared === "object" && declared !== null) {
    if (typeof running !== "object" || running === null) {
      return [`${path} is missing`];
    }
    const fields = running as Readonly<Record<string, unknown>>;
    return Object.entries(declared).flatMap(([key, value]) =>
      value === undefined
        ? []
        : configurationDifferences(
            value,
            fields[key],
            path === "" ? key : `${path}.${key}`,
          ),
    );
  }
  return isSame(declared, running)
    ? []
    : [
        running === undefined
          ? `${path} is missing`
          : `${path} is ${shown(running)}, not ${shown(declared)}`,
      ];
}

function listDifferences(
  declared: readonly unknown[],
  running: unknown,
  path: string,
): readonly string[] {
  if (!Array.isArray(running)) return [`${path} is no list`];
  const found = running as readonly unknown[];
  if (isNamed(declared) && isNamed(found)) {
    const names = new Set(declared.map(({ name }) => name));
    return [
      ...declared.flatMap((one) => {
        const same = found.find(({ name }) => name === one.name);
        return same === undefined
          ? [`${path} lacks ${one.name}`]
          : configurationDifferences(one, same, `${path} ${one.name}`);
      }),
      ...found.flatMap(({ name }) =>
        names.has(name) ? [] : [`${path} has ${name}`],
      ),
    ];
  }
  if (declared.length !== found.length) {
    return [
      `${path} has ${String(found.length)} entries, not ${String(declared.length)}`,
    ];
  }
  const [left, right] = declared.every((one) => typeof one === "string")
    ? [[...declared].sort(), [...found].map(String).sort()]
    : [declared, found];
  return left.flatMap((one, index) =>
    configurationDifferences(one, right[index], `${path}[${String(index)}]`),
  );
}

const isNamed = (
  list: readonly unknown[],
): list is readonly { readonly name: string }[] =>
  list.length > 0 &&
  list.every((one) => typeof one === "object" && one !== null && "name" in one);

/** Whether two values are equivalent. A disabled option is often not written back. */
function isSame(declared: unknown, running: unknown): boolean {
  if (declared === running) return true;
  if (running === undefined) return declared === false || declared === "";
  if (typeof declared !== "string" || typeof running !== "string") return false;
  const length = millisecondsOf(declared);
  return length !== undefined && length === millisecondsOf(running);
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** One property of a component, its value unfolded and as it is written. */
export type Property = readonly [name: string, value: string];

/** A component with what it holds. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

const CALENDAR_PROPERTIES = {
  required: ["PRODID", "VERSION"],
  once: ["CALSCALE", "METHOD"],
};
const EVENT_PROPERTIES = {
  // Without METHOD, an event must say when it begins.
  required: ["UID", "DTSTAMP", "DTSTART"],
  once: [
    "CLASS",
    "DESCRIPTION",
    "DTEND",
    "DURATION",
    "LAST-MODIFIED",
    "LOCATION",
    "RRULE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "URL",
  ],
  any: ["CATEGORIES", "COMMENT", "RELATED-TO"],
};

const TIME = "([01]\\d|2[0-3])[0-5]\\d([0-5]\\d|60)";
const DAY = "(SU|MO|TU|WE|TH|FR|SA)";
const NUMBERED_DAY = `([+-]?([1-9]|[1-4]\\d|5[0-3]))?${DAY}`;

/** How the value of a property is written; the others are texts. */
const VALUES: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  CALSCALE: /^GREGORIAN$/,
  DTSTAMP: new RegExp(`^\\d{8}T${TIME}Z$`),
  DTSTART: new RegExp(`^\\d{8}T${TIME}Z?$`),
  DURATION: /^P(\d+W|\d+D|(\d+D)?T(\d+H(\d+M)?|\d+M|\d+S))$/,
  TRANSP: /^(OPAQUE|TRANSPARENT)$/,
  URL: /^https:\/\/[!-~]+$/,
};
const LISTS = ["CATEGORIES"];

const RULE_PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  COUNT: /^[1-9]\d*$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  INTERVAL: /^[1-9]\d*$/,
  BYDAY: new RegExp(`^${NUMBERED_DAY}(,${NUMBERED_DAY})*$`),
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYSETPOS: /^-?[1-9]\d{0,2}(,-?[1-9]\d{0,2})*$/,
};

/**
 * Reads a calendar as RFC 5545 has it, and no more leniently. @throws Error with the first thing
 * that is wrong.
 */
export function readCalendar(bytes: Buffer): Component {
  const properties = physicalLines(bytes).reduce<string[]>((lines, line) => {
    if (!line.startsWith(" ")) return [...lines, line];
    const last = lines.at(-1);
    if (last === undefined) throw new Error("begins with a folded line");
    return [...lines.slice(0, -1), last + line.slice(1)];
  }, []);
  const read = properties.map(property);
  const [calendar, rest] = component(read);
  if (rest.length > 0) throw new Error("goes on behind its end");
  if (calendar.name !== "VCALENDAR") throw new Error(`is a ${calendar.name}`);
  if (calendar.components.length === 0) throw new Error("holds nothing");
  checkProperties(calendar, CALENDAR_PROPERTIES);
  for (const event of calendar.components) checkEvent(event);
  const uids = calendar.components.map((event) => valueOf(event, "UID"));
  if (new Set(uids).size < uids.length) throw new Error("a UID occurs twice");
  return calendar;
}

/** The only value of a property. @throws Error when there is none or several. */
export function valueOf({ properties }: Component, name: string): string {
  const [found, second] = properties.filter(([known]) => known === name);
  if (found === undefined || second !== undefined) {
    throw new Error(`${name} must be there once`);
  }
  return found[1];
}

/** A text without what protects its characters. */
export const textOf = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );

function physicalLines(bytes: Buffer): readonly string[] {
  const lines: string[] = [];
  let begin = 0;
  while (begin < bytes.length) {
    const end = bytes.indexOf("\r\n", begin);
    if (end < 0) throw new Error("the last line has no end");
    const line = bytes.subarray(begin, end);
    if (line.length === 0) throw new Error("a line is empty");
    if (line.length > 75) throw new Error("a line has more than 75 octets");
    // Throws where a character was folded in its middle.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(line);
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text)) {
      throw new Error("a line has a control character");
    }
    lines.push(text);
    begin = end + 2;
  }
  return lines;
}

function property(line: string): Property {
  const match = /^([A-Z0-9-]+):(.*)$/s.exec(line);
  if (match === null) throw new Error(`is no property: ${line}`);
  const [, name = "", value = ""] = match;
  if (name === "RRULE") checkRule(value);
  else if (name !== "BEGIN" && name !== "END") checkValue(name, value);
  return [name, value];
}

function checkValue(name: string, value: string): void {
  const form = VALUES[name];
  if (form !== undefined) {
    if (!form.test(value)) throw new Error(`${name} is wrong: ${value}`);
    const day = /^(\d{4})(\d\d)(\d\d)T/.exec(value);
    if (day !== null) {
      const [, year = "", month = "", date = ""] = day;
      const iso = `${year}-${month}-${date}`;
      if (new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) !== iso) {
        throw new Error(`${name} is no day: ${value}`);
      }
    }
    return;
  }
  const unprotected = LISTS.includes(name) ? /\\(?![\\;,nN])|;/ : /\\|;|,/;
  if (unprotected.test(value.replaceAll(/\\[\\;,nN]/g, ""))) {
    throw new Error(`${name} has a character that must be protected: ${value}`);
  }
}

function checkRule(value: string): void {
  const parts = value.split(";").map((part) => part.split("="));
  const names = parts.map(([name = ""]) => name);
  if (names[0] !== "FREQ") throw new Error("a rule begins with FREQ");
  if (new Set(names).size < names.length) {
    throw new Error(`a part of the rule occurs twice: ${value}`);
  }
  for (const [name = "", written = "", ...more] of parts) {
    if (more.length > 0 || RULE_PARTS[name]?.test(written) !== true) {
      throw new Error(`a part of the rule is wrong: ${name}=${written}`);
    }
  }
  const numbered = /BYDAY=[^;]*\d/.test(value);
  if (numbered && !/FREQ=(MONTHLY|YEARLY)/.test(value)) {
    throw new Error("days are numbered in months and years only");
  }
  if (
    names.includes("BYSETPOS") &&
    !names.some((name) => name.startsWith("BY") && name !== "BYSETPOS")
  ) {
    throw new Error("BYSETPOS chooses among what another part names");
  }
  if (names.includes("COUNT") && names.includes("UNTIL")) {
    throw new Error("COUNT and UNTIL exclude each other");
  }
}

function component(
  lines: readonly Property[],
): readonly [Component, readonly Property[]] {
  const [begin, ...body] = lines;
  if (begin?.[0] !== "BEGIN") throw new Error("does not begin");
  const properties: Property[] = [];
  const components: Component[] = [];
  let rest: readonly Property[] = body;
  for (;;) {
    const [next, ...after] = rest;
    if (next === undefined) throw new Error(`${begin[1]} does not end`);
    if (next[0] === "END") {
      if (next[1] !== begin[1]) throw new Error(`${begin[1]} ends otherwise`);
      return [{ name: begin[1], properties, components }, after];
    }
    if (next[0] === "BEGIN") {
      const [inner, behind] = component(rest);
      components.push(inner);
      rest = behind;
    } else {
      if (components.length > 0) {
        throw new Error(`${next[0]} stands behind a component`);
      }
      properties.push(next);
      rest = after;
    }
  }
}

function checkEvent(event: Component): void {
  if (event.name !== "VEVENT") throw new Error(`holds a ${event.name}`);
  checkProperties(event, EVENT_PROPERTIES);
  const names = event.properties.map(([name]) => name);
  if (names.includes("DTEND") && names.includes("DURATION")) {
    throw new Error("DTEND and DURATION exclude each other");
  }
}

function checkProperties(
  { name, properties }: Component,
  known: {
    readonly required: readonly string[];
    readonly once: readonly string[];
    readonly any?: readonly string[];
  },
): void {
  const names = properties.map(([property]) => property);
  const times = (property: string): number =>
    names.filter((each) => each === property).length;
  for (const required of known.required) {
    if (times(required) !== 1) throw new Error(`${name} has no ${required}`);
  }
  for (const property of names) {
    if (known.once.includes(property) && times(property) > 1) {
      throw new Error(`${property} occurs twice`);
    }
    if (
      ![...known.required, ...known.once, ...(known.any ?? [])].includes(
        property,
      ) &&
      !property.startsWith("X-")
    ) {
      throw new Error(`${name} may not have ${property}`);
    }
  }
}

import { RE2JS } from "re2js";
import * as v from "valibot";
import { MULTILINE } from "../model/log-pipeline";
import type { LogPipeline, MultilineEntries } from "../model/log-pipeline";
import {
  COMMON_FIELDS,
  LEVEL_FIELDS,
  LEVEL_IN_TEXT,
  LOG_LEVELS,
  UNKNOWN_LEVEL,
} from "../model/log-schema";
import type { TimedLine, TimedStream } from "./log-case";

const LEVEL_OF_TEXT = RE2JS.compile(LEVEL_IN_TEXT, RE2JS.CASE_INSENSITIVE);

function levelInText(text: string): string | undefined {
  const found = LEVEL_OF_TEXT.matcher(text);
  return found.find() ? (found.group("level") ?? undefined) : undefined;
}

/**
 * A pod's lines as the log pipeline sends them to Loki: a stream for each level, with structured
 * metadata. Queries run against these and not against raw lines: `| json` renames a field that is
 * already a label.
 */
export function collected(
  { labels, lines }: TimedStream,
  pipeline: LogPipeline = {},
): readonly TimedStream[] {
  const byLevel = new Map<string, TimedLine[]>();
  for (const line of entriesOf(lines, pipeline.multiline)) {
    const fields = fieldsOf(line.text);
    const level = labels["level"] ?? levelOf(line.text, fields, pipeline);
    const kept = { ...line, beside: besideOf(fields, pipeline) };
    byLevel.set(level, [...(byLevel.get(level) ?? []), kept]);
  }
  return [...byLevel].map(([level, own]) => ({
    labels: { ...labels, level },
    lines: own,
  }));
}

/**
 * Entries of several lines, as the collector joins them: until the next first line, a gap, or the
 * greatest number of lines. An entry has the time of its first line.
 */
function entriesOf(
  lines: readonly TimedLine[],
  multiline: MultilineEntries | undefined,
): readonly TimedLine[] {
  if (multiline === undefined) return lines;
  const {
    firstLine,
    maxWait = MULTILINE.maxWait,
    maxLines = MULTILINE.maxLines,
  } = multiline;
  const first = RE2JS.compile(firstLine);
  const entries: { line: TimedLine; length: number; last: number }[] = [];
  for (const line of lines) {
    const open = entries.at(-1);
    const begins =
      open === undefined ||
      first.matcher(line.text).find() ||
      line.second - open.last > maxWait.seconds ||
      open.length === maxLines;
    if (begins) {
      entries.push({ line, length: 1, last: line.second });
      continue;
    }
    open.line = { ...open.line, text: `${open.line.text}\n${line.text}` };
    open.length += 1;
    open.last = line.second;
  }
  return entries.map(({ line }) => line);
}

const FIELDS = v.record(v.string(), v.unknown());

type Fields = Readonly<v.InferOutput<typeof FIELDS>>;

function fieldsOf(text: string): Fields | undefined {
  try {
    const read = v.safeParse(FIELDS, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

function levelOf(
  text: string,
  fields: Fields | undefined,
  { labels = {} }: LogPipeline,
): string {
  const places = labels.level === undefined ? LEVEL_FIELDS : [labels.level];
  const said =
    fields === undefined ? levelInText(text) : firstOf(fields, places);
  const small = said?.toLowerCase() ?? "";
  const known = Object.entries(LOG_LEVELS).find(([, names]) =>
    names.includes(small),
  );
  return known?.[0] ?? UNKNOWN_LEVEL;
}

/** Values of the fields that are kept as structured metadata. */
function besideOf(
  fields: Fields | undefined,
  { metadata = [] }: LogPipeline,
): Readonly<Record<string, string>> {
  if (fields === undefined) return {};
  const places: readonly (readonly [string, readonly string[]])[] = [
    ...Object.entries(COMMON_FIELDS),
    ...metadata.map((name) => [name, [name]] as const),
  ];
  return Object.fromEntries(
    places.flatMap(([name, own]) => {
      const value = firstOf(fields, own);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The first of several JSON paths that an object has, as text. */
function firstOf(
  fields: Fields,
  places: readonly string[],
): string | undefined {
  for (const place of places) {
    const value = place
      .split(".")
      .reduce<unknown>(
        (inside, name) => (v.is(FIELDS, inside) ? inside[name] : undefined),
        fields,
      );
    if (typeof value === "string" || typeof value === "number") {
      return String(value);
    }
  }
  return undefined;
}

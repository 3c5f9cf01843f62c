import { values } from "../../model/label-values";
import type { RecordingRule } from "../../model/recording-rule";
import type { Service } from "../../model/service";
import { measureOf } from "./event-measure";
import { labelsOf } from "./labels";
import { namesIn } from "./names-in";
import { readQuery } from "./read-query";
import type {
  LabelSet,
  OwnerLabel,
  SeriesCatalogue,
  SeriesFacts,
} from "./series-catalogue";
import type { SeriesTable } from "./series-table";
import type { Query } from "./tree";

interface Recording {
  readonly system: string;
  readonly rule: RecordingRule;
  readonly query: Query;
  readonly reads: readonly string[];
}

/**
 * Adds recorded series once everything they read is known, in any order of declaration. Rules that
 * read each other in a cycle are left out, so their names are unknown.
 */
export function addRecorded(
  table: SeriesTable,
  services: readonly Service[],
): void {
  const recordings = services.flatMap(recordingsOf);
  const unfinished = new Map<string, number>();
  for (const { rule } of recordings) {
    unfinished.set(rule.record, (unfinished.get(rule.record) ?? 0) + 1);
  }
  const readers = new Map<string, Recording[]>();
  const waitsFor = new Map<Recording, number>();
  const ready: Recording[] = [];
  for (const recording of recordings) {
    const records = recording.reads.filter((name) => unfinished.has(name));
    for (const name of records) {
      const known = readers.get(name);
      if (known === undefined) readers.set(name, [recording]);
      else known.push(recording);
    }
    waitsFor.set(recording, records.length);
    if (records.length === 0) ready.push(recording);
  }
  // Grows during iteration.
  for (const recording of ready) {
    const { system, rule } = recording;
    table.add(system, rule.record, recordedFacts(recording, table.of(system)));
    const left = (unfinished.get(rule.record) ?? 1) - 1;
    unfinished.set(rule.record, left);
    if (left > 0) continue;
    for (const reader of readers.get(rule.record) ?? []) {
      const waiting = (waitsFor.get(reader) ?? 1) - 1;
      waitsFor.set(reader, waiting);
      if (waiting === 0) ready.push(reader);
    }
  }
}

const recordingsOf = (service: Service): readonly Recording[] =>
  service.recording.flatMap(({ rules }) =>
    rules.map((rule) => {
      const query = readQuery(rule.expr);
      return {
        system: service.key,
        rule,
        query,
        reads: [...new Set(namesIn(query))],
      };
    }),
  );

function recordedFacts(
  { system, rule, query, reads }: Recording,
  catalogue: SeriesCatalogue,
): SeriesFacts {
  const result = labelsOf(query, query.top, catalogue);
  const own: LabelSet =
    result === "scalar" ? { names: new Set(), exact: true } : result;
  const events = measureOf(query, query.top, catalogue);
  const keepsSystem = rule.system === "from-series";
  const labels =
    own.names === "any" || keepsSystem
      ? own
      : {
          ...own,
          names: new Set([...own.names, "system"]),
          values: new Map([...(own.values ?? []), ["system", values(system)]]),
        };
  return {
    type: "recorded",
    labels,
    owners: keepsSystem ? ownersIn(labels) : [],
    ...(events === undefined ? {} : { events }),
    ...boundsOf(reads, labels, catalogue),
  };
}

const OWNER_LABELS: readonly OwnerLabel[] = ["system", "namespace"];

const ownersIn = ({ names }: LabelSet): readonly OwnerLabel[] =>
  OWNER_LABELS.filter((label) => names === "any" || names.has(label));

/** A series recorded from histogram buckets has their bounds. */
function boundsOf(
  reads: readonly string[],
  { names }: LabelSet,
  catalogue: SeriesCatalogue,
): Pick<SeriesFacts, "bounds"> {
  if (names !== "any" && !names.has("le")) return {};
  const bounds = reads.flatMap((name) => catalogue.get(name)?.bounds ?? []);
  return bounds.length === 0 ? {} : { bounds: [...new Set(bounds)] };
}

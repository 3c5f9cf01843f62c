import type { ChartDigests } from "../../helm/chart-digests";
import { archiveName } from "../../helm/parts/chart";
import { aligned } from "../aligned";
import type { ReleaseChange } from "./changes-of";
import type { FetchedChart } from "./fetch-charts";
import type { ObjectChange } from "./rendered-changes";
import type { UsedChart } from "./used-charts";

/** Fields named of one object; a new version of a chart can change hundreds. */
const FIELDS = 8;

/** Every chart in use with its version, what it installs, and whether its digest is known. */
export const chartLines = (
  charts: readonly UsedChart[],
  digests: ChartDigests,
): readonly string[] =>
  aligned([
    ["chart", "version", "installs", "environments", "SHA-256"],
    ...charts.map(({ chart, environments }) => [
      chart.chart,
      chart.version,
      chart.appVersion,
      environments.join(", "),
      digests[archiveName(chart)] ?? "not known: pinned by its version alone",
    ]),
  ]);

/** What other versions of charts change, release by release. */
export const changeLines = (
  changes: readonly ReleaseChange[],
): readonly string[] =>
  changes.flatMap(
    ({ environment, release, before, after, changes: of, refused }) => [
      "",
      `${environment} ${release}: ${before} -> ${after}, ${
        refused === undefined
          ? `objects that differ: ${String(of.length)}`
          : `not compared, since the version before refuses the values of today: ${refused}`
      }`,
      ...of.flatMap(objectLines),
    ],
  );

const objectLines = ({
  object,
  what,
  fields,
  refused,
}: ObjectChange): readonly string[] => [
  `  ${what.padEnd(8)} ${object}${listed(fields)}`,
  ...(refused.length === 0
    ? []
    : [`           Kubernetes refuses to change${listed(refused)}`]),
];

function listed(fields: readonly string[]): string {
  if (fields.length === 0) return "";
  const more =
    fields.length > FIELDS ? ` and ${String(fields.length - FIELDS)} more` : "";
  return `: ${fields.slice(0, FIELDS).join(", ")}${more}`;
}

/** Digests as they are committed. */
export const digestsFile = (charts: readonly FetchedChart[]): string =>
  `${JSON.stringify(
    Object.fromEntries(
      charts.map(({ chart, digest }) => [archiveName(chart), digest]),
    ),
    null,
    2,
  )}\n`;

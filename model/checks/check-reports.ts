import type { EnvironmentConfig, Reports } from "../environment";
import { isTimeZone } from "../local-time";
import type { Problem } from "../problem";
import { checkChannel } from "./check-team";
import { CLOCK } from "./names";

/** A name, and after it a version that is not `latest`, or a digest. */
const FIXED_IMAGE =
  /^[a-z0-9][a-z0-9._:/-]*(:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})$/;

/** One value that may be wrong, in the order in which a problem says it. */
type Finding = readonly [
  field: string,
  message: string,
  got: string,
  right: boolean,
  allowed: string,
];

/** Reports that nobody would get, that would come at no time, or whose program may be another tomorrow. */
export function checkReports(
  path: string,
  { reports }: EnvironmentConfig,
): readonly Problem[] {
  if (reports.kind === "off") return checkReason(`${path} reports`, reports);
  const { chat, quality } = reports;
  return [
    ...findings(reports)
      .filter(([, , , right]) => !right)
      .map(([field, message, got, , allowed]) => ({
        path: `${path} reports.${field}`,
        message,
        got,
        allowed,
        next: "correct it",
      })),
    ...checkRecipients(`${path} reports.recipients`, reports.recipients),
    ...(quality.kind === "on"
      ? checkRecipients(
          `${path} reports.quality.recipients`,
          quality.recipients,
        )
      : checkReason(`${path} reports.quality`, quality)),
    ...(chat.kind === "on"
      ? checkChannel(`${path} reports.chat`, chat.channel)
      : checkReason(`${path} reports.chat`, chat)),
  ];
}

const checkReason = (
  path: string,
  { reason }: { readonly reason: string },
): readonly Problem[] =>
  reason.trim() === ""
    ? [
        {
          path,
          message: "is off, and nobody can read why",
          next: "give the reason",
        },
      ]
    : [];

function findings(reports: Reports): readonly Finding[] {
  const { quality, timeZone, weekly, monthly } = reports;
  const image = (field: string, value: string): Finding => [
    field,
    "must be an image at one version",
    value,
    FIXED_IMAGE.test(value),
    "name:version, never latest, or name@sha256:…",
  ];
  const time = (field: string, value: string): Finding => [
    field,
    "is no time of day",
    value,
    CLOCK.test(value),
    "hours and minutes as 08:00",
  ];
  return [
    image("image", reports.image),
    [
      "timeZone",
      "is no time zone",
      timeZone,
      isTimeZone(timeZone),
      "a name of the IANA database, such as Europe/Zurich or Etc/UTC",
    ],
    time("weekly.at", weekly.at),
    time("monthly.at", monthly.at),
    ...(quality.kind === "off"
      ? []
      : [
          image("quality.image", quality.image),
          time("quality.at", quality.at),
          [
            "quality.folder",
            "must be an absolute path",
            quality.folder,
            /^(\/[\w.-]+)+$/.test(quality.folder),
            "such as /opt/farfan",
          ] satisfies Finding,
        ]),
  ];
}

const checkRecipients = (
  path: string,
  recipients: readonly string[],
): readonly Problem[] =>
  recipients.length === 0
    ? [
        {
          path,
          message: "nobody would get the report",
          next: "name a mailbox, or switch it off with a reason",
        },
      ]
    : checkChannel(path, { kind: "email", to: recipients });

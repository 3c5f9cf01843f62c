import type { EnvironmentConfig, Reports } from "../environment";
import { checkWrittenReports } from "./check-written-reports";
import { isTimeZone } from "../local-time";
import type { Problem } from "../problem";
import { checkChannel } from "./check-team";
import { checkImage } from "./check-image";
import { checkReason, checkRecipients, checkTime } from "./check-report-parts";

/** Checks recipients, schedule and image of the reports. */
export function checkReports(
  path: string,
  { reports }: EnvironmentConfig,
): readonly Problem[] {
  if (reports.kind === "off") return checkReason(`${path} reports`, reports);
  const { chat } = reports;
  return [
    ...findings(`${path} reports`, reports),
    ...checkRecipients(`${path} reports.recipients`, reports.recipients),
    ...checkWrittenReports(`${path} reports.written`, reports),
    ...(chat.kind === "on"
      ? checkChannel(`${path} reports.chat`, chat.channel)
      : checkReason(`${path} reports.chat`, chat)),
  ];
}

const findings = (
  path: string,
  { image, timeZone, weekly, monthly }: Reports,
): readonly Problem[] => [
  ...checkImage(`${path}.image`, image),
  ...(isTimeZone(timeZone)
    ? []
    : [
        {
          path: `${path}.timeZone`,
          message: "is not a time zone",
          got: timeZone,
          allowed:
            "a name of the IANA database, such as Europe/Zurich or Etc/UTC",
          next: "correct it",
        },
      ]),
  ...checkTime(`${path}.weekly.at`, weekly.at),
  ...checkTime(`${path}.monthly.at`, monthly.at),
];

import type { Reports } from "../environment";
import type { Problem } from "../problem";
import type { WrittenReport } from "../written-report";
import { checkImage } from "./check-image";
import { checkReason, checkRecipients, checkTime } from "./check-report-parts";
import { checkKebab } from "./names";

/** Names of the generated reports. */
const TAKEN = ["weekly", "monthly"];

/** Checks the reports that a system's own program writes. */
export const checkWrittenReports = (
  path: string,
  { written = {} }: Reports,
): readonly Problem[] =>
  Object.entries(written).flatMap(([name, report]) => [
    ...checkKebab(path, "the name of a report", name),
    ...(TAKEN.includes(name)
      ? [
          {
            path: `${path}.${name}`,
            message: "is the name of a generated report",
            got: name,
            next: "rename it",
          },
        ]
      : []),
    ...(report.kind === "off"
      ? checkReason(`${path}.${name}`, report)
      : checkReport(`${path}.${name}`, report)),
  ]);

const checkReport = (
  path: string,
  { image, at, folder, file, command, recipients }: WrittenReport,
): readonly Problem[] => [
  ...checkImage(`${path}.image`, image),
  ...checkTime(`${path}.at`, at),
  ...(/^(\/[\w.-]+)+$/.test(folder)
    ? []
    : [
        {
          path: `${path}.folder`,
          message: "must be an absolute path",
          got: folder,
          allowed: "such as /opt/shop",
          next: "correct it",
        },
      ]),
  ...(/^[\w-][\w.-]*$/.test(file)
    ? []
    : [
        {
          path: `${path}.file`,
          message: "must be the name of a file in artifacts",
          got: file,
          allowed: "such as STOCK.md",
          next: "correct it",
        },
      ]),
  ...(command.length === 0
    ? [
        {
          path: `${path}.command`,
          message: "is empty",
          next: "name the program and its arguments",
        },
      ]
    : []),
  ...checkRecipients(`${path}.recipients`, recipients),
];

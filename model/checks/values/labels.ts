import { LABEL_NAME } from "../names";
import { must } from "./value-check";

/** Labels of alerts and samples that are set for them. */
const SET: readonly string[] = [
  "alertname",
  "cluster",
  "condition",
  "environment",
  "path",
  "priority",
  "severity",
  "system",
  "team",
];

/** The name of a label of Prometheus. */
export const labelName = must<string>((label) => LABEL_NAME.test(label), {
  message: "is not the name of a label",
  allowed: "a-z, A-Z, 0-9 and _, not beginning with a digit or __",
});

/** The name of a label that an alert may add. */
export const ownLabel = must<string>(
  (label) => LABEL_NAME.test(label) && !SET.includes(label),
  {
    message: "is not the name of a label that an alert may add",
    allowed: `a-z, A-Z, 0-9 and _, and none that every alert has: ${SET.join(", ")}`,
    next: "rename it; priority, severity, condition and path are fields of the alert",
  },
);

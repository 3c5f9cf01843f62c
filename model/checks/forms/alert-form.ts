import type { Alert, Priority, Severity, SystemLabel } from "../../alert";
import type { ChannelRole } from "../../channel";
import { days, seconds } from "../../duration";
import type { NotificationPath, Timing } from "../../notification-path";
import type { Threshold } from "../../threshold";
import { ownLabel } from "../values/labels";
import { between } from "../values/quantities";
import { notEmpty, reason } from "../values/texts";
import { must } from "../values/value-check";
import { environmentChoice } from "./choice-form";
import {
  boolean,
  duration,
  either,
  isText,
  list,
  object,
  oneOfTexts,
  optional,
  record,
  text,
  threshold,
  union,
  unread,
} from "./form";

/** Who looks at an alert after a month has another problem; proofs evaluate each minute of it. */
const atMostAMonth = between(seconds(0), days(31));

/** Empty, it has a message of its own. */
const conditionName = must<string>((name) => /^[\w-]*$/.test(name), {
  message: "is not the name of a condition",
  allowed: "letters, digits, - and _",
});

const system = union<SystemLabel>({ own: {}, "from-series": {} });

/** A notification path that differs from the one of a priority. */
export const path = object<NotificationPath>({
  name: text(),
  channels: list(text<ChannelRole>()),
  acknowledge: optional(duration()),
  response: either(isText, oneOfTexts("next business day"), duration()),
  hours: oneOfTexts("always", "business"),
  timing: optional(
    object<Timing>({
      groupWait: optional(duration()),
      groupInterval: optional(duration()),
      repeatInterval: optional(duration()),
    }),
  ),
  sendResolved: optional(boolean),
});

/** An alert on metrics, with its defaults. */
export const alertForm = object<Alert>({
  name: text(),
  expr: text(notEmpty),
  allows: optional(record(text())),
  thresholds: optional(record(threshold<Threshold>())),
  for: duration(atMostAMonth),
  keepFiringFor: optional(duration(atMostAMonth)),
  severity: text<Severity>(),
  priority: text<Priority>(),
  condition: optional(text(conditionName)),
  causes: optional(list(text(notEmpty))),
  groupWith: optional(list(text(notEmpty))),
  groupBy: optional(list(text(notEmpty))),
  system: optional(system),
  labels: optional(record(text(notEmpty), ownLabel)),
  path: optional(path),
  summary: text(),
  description: optional(text(notEmpty)),
  action: optional(text(notEmpty)),
  runbook: text(),
  dashboard: text(),
  only: optional(
    object<NonNullable<Alert["only"]>>({
      environments: environmentChoice,
      reason: text(reason),
    }),
  ),
  proof: unread(),
  exprFor: optional(unread()),
  proofFor: optional(unread()),
});

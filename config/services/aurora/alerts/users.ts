import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { droppedSinceLastWeek } from "../../../../patterns/anomaly/dropped-since-last-week";
import { registrations } from "../events";

/** Number of users, and success of registrations. */
export const userAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    name: "AuroraRegistrationFailures",
    events: registrations,
    shows: "good",
    ratio: "aurora:user_registration_success:ratio_rate1h",
    limit: { name: "successRatio", value: percent(99) },
    all: {
      rate: "aurora:user_registrations:rate5m",
      bad: "attempts failed",
    },
    bad: {
      rate: "aurora:user_registration_failures:rate5m",
      // At least three: at night a single mistyped captcha is more than one in a hundred.
      minimum: { name: "failures", value: count(2.5, "failures in an hour") },
      window: hours(1),
    },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    condition: "registration",
    summary:
      "Registration success {{ $value | humanizePercentage }} in the last hour (target 99 %)",
    description:
      "For 10 minutes more than one attempt to register in a hundred has failed, at least 3 in an hour.",
    action: "See for which reason attempts fail, and since when.",
    runbook: "aurora/registration",
  }),
  droppedSinceLastWeek({
    name: "AuroraActiveUsersDrop",
    recorded: "aurora:active_users:daily",
    source: {
      kind: "gauge",
      example: { 'active_users{system="aurora", window="1d", pod="a"}': 1 },
    },
    share: { name: "ofLastWeek", value: percent(50) },
    // Of a handful of users half may be on leave.
    minimum: count(50, "users a week ago"),
    for: hours(2),
    priority: "P2",
    summary: "Daily active users below half of last week",
    description:
      "{{ $value }} users were active within a day, fewer than half as many as a week ago.",
    action:
      "See whether people cannot get in, or whether they are not counted.",
    runbook: "aurora/active-users",
  }),
];

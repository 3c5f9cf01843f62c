import type { Alert } from "../../../model/alert";
import type { InputSeries } from "../../../model/alert-proof";
import { days, hours, minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";
import { ratioLimit } from "../../../patterns/alerts/ratio-limit";
import { registrations } from "../events";

const WEEK = days(7);
const HOUR = hours(1);
const FIVE_MINUTES = minutes(5);
const samples = (length: { readonly seconds: number }): number =>
  length.seconds / FIVE_MINUTES.seconds;

/** So many users a week ago for four hours, then for the rest of the week others, then so many now; a value each five minutes. */
const users = (aWeekAgo: number, since: number, now: number): InputSeries => {
  const hoursOf = (amount: number): number => samples(HOUR) * amount;
  return {
    'active_users{system="aurora", window="1d", pod="a"}': [
      `${String(aWeekAgo)}x${String(hoursOf(4) - 1)}`,
      `${String(since)}x${String(samples(WEEK) - hoursOf(4) - 1)}`,
      `${String(now)}x${String(hoursOf(3))}`,
    ].join(" "),
  };
};

const drops = (aWeekAgo: number, since: number, now: number) =>
  ({
    series: users(aWeekAgo, since, now),
    interval: FIVE_MINUTES,
    before: "nothing",
    at: minutes(days(7).seconds / 60 + 120),
    expect: [
      {
        description: `${String(now)} users were active within a day, fewer than half as many as a week ago.`,
      },
    ],
    resolves: {
      series: {
        'active_users{system="aurora", window="1d", pod="a"}': `${String(aWeekAgo)}x5`,
      },
      // The next value.
      after: FIVE_MINUTES,
    },
  }) as const;

const quiet = (aWeekAgo: number, since: number, now: number) => ({
  series: users(aWeekAgo, since, now),
  interval: FIVE_MINUTES,
  at: minutes(days(7).seconds / 60 + 170),
});

/** Whether people come, and get in. */
export const userAlerts: readonly Alert[] = [
  ratioLimit({
    requirement: "AUR-A5",
    name: "AuroraRegistrationFailures",
    events: registrations,
    shows: "good",
    ratio: "aurora:user_registration_success:ratio_rate1h",
    limit: { name: "successRatio", value: percent(99) },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    condition: "registration",
    summary:
      "Registration success {{ $value | humanizePercentage }} in the last hour (target 99 %)",
    action: "See for which reason attempts fail, and since when.",
    runbook: "aurora/registration",
    dashboard: "aurora",
  }),
  {
    requirement: "AUR-A9",
    name: "AuroraActiveUsersDrop",
    // The same hour of the same weekday, so neither nights nor Sundays are a drop; of a handful of users half may be on leave.
    expr: `aurora:active_users:daily
  < {ofLastWeek} * (aurora:active_users:daily offset 7d)
and (aurora:active_users:daily offset 7d) > {minimum}`,
    thresholds: {
      ofLastWeek: percent(50),
      minimum: count(50, "users a week ago"),
    },
    for: hours(2),
    severity: "warning",
    priority: "P2",
    summary: "Daily active users below half of last week",
    description:
      "{{ $value }} users were active within a day, fewer than half as many as a week ago.",
    action:
      "See whether people cannot get in, or whether they are not counted.",
    runbook: "aurora/active-users",
    dashboard: "aurora",
    proof: {
      fires: [drops(1000, 600, 490), drops(52, 30, 10)],
      quiet: [
        quiet(1000, 2000, 500),
        // Too few for half of them to say anything.
        quiet(50, 2000, 10),
      ],
    },
  },
];

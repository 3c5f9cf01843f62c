import type { EnvironmentConfig } from "../model/environment";
import type { MaintenanceWindow, Silence } from "../model/mute";
import type { NamedIntervals, TimeInterval } from "./alertmanager-form";

/** Name of the time interval of business hours. */
export const BUSINESS_HOURS = "business-hours";

/** Names of the maintenance windows that concern a system. */
export const maintenanceOf = (
  { notification }: EnvironmentConfig,
  system: string,
): readonly string[] =>
  notification.maintenance
    .filter(({ systems }) => systems === "all" || systems.includes(system))
    .map(maintenanceName);

const maintenanceName = ({ name }: MaintenanceWindow): string =>
  `maintenance-${name}`;

/** Name of a silence's time interval. */
export const silenceName = (
  environment: EnvironmentConfig,
  silence: Silence,
): string =>
  `silence-${String(environment.notification.silences.indexOf(silence) + 1)}-${silence.system}-${silence.alert}`;

/** Every time interval that routes may refer to. */
export const timeIntervals = (
  environment: EnvironmentConfig,
): readonly NamedIntervals[] => {
  const { businessHours, maintenance, silences, timeZone } =
    environment.notification;
  return [
    {
      name: BUSINESS_HOURS,
      time_intervals: [
        {
          weekdays: ["monday:friday"],
          times: [
            { start_time: businessHours.from, end_time: businessHours.until },
          ],
          location: timeZone,
        },
      ],
    },
    ...maintenance.map((window) => ({
      name: maintenanceName(window),
      time_intervals: datedIntervals(window, timeZone),
    })),
    ...silences.map((silence) => ({
      name: silenceName(environment, silence),
      time_intervals: datedIntervals(silence, timeZone),
    })),
  ];
};

/** Alertmanager has no dates with times, so each day of the period is an interval of its own. */
function datedIntervals(
  { from, until }: { readonly from: string; readonly until: string },
  location: string,
): readonly TimeInterval[] {
  const [firstDay = "", start = ""] = from.split("T");
  const [lastDay = "", end = ""] = until.split("T");
  const intervals: TimeInterval[] = [];
  for (let day = firstDay; day <= lastDay; day = nextDay(day)) {
    const start_time = day === firstDay ? start : "00:00";
    const end_time = day === lastDay ? end : "24:00";
    // A period that ends at midnight does not include the day that begins then.
    if (start_time === end_time) continue;
    const [year = "", month = "", date = ""] = day.split("-");
    intervals.push({
      times: [{ start_time, end_time }],
      days_of_month: [String(Number(date))],
      months: [String(Number(month))],
      years: [year],
      location,
    });
  }
  return intervals;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

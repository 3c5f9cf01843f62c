import type { AlertDefinition } from "../../../model/alert";
import type { Duration } from "../../../model/duration";
import { everyAlert } from "../../../model/every-alert";
import { reachOf } from "../../../model/notification-path";
import type { Reach } from "../../../model/notification-path";
import { teamChannels } from "../../../model/team";
import { services } from "../../support/declared";
import { meaningOf, partOf, textOf } from "../../support/runbook-pages";

const alerts = services.flatMap((service) =>
  everyAlert(service).map((alert) => ({ alert, service })),
);

/** How pages write a time within which people act. */
const timeText = (time: Reach["response"]): string => {
  if (time === "next business day") return time;
  if (time.milliseconds === 0) return "at once";
  const minutes = time.milliseconds / 60_000;
  return minutes < 60 ? `${String(minutes)} min` : `${String(minutes / 60)} h`;
};

/** Where acting at once is acknowledging, nothing else is asked for. */
const responseText = ({ response, acknowledge }: Reach): string =>
  acknowledge === undefined || timeText(acknowledge) === timeText(response)
    ? timeText(response)
    : `${timeText(response)}, acknowledge in ${timeText(acknowledge)}`;

/** Cells of an alert's row in its page; of rows that share its name, the one of its priority. */
function rowOf({
  name,
  runbook,
  priority,
}: AlertDefinition): readonly string[] {
  const rows = [
    ...textOf(runbook.replace(/#.*/, "")).matchAll(
      new RegExp(`^\\| \`?${name}\`?[ (].*$`, "gm"),
    ),
  ].map(([row]) => row.split("|").map((cell) => cell.trim()));
  return rows.find(([, , cell]) => cell === priority) ?? rows[0] ?? [];
}

const WAYS = { pager: /PagerDuty/, chat: /Slack/, email: /e-mail/ } as const;

it("says how soon people act, as the alert's priority or path does", () => {
  expect(
    alerts.flatMap(({ alert, service }) => {
      const [, , , response = ""] = rowOf(alert);
      const expected = responseText(reachOf(alert, service));
      return response.replace(/, in business hours$/, "") === expected
        ? []
        : [`${alert.runbook} ${alert.name}: ${response}, not ${expected}`];
    }),
  ).toEqual([]);
});

it("says which hours are meant where it is told in business hours only", () => {
  expect(
    alerts.flatMap(({ alert, service }) => {
      const { hours } = reachOf(alert, service);
      const said = rowOf(alert).join(" ").includes("business");
      return said === (hours === "business") ? [] : [alert.name];
    }),
  ).toEqual([]);
});

it("says by which ways people are told, and names the channel of their team", () => {
  expect(
    alerts.flatMap(({ alert, service }) => {
      const [, , , , who = ""] = rowOf(alert);
      const { channels } = reachOf(alert, service);
      const ways = Object.entries(WAYS).filter(
        ([role, way]) =>
          way.test(who) !== (channels as readonly string[]).includes(role),
      );
      // An alert that keeps the system of its series reaches the team of that one.
      const unnamed =
        alert.system?.kind === "from-series" || !channels.includes("chat")
          ? []
          : teamChannels(service.team, "chat").flatMap((channel) =>
              channel.kind !== "slack" || who.includes(channel.channel)
                ? []
                : channel.channel,
            );
      return [...ways.map(([role]) => role), ...unnamed].map(
        (wrong) => `${alert.runbook} ${alert.name}: ${wrong}: ${who}`,
      );
    }),
  ).toEqual([]);
});

/** How pages write a time that a condition must hold. */
const waitTexts = ({ milliseconds }: Duration): readonly string[] => {
  const minutes = milliseconds / 60_000;
  const hours = minutes / 60;
  if (hours === 24) return ["a day", "a whole day"];
  if (hours === 1) return ["an hour"];
  if (minutes === 1) return ["a minute"];
  return Number.isInteger(hours)
    ? [`${String(hours)} hours`]
    : [`${String(minutes)} minutes`];
};

it("says how long the condition must have held", () => {
  expect(
    alerts.flatMap(({ alert }) => {
      const { milliseconds } = alert.for;
      const said = waitTexts(alert.for).some((text) =>
        meaningOf(alert).toLowerCase().includes(text),
      );
      return milliseconds === 0 || said
        ? []
        : [`${alert.runbook} ${alert.name}: ${alert.for.toString()}`];
    }),
  ).toEqual([]);
});

it("says in the escalation what follows where nobody acknowledges", () => {
  expect(
    alerts.flatMap(({ alert, service }) => {
      const { acknowledge } = reachOf(alert, service);
      if (acknowledge === undefined) return [];
      const page = alert.runbook.replace(/#.*/, "");
      const minutes = `${String(acknowledge.milliseconds / 60_000)} minutes`;
      return partOf(textOf(page), "Escalation").includes(minutes)
        ? []
        : [`${page} ${alert.name}: ${minutes}`];
    }),
  ).toEqual([]);
});

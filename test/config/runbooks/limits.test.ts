import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import type { AlertDefinition } from "../../../model/alert";
import { everyAlert } from "../../../model/every-alert";
import { percent } from "../../../model/ratio";
import type { Threshold } from "../../../model/threshold";
import { services } from "../../support/declared";
import { meaningOf, textOf } from "../../support/runbook-pages";

const alerts = services.flatMap((service) => everyAlert(service));

/** Shares that pages write as words. */
const SHARES: Readonly<Record<string, string>> = {
  "0.2": "a fifth",
  "0.25": "a quarter",
  "0.5": "half",
};

/** Counts that pages write as words; a limit between two whole numbers is told by the one on either side. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  "0.5": ["at least one"],
  "1": ["one"],
  "1.5": ["one and a half", "two or more"],
  "2": ["twice"],
  "2.5": ["more than twice"],
  "3": ["three"],
  "5": ["five"],
  "10": ["ten times"],
};

/** Units of time with their length in seconds. */
const TIMES: readonly (readonly [number, readonly string[]])[] = [
  [1, ["s", "seconds"]],
  [60, ["minutes"]],
  [3600, ["hours", "h"]],
  [86_400, ["days"]],
];
const TIME_WORDS: Readonly<Record<number, readonly string[]>> = {
  0.5: ["half a second"],
  1: ["a second"],
  3600: ["an hour", "one hour"],
  7200: ["two hours"],
};

const short = (value: number): string => String(Number(value.toFixed(6)));

/** Ways in which a page may write a limit. */
function written(threshold: Threshold): readonly string[] {
  switch (threshold.kind) {
    case "ratio": {
      const share = threshold.value;
      const word = SHARES[short(share)];
      return [
        `${short(share * 100)} %`,
        short(share),
        ...(word === undefined ? [] : [word]),
        // What may be lost is said instead of what must be kept.
        `${short(100 - share * 100)} %`,
        ...(short(1 - share) === "0.1" ? ["a tenth"] : []),
      ];
    }
    case "bytes":
      return [`${short(threshold.bytes / 1e9)} GB`];
    case "duration": {
      const seconds = threshold.milliseconds / 1000;
      return [
        `${String(threshold.milliseconds)} ms`,
        ...TIMES.flatMap(([length, names]) =>
          names.map((name) => `${short(seconds / length)} ${name}`),
        ),
        ...(TIME_WORDS[seconds] ?? []),
      ];
    }
    case "count": {
      const { value } = threshold;
      return [
        short(value),
        value.toLocaleString("en-US"),
        ...(Number.isInteger(value) ? [] : [String(Math.ceil(value))]),
        ...(COUNTS[short(value)] ?? []),
      ];
    }
  }
}

/** Whether a text says it, and not another number that has it for a part. */
const says = (text: string, limit: string): boolean =>
  new RegExp(
    `(?<![\\d.,])${limit.replace(/[.*+?^$()|[\]\\]/g, "\\$&")}(?![\\d]|[.,]\\d)`,
    "i",
  ).test(text);

/** Named limits that the meaning of a page does not say. Above nothing, or at none at all, there is no number to say. */
const unsaid = (
  meaning: string,
  { thresholds = {} }: Pick<AlertDefinition, "thresholds">,
): readonly string[] =>
  Object.entries(thresholds)
    .filter(
      ([, threshold]) => threshold.kind !== "count" || threshold.value !== 0,
    )
    .filter(
      ([, threshold]) =>
        !written(threshold).some((limit) => says(meaning, limit)),
    )
    .map(([name]) => name);

it("says the limits that the declaration has", () => {
  expect(
    alerts.flatMap((alert) =>
      unsaid(meaningOf(alert), alert).map(
        (name) => `${alert.runbook} ${alert.name}: ${name}`,
      ),
    ),
  ).toEqual([]);
  const limit = percent(5);
  expect(unsaid("more than 15 % failed", { thresholds: { limit } })).toEqual([
    "limit",
  ]);
  expect(unsaid("more than 5 % failed", { thresholds: { limit } })).toEqual([]);
});

/** Alerts whose page leads elsewhere, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  GrafanaDown: "its link is dead while it fires",
};

it("leads to the page of Grafana that the alert opens", () => {
  const titles = new Map(
    services
      .flatMap((service) => withGeneratedDashboards(service).dashboards)
      .map(({ uid, title }) => [uid, title]),
  );
  expect(
    alerts.flatMap(({ name, runbook, dashboard }) => {
      // Pages that a label of the alert chooses are named for what each system has.
      const title = titles.get(dashboard) ?? "";
      return ELSEWHERE[name] !== undefined ||
        textOf(runbook.replace(/#.*/, "")).includes(`_${title}_`) ||
        dashboard.includes("{{")
        ? []
        : [`${runbook} ${name}: ${title}`];
    }),
  ).toEqual([]);
});

import { percent } from "../../../model/ratio";
import type { Slo } from "../../../model/slo";
import { days } from "../../../model/duration";
import { grown } from "../../../proof/incidents/faults/growth";
import {
  restarted,
  valued,
  without,
} from "../../../proof/incidents/faults/of-system";
import { failures, spoiled } from "../../../proof/incidents/faults/spoiled";
import type { ObservedSeries } from "../../../proof/observed-series";

const STRETCH = { from: 2, until: 4 };

const series = (
  name: string,
  labels: Readonly<Record<string, string>>,
  ...values: number[]
): ObservedSeries => ({ name, labels, values });

const anything = (): boolean => true;

const slo = (
  good: Readonly<Record<string, number>>,
  bad: Readonly<Record<string, number>>,
  kind: "request" | "value" = "request",
): Slo => ({
  kind,
  name: "answers",
  description: "It answers.",
  period: days(30),
  objective: percent(99),
  bad: "bad",
  total: "total",
  volume: "normal",
  page: "P0",
  examples: { good, bad },
});

const shown = (world: readonly ObservedSeries[]): readonly string[] =>
  world.map(
    ({ name, labels, values }) =>
      `${name}{${Object.entries(labels)
        .map(([label, value]) => `${label}=${value}`)
        .join(",")}} ${values.map((value) => value ?? "_").join(" ")}`,
  );

it("grows otherwise in a stretch, and as before it afterwards", () => {
  expect(
    grown(series("a_total", {}, 100, 110, 120, 130, 140), STRETCH, () => 1)
      .values,
  ).toEqual([100, 110, 111, 112, 122]);
});

it("moves each pod's events to what its example of a bad one counts", () => {
  const answers = slo(
    { 'requests_total{route="/", status="200", pod="a"}': 1 },
    { 'requests_total{route="/", status="500", pod="b"}': 1 },
  );
  expect(
    shown(
      spoiled(
        answers,
        0.5,
        anything,
      )(
        [
          series(
            "requests_total",
            { route: "/x", status: "200", pod: "p" },
            0,
            10,
            20,
            30,
            40,
          ),
          series(
            "requests_total",
            { route: "/x", status: "404", pod: "p" },
            0,
            2,
            4,
            6,
            8,
          ),
          series("other_total", {}, 1, 2, 3, 4, 5),
        ],
        STRETCH,
      ),
    ),
  ).toEqual([
    "other_total{} 1 2 3 4 5",
    "requests_total{route=/x,status=200,pod=p} 0 10 15 20 30",
    "requests_total{route=/x,status=404,pod=p} 0 2 3 4 6",
    // Born with the first of them, and of both kinds of answers.
    "requests_total{route=/x,status=500,pod=p} _ _ 6 12 12",
  ]);
});

it("counts failures in a metric of their own beside all events", () => {
  const scans = slo(
    { 'scans_total{scanner="x", pod="a"}': 1 },
    {
      'scans_total{scanner="x", pod="b"}': 1,
      'scan_failures_total{scanner="x", reason="timeout", pod="b"}': 1,
    },
  );
  expect(
    shown(
      spoiled(
        scans,
        1,
        anything,
      )(
        [
          series("scans_total", { scanner: "s", pod: "p" }, 0, 10, 20, 30, 40),
          series(
            "scan_failures_total",
            { scanner: "s", reason: "disk", pod: "p" },
            5,
            5,
            5,
            5,
            5,
          ),
        ],
        STRETCH,
      ),
    ),
  ).toEqual([
    "scans_total{scanner=s,pod=p} 0 10 20 30 40",
    "scan_failures_total{scanner=s,reason=disk,pod=p} 5 5 5 5 5",
    "scan_failures_total{pod=p,scanner=s,reason=timeout} _ _ 10 20 20",
  ]);
});

it("moves observations above the bound, and their sum with them", () => {
  const fast = slo(
    {
      'seconds_bucket{le="0.5"}': 1,
      'seconds_bucket{le="1.0"}': 1,
      'seconds_bucket{le="+Inf"}': 1,
    },
    {
      'seconds_bucket{le="0.5"}': 0,
      'seconds_bucket{le="1.0"}': 1,
      'seconds_bucket{le="+Inf"}': 1,
    },
  );
  expect(
    shown(
      spoiled(
        fast,
        1,
        anything,
      )(
        [
          series("seconds_bucket", { le: "0.5" }, 0, 9, 18, 27, 36),
          series("seconds_bucket", { le: "1" }, 0, 10, 20, 30, 40),
          series("seconds_bucket", { le: "+Inf" }, 0, 10, 20, 30, 40),
          series("seconds_sum", {}, 0, 2, 4, 6, 8),
          series("seconds_count", {}, 0, 10, 20, 30, 40),
        ],
        STRETCH,
      ),
    ),
  ).toEqual([
    "seconds_count{} 0 10 20 30 40",
    "seconds_bucket{le=0.5} 0 9 9 9 18",
    "seconds_bucket{le=1} 0 10 20 30 40",
    "seconds_bucket{le=+Inf} 0 10 20 30 40",
    "seconds_sum{} 0 2 12 22 24",
  ]);
});

it("turns a measured value into that of the bad example", () => {
  const up = slo(
    { 'up_ratio{pod="a"}': 1 },
    { 'up_ratio{pod="a"}': 0 },
    "value",
  );
  const forecast = slo(
    { forecast_dollars: 100, actual_dollars: 100 },
    { forecast_dollars: 200, actual_dollars: 100 },
    "value",
  );
  expect(
    shown(
      spoiled(
        up,
        1,
        anything,
      )([series("up_ratio", { pod: "p" }, 1, 1, 1, 1, 1)], STRETCH),
    ),
  ).toEqual(["up_ratio{pod=p} 1 1 0 0 1"]);
  expect(
    shown(
      spoiled(
        forecast,
        1,
        anything,
      )(
        [
          series("forecast_dollars", {}, 50, 50, 50, 50, 50),
          series("actual_dollars", {}, 50, 50, 50, 50, 50),
        ],
        STRETCH,
      ),
    ),
  ).toEqual([
    "forecast_dollars{} 50 50 100 100 50",
    "actual_dollars{} 50 50 50 50 50",
  ]);
});

it("adds single bad events ten minutes apart", () => {
  const answers = slo(
    { 'requests_total{status="200"}': 1 },
    { 'requests_total{status="500"}': 1 },
  );
  const world = [
    {
      name: "requests_total",
      labels: { status: "200" },
      values: Array.from({ length: 15 }, (_, minute) => minute),
    },
  ];
  expect(
    failures(answers, 2, anything)(world, { from: 2, until: 15 }).at(-1)
      ?.values,
  ).toEqual([
    ...[undefined, undefined],
    ...[1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ...[2, 2, 2],
  ]);
});

it("starts processes again from 0, under their own or another name", () => {
  const world = [
    series("requests_total", { pod: "p" }, 50, 60, 70, 80, 90),
    series("temperature", { pod: "p" }, 7, 7, 7, 7, 7),
  ];
  expect(shown(restarted(anything, false)(world, STRETCH))).toEqual([
    "requests_total{pod=p} 50 60 _ 0 10",
    "temperature{pod=p} 7 7 _ 7 7",
  ]);
  expect(shown(restarted(anything, true)(world, STRETCH))).toEqual([
    "requests_total{pod=p} 50 60 _ _ _",
    "requests_total{pod=p-new} _ _ _ 0 10",
    "temperature{pod=p} 7 7 _ _ _",
    "temperature{pod=p-new} _ _ _ 7 7",
  ]);
});

it("silences and flaps", () => {
  const world = [series("up", {}, 1, 1, 1, 1, 1)];
  expect(shown(without(anything)(world, STRETCH))).toEqual(["up{} 1 1 _ _ 1"]);
  expect(
    shown(
      valued(anything, (healthy, minute) => (minute % 2 === 0 ? 0 : healthy))(
        world,
        STRETCH,
      ),
    ),
  ).toEqual(["up{} 1 1 0 1 1"]);
});

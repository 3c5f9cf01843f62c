import { production } from "../support/environments/production";
import { minutes, seconds } from "../../model/duration";
import { lastSecond, logCases, stretches } from "../../proof/log-case";
import { groupInProof, pushed, scaledWait } from "../../proof/log-world";
import { withLogAlert } from "../support/log-alerts";

const [fires, quiet] = logCases([withLogAlert()], production);
if (fires === undefined || quiet === undefined) {
  throw new Error("there are no cases");
}

it("is a tenant of its own, with the expected notification", () => {
  expect([fires.tenant, quiet.tenant]).toEqual([
    "shop-shoperrorlogs-fires-1",
    "shop-shoperrorlogs-quiet-1",
  ]);
  expect(fires.outcome).toMatchObject({
    kind: "fires",
    alerts: [
      {
        labels: { system: "shop", priority: "P2", pod: "a" },
        annotations: {
          summary: "The shop writes errors",
          description: "a wrote 12 errors",
        },
      },
    ],
  });
  expect(quiet.outcome).toEqual({ kind: "quiet" });
});

it("repeats a line as declared, and writes JSON as the application does", () => {
  const [stream] = fires.streams;
  expect(stream?.lines).toHaveLength(61);
  expect(stream?.lines.at(-1)).toEqual({
    second: 600,
    text: '{"level":"ERROR"}',
    beside: {},
  });
  expect(lastSecond(fires, minutes(5))).toBe(901);
});

it("gives lines absolute times, and distinct ones to two lines of one moment", () => {
  const streams = [
    {
      labels: { pod: "a" },
      lines: [
        { second: 0, text: "first" },
        { second: 1, text: "same" },
        { second: 1, text: "same" },
        { second: 9, text: "too late" },
      ],
    },
  ];
  expect(pushed(streams, 1_700_000_000, 5)).toEqual([
    {
      stream: { pod: "a" },
      values: [
        ["1700000000000000000", "first", {}],
        ["1700000001000000000", "same", {}],
        ["1700000001000000001", "same", {}],
      ],
    },
  ]);
});

it("evaluates the rule every second, and scales only its for", () => {
  const group = groupInProof(fires, scaledWait(fires));
  const [rule] = group.rules;
  expect(group).toMatchObject({ interval: "1s", rules: [{ for: "2s" }] });
  expect(rule).toMatchObject({
    ...fires.rule,
    for: "2s",
    annotations: fires.rule.annotations,
  });
  expect(scaledWait({ ...fires, waits: seconds(0) }).seconds).toBe(0);
});

it("finds uninterrupted intervals", () => {
  expect(
    stretches([3, 4, 5, 9]).map(({ from, length }) => [from, length.seconds]),
  ).toEqual([
    [3, 3],
    [9, 1],
  ]);
  expect(stretches([])).toEqual([]);
});

import { expectedReceiver } from "../../../cli/test-alert/expected-receiver";
import { readDuration } from "../../../cli/test-alert/read-duration";

const route = {
  receiver: "root",
  group_wait: "10s",
  routes: [
    {
      matchers: ['system="a"'],
      receiver: "a",
      group_interval: "1h",
      routes: [
        { matchers: ['priority=~"P0|P1"'], receiver: "urgent" },
        {
          matchers: ['priority="P1"'],
          receiver: "never",
        },
        { matchers: ['path!=""'], receiver: "path", group_wait: "1w" },
      ],
    },
  ],
};

it.each([
  [{}, { receiver: "root", groupWait: "10s", groupInterval: "5m" }],
  [
    { system: "b" },
    { receiver: "root", groupWait: "10s", groupInterval: "5m" },
  ],
  [{ system: "a" }, { receiver: "a", groupWait: "10s", groupInterval: "1h" }],
  [
    { system: "a", priority: "P1" },
    { receiver: "urgent", groupWait: "10s", groupInterval: "1h" },
  ],
  [
    { system: "a", path: "x" },
    { receiver: "path", groupWait: "1w", groupInterval: "1h" },
  ],
])("leads %p to %p", (labels: Record<string, string>, destination) => {
  expect(expectedReceiver(route, labels)).toEqual(destination);
});

it("gathers for as long as Alertmanager does where nothing is stated", () => {
  expect(expectedReceiver({ receiver: "root", routes: [] }, {})).toEqual({
    receiver: "root",
    groupWait: "30s",
    groupInterval: "5m",
  });
});

it.each([
  ["0s", 0],
  ["30s", 30_000],
  ["1h30m", 5_400_000],
  ["1w", 604_800_000],
  ["1y2d", 31_708_800_000],
  ["250ms", 250],
])("reads %s", (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds);
});

it.each(["", "5", "m", "5 m", "-5m", "5mm"])("refuses %p", (text) => {
  expect(() => readDuration(text)).toThrow(`"${text}" is no length of time`);
});

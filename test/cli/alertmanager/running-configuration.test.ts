import {
  readRunning,
  whyForeign,
} from "../../../cli/alertmanager/running-configuration";

const text = `
route:
  receiver: a
receivers:
- name: "null"
- name: a
  slack_configs:
  - channel: '#a'
    api_url_file: /etc/alertmanager/secrets/slack/a
    color: red
  pagerduty_configs:
  - routing_key_file: /etc/alertmanager/secrets/pagerduty/a
`;
const running = readRunning(text);
const rendered = (...receivers: readonly { readonly name: string }[]) => ({
  route: { receiver: "a", routes: [] },
  receivers,
});
const same = {
  name: "a",
  pagerduty_configs: [{ routing_key_file: "/elsewhere/pagerduty/a" }],
  slack_configs: [{ channel: "#a" }],
};

it("reads routes and receivers", () => {
  expect(running.receivers.map(({ name }) => name)).toEqual(["null", "a"]);
  expect(running.route.routes).toEqual([]);
});

it.each(["", "route: {}"])("refuses %p", (original) => {
  expect(() => readRunning(original)).toThrow(
    "this Alertmanager says nothing of what it runs",
  );
});

it("takes receivers that tell the same for the same, whatever else runs", () => {
  expect(whyForeign(running, rendered(same), "staging")).toBeUndefined();
});

it.each([
  [[same, { name: "b" }, { name: "c" }], "it lacks receiver b and 1 more"],
  [
    [{ name: "a", slack_configs: [{ channel: "#a" }] }],
    "its receiver a tells pagerduty pagerduty/a, slack #a, not slack #a",
  ],
  [
    [{ ...same, slack_configs: [{ channel: "#b" }] }, { name: "null" }],
    "its receiver a tells pagerduty pagerduty/a, slack #a, not pagerduty pagerduty/a, slack #b",
  ],
  [
    [
      same,
      { name: "null", email_configs: [{ to: "a@example.com" }] },
      { name: "d" },
    ],
    "it lacks receiver d; its receiver null tells nobody, not email a@example.com",
  ],
])("finds what differs from %j", (receivers, reason) => {
  expect(whyForeign(running, rendered(...receivers), "staging")).toBe(
    `this Alertmanager does not run the configuration of staging: ${reason}`,
  );
});

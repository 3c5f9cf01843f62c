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

it.each([
  ["", "the whole is null where an object is due"],
  ["route: {}", "receivers is missing"],
  ["receivers: []\nroute: {}", "route.receiver is missing"],
  [
    "receivers: [{ name: a, slack_configs: {} }]\nroute: { receiver: a }",
    "receivers[0].slack_configs is an object where a list is due",
  ],
  [
    "receivers: []\nroute: { receiver: a, routes: [{ matchers: a=b }] }",
    'route.routes[0].matchers is "a=b" where a list is due',
  ],
])("refuses %p", (original, reason) => {
  expect(() => readRunning(original)).toThrow(
    new Error(`the configuration that this Alertmanager runs: ${reason}`),
  );
});

it("gives a route the receiver of the one above, where it names none", () => {
  const { route } = readRunning(
    "receivers: []\nroute: { receiver: a, routes: [{ routes: [{ receiver: b }] }] }",
  );
  expect(route).toEqual({
    receiver: "a",
    matchers: [],
    routes: [
      {
        receiver: "a",
        matchers: [],
        routes: [{ receiver: "b", matchers: [], routes: [] }],
      },
    ],
  });
});

it("sees integrations of a kind that is never written here", () => {
  const other = readRunning(`${text}  opsgenie_configs: [{}]\n`);
  expect(whyForeign(other, rendered(same), "staging")).toContain(
    "its receiver a notifies opsgenie ?, pagerduty pagerduty/a, slack #a, not",
  );
});

it("treats receivers with the same destinations as equal, whatever else runs", () => {
  expect(whyForeign(running, rendered(same), "staging")).toBeUndefined();
});

it.each([
  [[same, { name: "b" }, { name: "c" }], "it lacks receiver b and 1 more"],
  [
    [{ name: "a", slack_configs: [{ channel: "#a" }] }],
    "its receiver a notifies pagerduty pagerduty/a, slack #a, not slack #a",
  ],
  [
    [{ ...same, slack_configs: [{ channel: "#b" }] }, { name: "null" }],
    "its receiver a notifies pagerduty pagerduty/a, slack #a, not pagerduty pagerduty/a, slack #b",
  ],
  [
    [
      same,
      { name: "null", email_configs: [{ to: "a@example.com" }] },
      { name: "d" },
    ],
    "it lacks receiver d; its receiver null notifies nobody, not email a@example.com",
  ],
])("finds what differs from %j", (receivers, reason) => {
  expect(whyForeign(running, rendered(...receivers), "staging")).toBe(
    `this Alertmanager does not run the configuration of staging: ${reason}`,
  );
});

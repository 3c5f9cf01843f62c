import { alertReports } from "../../../cli/upgrading/alert-report";
import { pairAlerts } from "../../../cli/upgrading/alert-changes";
import { linkReport } from "../../../cli/upgrading/link-report";
import { lostAlerts } from "../../../cli/upgrading/silence-report";
import { upgradingPage } from "../../../cli/upgrading/upgrading-page";
import type {
  Notification,
  RaisedAlert,
  RouteEntry,
} from "../../../inventory/notification";

const alert = (
  name: string,
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>> = {},
): RaisedAlert => ({
  name,
  system: labels["system"] ?? "platform",
  labels: { alertname: name, environment: "production", ...labels },
  annotations,
});

const paged: RouteEntry = {
  matchers: ['priority="P0"'],
  receiver: "shop-p0",
  continue: false,
  routes: [],
};

const down = alert("ShopDown", { system: "shop", priority: "P0" });

const version = (
  alerts: readonly RaisedAlert[],
  routes: readonly RouteEntry[] = [paged],
  groupBy: readonly string[] = ["alertname", "system"],
): Notification => ({
  alerts,
  route: {
    matchers: [],
    receiver: "default",
    continue: false,
    group_by: groupBy,
    routes,
  },
  pagers: { "shop-p0": ["/secrets/shop"] },
  inhibitions: [],
  systems: [
    { key: "shop", namespace: "shop" },
    { key: "till", namespace: "till" },
  ],
});

const reportsOf = (before: Notification, after: Notification) =>
  alertReports({ before, after }).map(({ name, about, kind, outcome }) => ({
    name,
    about,
    kind,
    ...outcome,
  }));

it("says nothing where nothing changes", () => {
  expect(reportsOf(version([down]), version([down]))).toEqual([]);
});

it.each<[string, Notification]>([
  [
    "another matcher on the way",
    version([down], [{ ...paged, matchers: ['priority=~"P0"'] }]),
  ],
  [
    "a route of its own below",
    version(
      [down],
      [
        {
          ...paged,
          routes: [{ ...paged, matchers: ['alertname="ShopDown"'] }],
        },
      ],
    ),
  ],
  ["fewer labels of the group", version([down], [paged], ["system"])],
  [
    "another label of the group that it has",
    version([down], [paged], ["alertname", "system", "priority"]),
  ],
])("leaves an incident open and opens another with %s", (_, after) => {
  expect(reportsOf(version([down]), after)).toEqual([
    {
      name: "ShopDown",
      about: [],
      kind: "regrouped",
      open: { kind: "left-open" },
      opensAnother: true,
    },
  ]);
});

it("does not know whether an alert has a label of the group that only series give", () => {
  expect(
    reportsOf(
      version([down]),
      version([down], [paged], ["alertname", "system", "model"]),
    ),
  ).toMatchObject([{ open: { kind: "may-be-left-open", labels: ["model"] } }]);
});

it("leaves an incident open at a pager that is another from now on", () => {
  expect(
    reportsOf(version([down]), {
      ...version([down]),
      pagers: { "shop-p0": ["/secrets/market"] },
    }),
  ).toMatchObject([{ open: { kind: "left-open" }, opensAnother: true }]);
});

it("is not concerned with receivers without a pager", () => {
  const chat = alert("ShopSlow", { system: "shop", priority: "P2" });
  expect(
    reportsOf(version([chat]), version([chat], [paged], ["system"])),
  ).toEqual([]);
});

it("lets an incident of an alert that pages no more end by itself", () => {
  const lower = alert("ShopDown", { system: "shop", priority: "P1" });
  expect(reportsOf(version([down]), version([lower]))).toEqual([
    {
      name: "ShopDown",
      about: [],
      kind: "re-prioritised",
      open: { kind: "resolves" },
      opensAnother: false,
    },
  ]);
  expect(reportsOf(version([lower]), version([down]))).toMatchObject([
    { kind: "re-prioritised", open: { kind: "none" }, opensAnother: true },
  ]);
});

it("lets an incident go on where only labels outside of its group change", () => {
  const team = alert("ShopDown", { system: "shop", priority: "P0", team: "a" });
  expect(reportsOf(version([down]), version([team]))).toMatchObject([
    { kind: "re-labelled", open: { kind: "continues" }, opensAnother: false },
  ]);
});

it("leaves the incident of a removed alert open only where its route is gone too", () => {
  expect(reportsOf(version([down]), version([]))).toMatchObject([
    { kind: "removed", open: { kind: "resolves" }, opensAnother: false },
  ]);
  expect(reportsOf(version([down]), version([], []))).toMatchObject([
    { kind: "removed", open: { kind: "left-open" }, opensAnother: false },
  ]);
});

it("follows an alert about any system for each system, and reports those alike together", () => {
  const burning = alert("Burning", { priority: "P0" });
  const apart = (key: string): RouteEntry => ({
    ...paged,
    matchers: [`system="${key}"`],
  });
  expect(
    reportsOf(version([burning]), version([burning], [apart("till"), paged])),
  ).toMatchObject([{ about: ["till"], open: { kind: "left-open" } }]);
  expect(
    reportsOf(
      version([burning]),
      version([burning], [apart("till"), apart("shop")]),
    ),
  ).toMatchObject([{ about: ["shop", "till"] }]);
});

it("pairs alerts of one name by what they have in common", () => {
  const tier = (name: string, priority: string) =>
    alert("Burn", { system: "shop", burn_tier: name, priority });
  const pairs = pairAlerts(
    { alerts: [tier("1h", "P0"), tier("6h", "P0")] },
    { alerts: [tier("6h", "P1"), tier("1h", "P0"), tier("1d", "P2")] },
  );
  expect(
    pairs.map((pair) => [
      pair.kind,
      pair.kind === "added" ? undefined : pair.before.labels["burn_tier"],
      pair.kind === "removed" ? undefined : pair.after.labels["burn_tier"],
    ]),
  ).toEqual([
    ["kept", "1h", "1h"],
    ["kept", "6h", "6h"],
    ["added", undefined, "1d"],
  ]);
});

it("names silences that no longer match, whatever they ask of labels of series", () => {
  const pairs = pairAlerts(
    { alerts: [down] },
    { alerts: [alert("ShopDown", { system: "shop", priority: "P1" })] },
  );
  const silence = (...matchers: readonly string[]) => ({
    id: "1",
    comment: "repair",
    matchers,
  });
  expect(
    lostAlerts([silence('priority="P0"', 'pod="a"')], pairs),
  ).toMatchObject([{ alerts: ["ShopDown"] }]);
  expect(lostAlerts([silence('system="shop"')], pairs)).toEqual([]);
  expect(lostAlerts([silence('priority="P1"')], pairs)).toEqual([]);
});

it("names links that lead nowhere or elsewhere", () => {
  const linked = (url: string) =>
    alert("ShopDown", { system: "shop" }, { runbook_url: url, summary: url });
  const lists = (...lines: readonly string[]) => [
    { environment: "production", kind: "dashboards", lines },
  ];
  expect(
    linkReport(
      {
        before: lists("shop Shop", "till Till"),
        after: lists("shop The shop"),
      },
      pairAlerts(
        { alerts: [linked("https://a.example.com")] },
        { alerts: [linked("https://b.example.com")] },
      ),
    ),
  ).toEqual({
    gone: [{ kind: "dashboards", name: "till" }],
    moved: [
      {
        alert: "ShopDown",
        annotation: "runbook_url",
        before: "https://a.example.com",
        after: "https://b.example.com",
      },
    ],
  });
});

it("writes what is to be done first, and escapes what would end a cell", () => {
  const after = version(
    [alert("ShopDown", { system: "shop", priority: "P1" })],
    [{ ...paged, matchers: ['priority=~"P0|PX"'] }],
  );
  const before = version(
    [down],
    [{ ...paged, matchers: ['priority=~"P0|P9"'] }],
  );
  const page = upgradingPage({
    environment: "production",
    alerts: alertReports({ before, after }),
    links: { gone: [], moved: [] },
    silences: undefined,
    inhibitions: { added: ["{a} inhibits {b}"], removed: [] },
  });
  expect(page.match(/^##? .*$/gm)).toEqual([
    "# production: what this version changes",
    "## Incidents to close by hand",
    "## Alerts with other labels",
    "## Silences",
    "## Inhibition",
  ]);
  expect(page).toContain('`{}/{priority=~"P0\\|P9"} by alertname, system`');
  expect(page).toContain(
    '- `alertname="ShopDown"` with `priority="P0"`: it is `P1` now\n',
  );
  expect(page).toMatch(/stays open +\|/);
});

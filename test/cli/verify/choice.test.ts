import { chosen } from "../../../cli/verify/choice";
import type { Chosen, Options } from "../../../cli/verify/choice";
import { environments } from "../../support/organisation/environments";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/organisation/services";

const choose = (
  options: Partial<Options>,
  credentials: string | undefined = "admin:secret",
  known: readonly EnvironmentConfig[] = environments,
): Chosen =>
  chosen(
    {
      environment: "production",
      prometheus: "http://127.0.0.1:9090",
      alertmanager: ["http://127.0.0.1:9093"],
      grafana: "http://127.0.0.1:3000",
      loki: "http://127.0.0.1:3100",
      patience: 0,
      format: "markdown",
      ...options,
    },
    { environments: known, services, credentials },
  );

const taken = (choice: Chosen): Chosen & { kind: "chosen" } => {
  if (choice.kind === "chosen") return choice;
  throw new Error(choice.reasons.join("\n"));
};

it("verifies every system, and no gate, unless one is chosen", () => {
  const { facts, priorities, provocation } = taken(choose({}));
  expect(facts.running.chosen).toBe(services);
  expect(facts.running.watched?.name).toBe("staging");
  expect(facts.gate).toBeUndefined();
  expect(priorities).toEqual([]);
  expect(provocation).toBeUndefined();
});

it("looks at an environment that watches none", () => {
  const [first] = environments;
  if (first === undefined) throw new Error("there is none");
  const { watches, ...alone } = { ...first, name: "alone" };
  expect(watches).toBeDefined();
  const { facts } = taken(choose({ environment: "alone" }, undefined, [alone]));
  expect(facts.running.environment).toBe(alone);
  expect(facts.running.watched).toBeUndefined();
});

it("judges the gate of the one system, with the confirmations", () => {
  const { facts } = taken(
    choose({
      system: "market",
      confirm: ["channels"],
      onCall: ["ada"],
      rightlyEmpty: ["market/Errors"],
    }),
  );
  expect(facts.running.chosen.map(({ key }) => key)).toEqual(["market"]);
  expect(facts.gate?.unlocks).toBe("the opening of the market");
  expect([...facts.confirmed]).toEqual(["channels"]);
  expect(facts.onCall).toEqual(["ada"]);
});

it("takes several Alertmanagers, from options and from one variable, each once and without a slash at the end", () => {
  const urls = (alertmanager: Options["alertmanager"]) =>
    taken(choose({ alertmanager })).facts.running.alertmanagers.map(
      ({ facts }) => facts.url,
    );
  expect(urls(["http://a:1/", "http://b:1", "http://a:1"])).toEqual([
    "http://a:1",
    "http://b:1",
  ]);
  expect(urls("http://a:1 http://b:1")).toEqual(["http://a:1", "http://b:1"]);
});

it("shows Grafana a password as one, and a token as one", () => {
  const header = (credentials: string) =>
    taken(choose({}, credentials)).facts.running.grafana.facts.headers;
  expect(header("admin:secret")).toEqual({
    authorization: "Basic YWRtaW46c2VjcmV0",
  });
  expect(header("glsa_1")).toEqual({ authorization: "Bearer glsa_1" });
});

it("provokes a fault where the environment allows it, and only there", () => {
  const options = { system: "market", provoke: "http://127.0.0.1:3001" };
  const { provocation } = taken(choose({ ...options, environment: "staging" }));
  expect(provocation?.fault.path).toBe("/api/test/trigger-errors");
  expect(provocation?.application.facts.url).toBe("http://127.0.0.1:3001");
  expect(choose(options)).toEqual({
    kind: "refused",
    reasons: [
      "--provoke cannot be used in production, which is production: nobody may provoke faults there; use --test-alert, which sends an alert and harms nothing",
    ],
  });
});

it.each<[Partial<Options>, string | undefined, string]>([
  [
    { environment: "nowhere" },
    "a:b",
    '--environment cannot be "nowhere"; allowed: staging, production',
  ],
  [
    { system: "none" },
    "a:b",
    '--system cannot be "none"; allowed: platform, market, depot, kiosk',
  ],
  [
    { prometheus: "localhost:9090" },
    "a:b",
    '--prometheus cannot be "localhost:9090"; allowed: an address that begins with http:// or https://',
  ],
  [{ loki: "" }, "a:b", '--loki cannot be ""; allowed'],
  [
    { confirm: ["channels"] },
    "a:b",
    '--confirm cannot be "channels"; allowed: none, leave it out',
  ],
  [
    { system: "market", confirm: ["bell"] },
    "a:b",
    '--confirm cannot be "bell"; allowed: channels',
  ],
  [
    { environment: "staging", system: "kiosk", provoke: "http://a" },
    "a:b",
    "--provoke needs --system with a system whose release gate names a fault",
  ],
  [{}, "", "GRAFANA_AUTH is missing; allowed: user:password, or the token"],
])("refuses %p", (options, credentials, reason) => {
  const choice = choose(options, credentials);
  expect(choice.kind === "refused" ? choice.reasons.join("\n") : "").toContain(
    reason,
  );
});

it("lists all mistakes at once", () => {
  const choice = choose(
    { environment: "nowhere", system: "none", grafana: "x" },
    "",
  );
  expect(choice.kind === "refused" && choice.reasons).toHaveLength(4);
});

import { receivers } from "../../../alertmanager/receivers";
import { addresses } from "../../../cli/alertmanager/addresses";
import { postedAlert } from "../../../cli/test-alert/posted-alert";
import { chosenTrials, trialName } from "../../../cli/test-alert/trials";
import type { Choice } from "../../../cli/test-alert/trials";
import { environments } from "../../../config/environments";
import { staging } from "../../../config/environments/staging";
import { ANY_SYSTEM } from "../../../config/policy/paths";
import { codeverify, services } from "../../support/declared";

const choose = (choice: Choice) => chosenTrials(choice, environments, services);

it.each<[Choice, string]>([
  [{}, "--environment is missing; allowed: staging, production"],
  [
    { environment: "Staging" },
    '--environment cannot be "Staging"; allowed: staging, production',
  ],
  [
    { environment: "staging" },
    `--system is missing; allowed: ${services.map(({ key }) => key).join(", ")}`,
  ],
  [
    { environment: "staging", system: "codeverify", priority: "p1" },
    '--priority cannot be "p1"; allowed: P0, P1, P2, P3',
  ],
  [
    {
      environment: "staging",
      system: "cqvr",
      priority: "P1",
      path: "page",
    },
    '--path of a P1 of cqvr cannot be "page"; allowed: chat-and-email',
  ],
  [
    {
      environment: "staging",
      system: "codeverify",
      priority: "P3",
      path: "page",
    },
    '--path of a P3 of codeverify cannot be "page"; allowed: none, leave it out',
  ],
  [
    { environment: "staging", all: true, priority: "P0" },
    "--all tries every system, priority and path: leave out --system, --priority and --path",
  ],
])("says what is allowed instead of %p", (choice, reason) => {
  expect(choose(choice)).toEqual({ kind: "refused", reason });
});

it("tries every receiver of every system with --all, and finally the one for unrouted alerts", () => {
  const chosen = choose({ environment: "production", all: true });
  if (chosen.kind === "refused") throw new Error(chosen.reason);
  expect(
    chosen.trials.map((trial) =>
      trialName(trial).toLowerCase().replaceAll(" ", "-"),
    ),
  ).toEqual([
    ...receivers(chosen.environment, services)
      .map(({ name }) => name)
      .filter((name) => !["null", "default", "heartbeat"].includes(name)),
    "declared-nowhere-p1",
  ]);
});

it("has labels that route it and texts that mark it as a test", () => {
  expect(
    postedAlert(
      { service: codeverify, priority: "P2", path: ANY_SYSTEM.chatSoon },
      staging,
      { id: "1700000000", sender: "Ada", from: 0, until: 330_000 },
    ),
  ).toEqual({
    labels: {
      alertname: "TestAlert",
      system: "codeverify",
      priority: "P2",
      severity: "warning",
      team: "codeverify",
      condition: "test-alert-p2-chat-soon",
      environment: "staging",
      test: "true",
      trial: "1700000000",
      path: "chat-soon",
    },
    annotations: {
      summary: "TEST: nothing is wrong; P2 of codeverify in staging",
      description:
        "Ada sent this to see that it arrives. It ends by itself after 6 minutes.",
      runbook_url: `${staging.urls.runbooks}/README.md`,
      dashboard_url: "https://grafana.monitoring.staging.example.com",
      response_time: "1h",
    },
    startsAt: "1970-01-01T00:00:00.000Z",
    endsAt: "1970-01-01T00:05:30.000Z",
  });
});

it("reads addresses once each and without the slash at the end", () => {
  expect(addresses(["http://a:9093/", "https://b/c", "http://a:9093"])).toEqual(
    { kind: "read", urls: ["http://a:9093", "https://b/c"] },
  );
});

it.each(["127.0.0.1:9093", "localhost", "ftp://a", "http://"])(
  "refuses the address %p",
  (url) => {
    expect(addresses(["http://a", url])).toEqual({
      kind: "refused",
      reason: `--url cannot be "${url}"; allowed: an address that begins with http:// or https://`,
    });
  },
);

import { spawnSync } from "node:child_process";
import { join } from "node:path";

const routes = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "cli/routes/main.ts", ...args],
    { cwd: join(__dirname, "../../../.."), encoding: "utf8" },
  );
  return { status, stdout, stderr };
};

it("lists every alert with who is notified and the response time", () => {
  const { status, stdout } = routes("production");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^production: \d+ alerts, \d+ notify somebody, 8 nobody by declaration, 0 are not routed as declared\n/,
  );
  expect(stdout).toMatch(
    /\nP0 +codeverify +HighErrorRate +pager codeverify, #codeverify-alerts +always +17m15s +5m +15m\n/,
  );
  expect(stdout).toMatch(/\n– +chart +Watchdog \(none\) +external heartbeat/);
  expect(stdout).toMatch(
    /informational: it explains other alerts of the chart: CPUThrottlingHigh/,
  );
});

it("gives the reason why staging notifies nobody", () => {
  const { stdout } = routes("staging");
  expect(stdout).toMatch(
    /nobody is notified, by declaration:\n {2}\S.*: .*QueueBacklog/,
  );
});

it("explains one alert step by step", () => {
  const { status, stdout } = routes("production", "--alert", "QueueBacklog");
  expect(status).toBe(0);
  expect(stdout)
    .toBe(`QueueBacklog of codeverify, P2, declared in services/codeverify
  labels          alertname="QueueBacklog" cluster="production" environment="production" system="codeverify" priority="P2" severity="warning" team="codeverify" condition="QueueBacklog"
  route           system="codeverify"
  route           priority="P2"
  receiver        codeverify-p2
  people          #codeverify-alerts
  destinations    slack #codeverify-alerts
  grouped by      alertname, severity, system, environment, slo, model, scanner, service
  groups          30s before the first message, 5m between changes, again after 12h
  inhibited by    CodeverifyApiDown, WorkerDown
  notified after  11m30s
  response        4h
`);
});

it("shows the pager's escalation", () => {
  const { stdout } = routes("production", "--alert", "HighErrorRate");
  expect(stdout).toMatch(
    /called +codeverify-on-call, at once\n +called +codeverify-on-call-second, after 5 min without acknowledgement\n/,
  );
});

it("prints JSON for programs", () => {
  const { stdout } = routes("production", "--json", "--alert", "QueueBacklog");
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      environment: "production",
      alert: "QueueBacklog",
      system: "codeverify",
      receiver: "codeverify-p2",
      people: ["#codeverify-alerts"],
      response: "4h",
      faults: [],
    }),
  ]);
});

it.each([
  [
    ["nowhere"],
    'there is no environment "nowhere"; known: staging, production',
  ],
  [
    ["production", "--alert", "Nothing"],
    'no alert of production is called "Nothing"; npm run routes -- production lists all',
  ],
])("refuses %p with what is allowed", (args, message) => {
  const { status, stderr } = routes(...args);
  expect(status).toBe(2);
  expect(stderr.trim()).toBe(message);
});

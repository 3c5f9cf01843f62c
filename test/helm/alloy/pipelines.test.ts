import { STREAM_LABELS } from "../../../model/stream-labels";
import { logsConfiguration } from "../../../helm/alloy/logs-configuration";
import { CONFIGURATIONS, PLAIN, SETTINGS } from "./pipelines";

const logs = CONFIGURATIONS["the collector of logs"] ?? "";
const gateway = CONFIGURATIONS["the gateway with head sampling"] ?? "";

/** Stages in the order in which they are applied, outermost only. */
const stages = (text: string): readonly string[] =>
  [...text.matchAll(/^\tstage\.(\w+) \{/gm)].map(([, name = ""]) => name);

/** Blocks of this name with what they hold, without indentation. */
const blocks = (text: string, name: string): readonly string[] =>
  [
    ...text.matchAll(new RegExp(`^(\\t*)${name} \\{\\n([^]*?)\\n\\1\\}`, "gm")),
  ].map(([, , body = ""]) => body.replace(/^\s+/gm, ""));

it("reads pods of its own node only", () => {
  expect(logs).toContain('field = "spec.nodeName=" + sys.env("K8S_NODE_NAME")');
});

it("gives a pod its system by namespace, or by namespace and app, and keeps no other", () => {
  const rules = blocks(logs, "rule");
  expect(rules.filter((rule) => rule.includes('"system"'))).toEqual([
    expect.stringMatching(/= \["namespace"\]\nregex\s+= "shop"\n[^]*= "shop"$/),
    expect.stringMatching(/= \["namespace"\]\nregex\s+= "bank"\n[^]*= "bank"$/),
    expect.stringMatching(
      /= \["namespace", "app"\]\nregex\s+= "shared;\(\?:bank\\\\.api\|bank-worker\)"\n[^]*= "bank"$/,
    ),
    expect.stringMatching(
      /= \["system"\]\nregex\s+= "\.\+"\naction\s+= "keep"$/,
    ),
  ]);
});

it.each([
  ["of pods", logs],
  ["over OTLP", gateway],
])(
  "masks logs %s before anything is read from them, and limits labels last",
  (_, text) => {
    const order = stages(text);
    const json = text.indexOf("stage.json");
    expect(text.lastIndexOf("stage.replace")).toBeLessThan(json);
    expect(text.lastIndexOf("stage.luhn")).toBeLessThan(json);
    expect(order.at(-1)).toBe("label_keep");
    expect(blocks(text, "stage\\.label_keep")).toEqual([
      `values = [${STREAM_LABELS.map((label) => `"${label}"`).join(", ")}]`,
    ]);
  },
);

it("joins lines of pods of a system before it does anything else, and none over OTLP", () => {
  const multiline = String.raw`firstline     = "^\\d{4}-\\d{2}"
max_wait_time = "3s"
max_lines     = 64`;
  expect(blocks(logs, "stage\\.multiline")).toEqual([multiline]);
  expect(blocks(logs, 'loki\\.process "entries"')).toEqual([
    `forward_to = [loki.process.pods.receiver]

stage.match {
selector = "{system=\\"bank\\"}"

stage.multiline {
${multiline}
}
}`.replace(/^\s+/gm, ""),
  ]);
  expect(blocks(logs, 'loki\\.source\\.kubernetes "pods"')[0]).toContain(
    "loki.process.entries.receiver",
  );
  expect(gateway).not.toContain("stage.multiline");
  const plain = logsConfiguration([PLAIN], SETTINGS);
  expect(plain).not.toContain('"entries"');
  expect(blocks(plain, 'loki\\.source\\.kubernetes "pods"')[0]).toContain(
    "loki.process.pods.receiver",
  );
});

it("masks logs over OTLP exactly as those of pods", () => {
  const replaced = (text: string) => [
    ...blocks(text, "stage\\.replace"),
    ...blocks(text, "stage\\.luhn"),
  ];
  expect(replaced(gateway)).toEqual(replaced(logs));
  expect(replaced(gateway).length).toBeGreaterThan(10);
});

it("takes the aliases of the common schema", () => {
  const [expressions] = blocks(logs, "stage\\.json");
  expect(expressions).toMatch(/trace_id\s+= "trace_id \|\| traceId/);
  expect(expressions).toMatch(/duration_ms\s+= "duration_ms \|\| duration"/);
});

it("keeps what identifies a request or a person out of the labels", () => {
  expect(blocks(logs, "stage\\.labels").join("\n")).not.toMatch(
    /trace_id|user_id|analysis_id|order_id/,
  );
  expect(blocks(logs, "stage\\.structured_metadata").join("\n")).toMatch(
    /analysis_id[^]*order_id[^]*trace_id[^]*user_id/,
  );
});

it("does for one system what it declares, and for no other", () => {
  const systems = [...logs.matchAll(/\{system=\\"(\w+)\\"\}/g)];
  expect(systems.map(([, system]) => system)).toEqual([
    "bank",
    "bank",
    "bank",
    "bank",
  ]);
  expect(logs).toMatch(
    /GET \/health[^]*health_check[^]*CH\\\\d\{19\}[^]*<iban>[^]*user_\?id[^]*log\.severity/,
  );
});

it("takes OTLP and Jaeger on every address, and another replica's spans only when they are sorted", () => {
  const endpoints = [...gateway.matchAll(/endpoint = "(0\.0\.0\.0:\d+)"/g)].map(
    ([, endpoint]) => endpoint,
  );
  expect(endpoints).toEqual([
    "0.0.0.0:4317",
    "0.0.0.0:4318",
    "0.0.0.0:14250",
    "0.0.0.0:14268",
    "0.0.0.0:6831",
  ]);
});

it("writes metrics to every replica of Prometheus, with exemplars", () => {
  const [write] = blocks(gateway, 'prometheus\\.remote_write "replicas"');
  for (const url of SETTINGS.prometheusWrite) expect(write).toContain(url);
  expect(write?.match(/send_exemplars = true/g)).toHaveLength(2);
});

it("names the system of what an application left unnamed by its namespace", () => {
  expect(gateway).toContain(
    String.raw`"set(resource.attributes[\"system\"], \"shop\") where resource.attributes[\"system\"] == nil and resource.attributes[\"k8s.namespace.name\"] == \"shop\""`,
  );
});

import { createServer } from "node:http";
import type { Server } from "node:http";
import { join } from "node:path";
import { runScript } from "../../support/run-script";
import type { Outcome } from "../../support/run-script";
import { trialCheckout } from "../../workflows/trial-checkout";
import type { TrialCheckout } from "../../workflows/trial-checkout";

const PROJECT = join(__dirname, "..", "..", "..");
const TSX = require.resolve("tsx");

/** A stack with one resource of each kind that can be imported. */
const STACK = {
  terraform: { backend: { kubernetes: {} } },
  provider: { kubernetes: [{ config_context: "shop-cluster" }] },
  variable: { grafana_url: { default: "http://127.0.0.1:9" } },
  resource: {
    helm_release: {
      kps: release("kps", "kube-prometheus-stack"),
      pushgateway: release("pushgateway", "prometheus-pushgateway"),
      policies: release("network-policies", "./assets/raw-objects"),
      loki: release("loki", "loki"),
    },
    kubernetes_labels: { platform: { labels: { a: "b" } } },
    kubernetes_namespace_v1: {
      host: { metadata: { name: "nodes", labels: { enforce: "privileged" } } },
    },
    kubernetes_priority_class_v1: {
      class: { metadata: { name: "monitoring" }, value: 1_000_000 },
    },
    grafana_folder: { shop: { uid: "shop-folder", title: "Shop" } },
    grafana_team: { sales: { name: "sales" } },
    grafana_data_source: {
      loki: { uid: "loki", type: "loki", url: "http://loki" },
    },
    grafana_rule_group: {
      second: { folder_uid: "${grafana_folder.shop.uid}", name: "second" },
    },
    grafana_dashboard: { shop: { overwrite: true } },
  },
};

function release(name: string, chart: string) {
  return {
    name,
    chart,
    version: "1.0.0",
    namespace: "monitoring",
    values: [],
  };
}

/** Objects as `kubectl get … --output json` prints them, by kind. */
const EMPTY_CLUSTER = {
  namespaces: [],
  priorityclasses: [],
  persistentvolumeclaims: [],
};

type Objects = Readonly<
  Record<
    keyof typeof EMPTY_CLUSTER,
    readonly Readonly<Record<string, unknown>>[]
  >
>;

/** What a trial's cluster, state and Grafana hold. */
export interface Holdings {
  readonly objects?: Partial<Objects>;
  /** Revisions of releases: `kps 1 pending-install`. */
  readonly revisions?: readonly string[];
  /** Addresses. */
  readonly state?: readonly string[];
}

/** A synthesised stack with stand-ins of kubectl and terraform. */
export interface TrialStack {
  readonly checkout: TrialCheckout;
  readonly holds: (holdings: Holdings) => void;
  readonly recover: (
    args?: readonly string[],
    variables?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  /** Every call of kubectl and terraform. */
  readonly calls: () => readonly string[];
}

export function trialStack(): TrialStack {
  const checkout = trialCheckout();
  checkout.write(
    "cdktf.out/manifest.json",
    JSON.stringify({
      stacks: {
        production: { workingDirectory: "stacks/production", annotations: [] },
      },
    }),
  );
  checkout.write(
    "cdktf.out/stacks/production/cdk.tf.json",
    JSON.stringify(STACK),
  );
  checkout.stub(
    "kubectl",
    `echo "kubectl $*" >> "$ROOT/calls"; cat "$ROOT/cluster/$4"`,
  );
  checkout.stub(
    "terraform",
    `echo "terraform $*" >> "$ROOT/calls"; cat "$ROOT/state"`,
  );
  return {
    checkout,
    holds: ({ objects = {}, revisions = [], state = [] }) => {
      for (const [kind, items] of Object.entries({
        ...EMPTY_CLUSTER,
        ...objects,
      })) {
        checkout.write(`cluster/${kind}`, JSON.stringify({ items }));
      }
      checkout.write(
        "cluster/secrets",
        revisions
          .map((one) => {
            const [name = "", version, status] = one.split(" ");
            return `monitoring\t${JSON.stringify({ owner: "helm", name, version, status })}\n`;
          })
          .join(""),
      );
      checkout.write("state", state.map((address) => `${address}\n`).join(""));
    },
    recover: (args = [], variables = {}) =>
      runScript(
        process.execPath,
        "--import",
        [
          TSX,
          join(PROJECT, "cli/recover/main.ts"),
          "production",
          ...["--out", join(checkout.root, "cdktf.out")],
          ...args,
        ],
        {
          PATH: `${join(checkout.root, "bin")}:${process.env["PATH"] ?? ""}`,
          HOME: checkout.root,
          ROOT: checkout.root,
          ...variables,
        },
        PROJECT,
      ),
    calls: () => checkout.read("calls").trim().split("\n"),
  };
}

/** A Grafana that answers what it is given, by path, to who has the token `right`. */
export const trialGrafana = async (
  answers: Readonly<Record<string, unknown>>,
): Promise<{ readonly server: Server; readonly url: string }> => {
  const server = createServer(({ url = "", headers }, response) => {
    const answer = answers[url.split("?")[0] ?? ""];
    const allowed = headers.authorization === "Bearer right";
    response.statusCode = allowed ? (answer === undefined ? 404 : 200) : 401;
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return { server, url: `http://127.0.0.1:${String(port)}` };
};

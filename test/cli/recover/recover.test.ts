import { trialGrafana, trialStack } from "./trial-stack";
import type { TrialStack } from "./trial-stack";

let trial: TrialStack;
beforeEach(() => {
  trial = trialStack();
});
afterEach(() => {
  trial.checkout.remove();
});

const FILE = "cdktf.out/production.recovery.tf.json";

/** What a killed first apply leaves: everything exists and the state is empty. */
const KILLED = {
  objects: {
    namespaces: [
      { metadata: { name: "nodes", labels: { enforce: "privileged" } } },
      { metadata: { name: "of-others" } },
    ],
    priorityclasses: [{ metadata: { name: "monitoring" }, value: 1_000_000 }],
  },
  revisions: ["network-policies 1 deployed", "of-others 1 pending-install"],
};

describe("what exists and the state lacks", () => {
  it("is listed and written as import blocks", async () => {
    trial.holds(KILLED);
    const { code, stdout } = await trial.recover(["--yes"]);
    expect(stdout).toContain(
      "3 exist and are not in the state of production:\n  namespace nodes\n  priority class monitoring\n  release monitoring/network-policies\n",
    );
    expect(stdout).toContain(
      "Grafana's content is left out: GRAFANA_AUTH is missing",
    );
    expect(stdout).toContain(`bash scripts/deploy.sh production --recovery `);
    expect(code).toBe(0);
    expect(JSON.parse(trial.checkout.read(FILE))).toEqual({
      "//": { environment: "production" },
      import: [
        { to: "kubernetes_namespace_v1.host", id: "nodes" },
        { to: "kubernetes_priority_class_v1.class", id: "monitoring" },
        { to: "helm_release.policies", id: "monitoring/network-policies" },
      ],
    });
  });

  it("is not written without a yes", async () => {
    trial.holds(KILLED);
    const { code, stderr } = await trial.recover();
    expect(stderr).toBe(
      "nothing is written; it is with the answer yes, or with --yes\n",
    );
    expect(code).toBe(1);
    expect(trial.checkout.exists(FILE)).toBe(false);
  });

  it("is only what the state does not hold", async () => {
    trial.holds({
      ...KILLED,
      state: [
        "kubernetes_namespace_v1.host",
        "kubernetes_priority_class_v1.class",
        "helm_release.policies",
      ],
    });
    const { code, stdout } = await trial.recover(["--yes"]);
    expect(stdout).toContain(
      "the state of production lacks nothing that was found\n",
    );
    expect(code).toBe(0);
    expect(trial.checkout.exists(FILE)).toBe(false);
  });

  it("is shown with what differs", async () => {
    trial.holds({
      objects: {
        namespaces: [{ metadata: { name: "nodes", labels: { enforce: "a" } } }],
        priorityclasses: [{ metadata: { name: "monitoring" }, value: 5 }],
      },
      revisions: ["kps 1 deployed", "kps 2 failed"],
    });
    const { stdout } = await trial.recover(["--yes"]);
    expect(stdout).toContain(
      `  namespace nodes
    label enforce is a, declared is privileged
  priority class monitoring
    its value is 5, declared is 1000000: Terraform replaces it
  release monitoring/kps
    revision 2 failed: the next apply upgrades it
`,
    );
  });

  it("is read and nothing else: no command but get and list, no value of a Secret", async () => {
    trial.holds(KILLED);
    await trial.recover(["--yes"]);
    expect(
      trial.calls().map((call) => call.split(" ").slice(0, 5).join(" ")),
    ).toEqual([
      expect.stringMatching(/^terraform -chdir=\S+ state list -no-color$/),
      "kubectl --context shop-cluster get namespaces",
      "kubectl --context shop-cluster get priorityclasses",
      "kubectl --context shop-cluster get secrets",
      "kubectl --context shop-cluster get persistentvolumeclaims",
    ]);
    const secrets =
      trial.calls().find((call) => call.includes("secrets")) ?? "";
    expect(secrets).toContain("jsonpath=");
    expect(secrets).not.toMatch(/\.(data|stringData)\b/);
  });
});

describe("a stuck release", () => {
  const helm = "helm --kube-context shop-cluster --namespace monitoring";
  const kubectl = "kubectl --context shop-cluster --namespace monitoring";
  const claim = {
    metadata: {
      name: "pushgateway-0",
      namespace: "monitoring",
      labels: { "app.kubernetes.io/instance": "pushgateway" },
    },
  };

  it.each([
    [
      "of a first install is uninstalled where it holds nothing",
      ["network-policies 1 pending-install"],
      `${helm} uninstall network-policies`,
    ],
    [
      "whose removal was under way is removed",
      ["network-policies 2 uninstalling"],
      `${helm} uninstall network-policies`,
    ],
    [
      "of an upgrade is rolled back to the last revision that was deployed",
      [
        "network-policies 10 failed",
        "network-policies 9 deployed",
        "network-policies 8 superseded",
        "network-policies 11 pending-upgrade",
      ],
      `${helm} rollback network-policies 9`,
    ],
    [
      "of an upgrade of Prometheus is rolled back too",
      ["kps 1 deployed", "kps 2 pending-upgrade"],
      `${helm} rollback kps 1`,
    ],
    [
      "of Prometheus is never uninstalled",
      ["kps 1 pending-install"],
      `${kubectl} delete secret sh.helm.release.v1.kps.v1`,
    ],
    [
      "of Loki that was being uninstalled is not uninstalled",
      ["loki 3 uninstalling", "loki 2 superseded"],
      `${kubectl} delete secret sh.helm.release.v1.loki.v3`,
    ],
    [
      "with a volume is never uninstalled",
      ["pushgateway 1 pending-install"],
      `${kubectl} delete secret sh.helm.release.v1.pushgateway.v1`,
    ],
  ])("%s", async (_, revisions, command) => {
    trial.holds({
      ...KILLED,
      objects: { persistentvolumeclaims: [claim] },
      revisions,
    });
    const { code, stdout } = await trial.recover(["--yes"]);
    expect(
      stdout.split("\n").filter((line) => /^ {4}(helm|kubectl) /.test(line)),
    ).toEqual([`    ${command}`]);
    expect(code).toBe(1);
    // The release is imported when its command was run, so that there is one file for one apply.
    expect(trial.checkout.exists(FILE)).toBe(false);
  });
});

describe("Grafana's content", () => {
  const answers = {
    "/api/search": [
      { uid: "shop-folder", title: "Old shop" },
      { uid: "of-others", title: "Of others" },
    ],
    "/api/teams/search": { teams: [{ id: 7, name: "sales" }] },
    "/api/datasources": [{ uid: "loki", type: "loki", url: "http://other" }],
    "/api/v1/provisioning/alert-rules": [
      { folderUID: "shop-folder", ruleGroup: "second" },
    ],
  };

  it("is listed with what differs, and imported by the ids of its provider", async () => {
    trial.holds({});
    const { server, url } = await trialGrafana(answers);
    const { stdout } = await trial.recover(["--yes"], {
      GRAFANA_AUTH: "right",
      TF_VAR_grafana_url: url,
    });
    server.close();
    expect(stdout).toContain(
      `4 exist and are not in the state of production:
  folder shop-folder
    its title is Old shop, declared is Shop
  team 7
  data source loki
    its address is http://other, declared is http://loki
  rule group shop-folder:second
`,
    );
    expect(JSON.parse(trial.checkout.read(FILE))).toMatchObject({
      import: [
        { to: "grafana_folder.shop", id: "shop-folder" },
        { to: "grafana_team.sales", id: "7" },
        { to: "grafana_data_source.loki", id: "loki" },
        { to: "grafana_rule_group.second", id: "shop-folder:second" },
      ],
    });
  });

  it.each([
    ["denies access", "wrong", "answers 401"],
    ["does not answer", "right", "nothing answers at"],
  ])("is left out where Grafana %s", async (_, credentials, said) => {
    trial.holds(KILLED);
    const { server, url } = await trialGrafana(answers);
    if (credentials === "right") server.close();
    const { code, stdout } = await trial.recover(["--yes"], {
      GRAFANA_AUTH: credentials,
      TF_VAR_grafana_url: url,
    });
    server.close();
    expect(stdout).toContain("Grafana's content is left out: ");
    expect(stdout).toContain(said);
    expect(code).toBe(0);
  });
});

describe("nothing is guessed where a program fails", () => {
  it("of a cluster that does not answer", async () => {
    trial.holds(KILLED);
    trial.checkout.stub("kubectl", `echo "Unauthorized" >&2; exit 1`);
    const { code, stderr } = await trial.recover(["--yes"]);
    expect(stderr).toBe("kubectl: Unauthorized\n");
    expect(code).toBe(1);
  });

  it("of a state that is not initialised", async () => {
    trial.holds(KILLED);
    trial.checkout.stub(
      "terraform",
      `echo "Error: Backend initialization required" >&2; exit 1`,
    );
    const { code, stderr } = await trial.recover(["--yes"]);
    expect(stderr).toMatch(/run: terraform -chdir=\S+ init\n/);
    expect(code).toBe(1);
    expect(trial.checkout.exists(FILE)).toBe(false);
  });

  it("but a stack that was never applied has no state", async () => {
    trial.holds(KILLED);
    trial.checkout.stub(
      "terraform",
      `echo "No state file was found!" >&2; exit 1`,
    );
    const { stdout } = await trial.recover(["--yes"]);
    expect(stdout).toContain("3 exist and are not in the state");
  });
});

it("reaches cluster and state with one kubeconfig", async () => {
  trial.holds({});
  trial.checkout.stub("terraform", `echo "$KUBE_CONFIG_PATH" > "$ROOT/path"`);
  await trial.recover([], { KUBECONFIG: "/a/kubeconfig" });
  expect(trial.checkout.read("path")).toBe("/a/kubeconfig\n");
});

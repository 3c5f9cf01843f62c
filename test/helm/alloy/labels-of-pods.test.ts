import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { alloyLogsConfiguration } from "../../../helm/alloy/alloy-configurations";
import { HOST_NAMESPACE } from "../../../helm/kube-prometheus-stack/exporters-values";
import { pods } from "../../kubernetes/network/ends";
import { services } from "../../support/declared";

type Labels = Readonly<Record<string, string>>;

interface Rule {
  readonly source_labels: readonly string[];
  readonly regex: string;
  readonly target_label?: string;
  readonly replacement: string;
  readonly action: string;
}

/** Rules of the component that decides what is read, as they are written. */
function rulesOf(configuration: string): readonly Rule[] {
  const [, component = ""] =
    /^discovery\.relabel "pods" \{\n([^]*?)^\}/m.exec(configuration) ?? [];
  return [...component.matchAll(/^\trule \{\n([^]*?)^\t\}/gm)].map(
    ([, body = ""]) => ({
      regex: "(.*)",
      replacement: "$1",
      action: "replace",
      ...(Object.fromEntries(
        [...body.matchAll(/^\t\t(\w+)\s*= (.*)$/gm)].map(
          ([, name = "", value = ""]) => [name, JSON.parse(value) as unknown],
        ),
      ) as Pick<Rule, "source_labels">),
    }),
  );
}

/**
 * What the rules make of a target; nothing when they drop it.
 * @see https://grafana.com/docs/alloy/latest/reference/components/discovery/discovery.relabel/
 */
function relabelled(
  rules: readonly Rule[],
  target: Labels,
): Labels | undefined {
  let labels = target;
  for (const rule of rules) {
    const found = new RegExp(`^(?:${rule.regex})$`).exec(
      rule.source_labels.map((name) => labels[name] ?? "").join(";"),
    );
    if (rule.action === "keep") {
      if (found === null) return undefined;
    } else if (rule.action === "replace") {
      if (found === null || rule.target_label === undefined) continue;
      const value = rule.replacement.replace("$1", found[1] ?? "");
      labels = { ...labels, [rule.target_label]: value };
    } else throw new Error(`no action ${rule.action} is used`);
  }
  return labels;
}

describe.each([production, staging])("in $name", (environment) => {
  const rules = rulesOf(alloyLogsConfiguration(environment, services));
  const labelsOf = (namespace: string, labels: Labels = {}) =>
    relabelled(rules, {
      __meta_kubernetes_namespace: namespace,
      __meta_kubernetes_pod_name: "some-pod",
      __meta_kubernetes_pod_container_name: "some-container",
      ...Object.fromEntries(
        Object.entries(labels).map(([name, value]) => [
          `__meta_kubernetes_pod_label_${name.replace(/\W/g, "_")}`,
          value,
        ]),
      ),
    });

  it.each(
    pods
      .filter(({ installations }) =>
        installations.some((form) => form === environment.name),
      )
      .map(({ workload, namespace, labels }) => [workload, namespace, labels]),
  )("%s writes as the platform", (_, namespace, labels) => {
    expect(labelsOf(namespace, labels)).toMatchObject({
      system: "platform",
      namespace,
      pod: "some-pod",
      container: "some-container",
    });
  });

  it("what sees the host is among them", () => {
    expect(labelsOf(HOST_NAMESPACE)).toMatchObject({ system: "platform" });
  });

  it("pods of a system write as the system, under the name of their app", () => {
    expect(labelsOf("codeverify", { app: "codeverify-api" })).toMatchObject({
      system: "codeverify",
      app: "codeverify-api",
    });
  });

  it("logs of undeclared pods are not collected", () => {
    expect(labelsOf("kube-system")).toBeUndefined();
    expect(labelsOf("monitoring-x")).toBeUndefined();
  });
});

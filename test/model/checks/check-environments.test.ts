import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { checkEnvironments } from "../../../model/checks/check-environments";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";

const check = (...all: readonly EnvironmentConfig[]): readonly string[] =>
  checkEnvironments(all).map(formatProblem);

it("finds nothing in the declared environments, together or alone", () => {
  expect(check(...environments)).toEqual([]);
  expect(check(production)).toEqual([]);
});

it("reports that there are none", () => {
  expect(check()).toEqual([
    "environments: there are none, so nothing would be deployed, and the output of an earlier run would stay; declare one",
  ]);
});

it("reports a duplicate name once", () => {
  expect(check(staging, staging, production)).toEqual([
    "environments/staging: 2 environments have this name, which is a stack, its state and a label; rename all but one",
  ]);
});

it.each<[string, Partial<EnvironmentConfig>, string]>([
  [
    "a name of the cluster",
    { cluster: { ...staging.cluster, name: "production" } },
    "environments/staging and environments/production cluster.name: must not be the same: the label cluster would not distinguish their samples, got production; give each its own",
  ],
  [
    "a context",
    { cluster: { ...staging.cluster, kubeconfigContext: "production" } },
    "environments/staging and environments/production cluster.kubeconfigContext: must not be the same: each apply would overwrite what the other one installed, got production; give each its own",
  ],
  [
    "a domain",
    { domain: production.domain },
    "environments/staging and environments/production domain: must not be the same: a host name resolves to one of them only, got monitoring.example.com; give each its own",
  ],
  [
    "a bucket",
    {
      backups: {
        kind: "on",
        bucket: "example-production-logs",
        region: "eu-central-1",
        roleArn: "arn:aws:iam::000000000000:role/backups",
      },
    },
    "environments/staging and environments/production bucket: must not be the same: each would delete or overwrite the other's objects, got example-production-logs; give each its own",
  ],
])("names %s that two share", (_, change, message) => {
  expect(check({ ...staging, ...change }, production)).toEqual([message]);
});

it("allows the same context in two kubeconfigs", () => {
  const cluster = {
    name: "staging",
    kubeconfigContext: "production",
    kubeconfigPath: "~/.kube/staging",
  };
  expect(check({ ...staging, cluster }, production)).toEqual([]);
});

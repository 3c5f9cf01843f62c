import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import type { EnvironmentConfig } from "../../../model/environment";
import { mimir, productionWith } from "../../support/scaled";
import { stackValues } from "../chart-values";
import { valueAt } from "../unknown-keys";

const spec = (environment: EnvironmentConfig, ...keys: readonly string[]) =>
  valueAt(stackValues(environment), "prometheus", "prometheusSpec", ...keys);

const withMimir = productionWith({ metrics: mimir });

it("keeps an archive in production and none in staging", () => {
  expect(
    spec(production, "thanos", "objectStorageConfig", "existingSecret"),
  ).toEqual({ name: "thanos-object-storage", key: "objstore.yml" });
  expect(spec(staging, "thanos")).toBeUndefined();
  expect(spec(staging, "additionalRemoteWrite")).toBeUndefined();
});

it("sends every sample to Mimir with its tenant, and no block to a bucket", () => {
  expect(spec(withMimir, "additionalRemoteWrite")).toEqual([
    {
      url: "http://mimir-gateway.mimir.svc.cluster.local/api/v1/push",
      headers: { "X-Scope-OrgID": "production" },
      sendExemplars: true,
    },
  ]);
  expect(spec(withMimir, "thanos")).toBeUndefined();
});

it("labels replicas for Mimir, and not elsewhere", () => {
  expect(spec(withMimir, "replicaExternalLabelName")).toBe("__replica__");
  expect(spec(withMimir, "externalLabels", "cluster")).toBe("production");
  expect(spec(production, "replicaExternalLabelName")).toBeUndefined();
});

it("leaves the key alone whose text the chart would evaluate", () => {
  expect(spec(withMimir, "remoteWrite")).toBeUndefined();
});

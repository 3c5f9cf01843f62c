import type { StorePart, StorePartWithVolume } from "../../model/stores";
import { LOKI } from "./chart";
import { containerResources } from "../parts/container-resources";
import { zoneSpread } from "../parts/spread";
import type { Values } from "../parts/values";

/** The chart renders a PodDisruptionBudget only if the number of unavailable pods is set. */
export const ONE_AT_A_TIME: Values = { maxUnavailable: 1 };

/** Labels of the pods of one part. */
export const podsOf = (
  component: string,
): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/name": LOKI.chart,
  "app.kubernetes.io/component": component,
});

/** What the pod needs whose sidecar finds rules; no other part asks the API server. */
export const WITH_TOKEN: Values = { automountServiceAccountToken: true };

/** A part that keeps nothing. */
export const part = (
  component: string,
  { replicas, resources }: StorePart,
): Values => ({
  replicas,
  resources: containerResources(resources),
  topologySpreadConstraints: zoneSpread(replicas, podsOf(component)),
  podDisruptionBudget: ONE_AT_A_TIME,
});

/** A part that keeps files. */
export const partWithVolume = (
  component: string,
  store: StorePartWithVolume,
  persistence: Values,
): Values => ({
  ...part(component, store),
  persistence: { enabled: true, ...persistence },
});

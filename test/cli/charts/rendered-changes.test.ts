import { renderedChanges } from "../../../cli/charts/rendered-changes";

const service = (port: number, version = "1") => ({
  kind: "Service",
  metadata: {
    name: "shop",
    namespace: "monitoring",
    labels: { "helm.sh/chart": `shop-${version}` },
  },
  spec: { ports: [{ port }] },
});
const withSpec = (spec: object) => ({
  kind: "StatefulSet",
  metadata: { name: "store" },
  spec,
});
const store = (storage: string) =>
  withSpec({
    replicas: 1,
    volumeClaimTemplates: [{ spec: { resources: { requests: { storage } } } }],
  });

it("names fields that differ, and not the label that says which chart it is", () => {
  expect(renderedChanges([service(80)], [service(81, "2")])).toEqual([
    {
      object: "Service monitoring/shop",
      what: "changed",
      fields: ["spec.ports.0.port"],
      refused: [],
    },
  ]);
  expect(renderedChanges([service(80)], [service(80, "2")])).toEqual([]);
});

it("names what Kubernetes refuses, and lists such objects first", () => {
  const size = "spec.volumeClaimTemplates.0.spec.resources.requests.storage";
  const [first, second] = renderedChanges(
    [service(80), store("20Gi")],
    [service(81), store("30Gi")],
  );
  expect(first).toEqual({
    object: "StatefulSet store",
    what: "changed",
    fields: [size],
    refused: [size],
  });
  expect(second?.object).toBe("Service monitoring/shop");
});

it("names what is added and removed; a field that is left out differs too", () => {
  expect(
    renderedChanges(
      [service(80), withSpec({ replicas: 1 })],
      [withSpec({}), { ...service(80), kind: "Ingress" }],
    ),
  ).toEqual([
    {
      object: "Ingress monitoring/shop",
      what: "added",
      fields: [],
      refused: [],
    },
    {
      object: "Service monitoring/shop",
      what: "removed",
      fields: [],
      refused: [],
    },
    {
      object: "StatefulSet store",
      what: "changed",
      fields: ["spec", "spec.replicas"],
      refused: [],
    },
  ]);
});

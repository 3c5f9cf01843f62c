import { production } from "../../support/organisation/environments";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import { services } from "../../support/organisation/services";
import { endsOf, pod } from "./ends";
import { isAllowed } from "./evaluate";
import type { End } from "./evaluate";

const policies = networkPolicies(production, services);

describe("what is refused", () => {
  const unrelated = pod("monitoring", { app: "undeclared" });
  const system = pod("market", { app: "market-worker" });
  const one = (name: string): End => endsOf(name)[0] ?? unrelated;

  it.each<readonly [string, End, End, number]>([
    [
      "the black-box exporter to Loki",
      one("blackbox-exporter"),
      one("loki"),
      3100,
    ],
    [
      "the black-box exporter to Loki's gateway",
      one("blackbox-exporter"),
      one("loki-gateway"),
      8080,
    ],
    [
      "the black-box exporter to the API server",
      one("blackbox-exporter"),
      one("api-server"),
      443,
    ],
    [
      "the black-box exporter to Prometheus",
      one("blackbox-exporter"),
      one("prometheus"),
      9090,
    ],
    ["a system to Alertmanager", system, one("alertmanager"), 9093],
    ["a system to Prometheus", system, one("prometheus"), 9090],
    ["a system to Grafana", system, one("grafana"), 3000],
    ["a system to Loki's gateway", system, one("loki-gateway"), 8080],
    ["a system to Tempo", system, one("tempo"), 4317],
    [
      "a system that pushes nothing to the Pushgateway",
      system,
      one("pushgateway"),
      9091,
    ],
    ["a system to an exporter", system, one("market-redis-exporter"), 9121],
    [
      "Alertmanager to the API server",
      one("alertmanager"),
      one("api-server"),
      443,
    ],
    [
      "Alertmanager to Prometheus",
      one("alertmanager"),
      one("prometheus"),
      9090,
    ],
    ["Alertmanager to a node", one("alertmanager"), one("nodes"), 443],
    [
      "the Pushgateway to the internet",
      one("pushgateway"),
      one("internet"),
      443,
    ],
    [
      "the Pushgateway to the API server",
      one("pushgateway"),
      one("api-server"),
      443,
    ],
    [
      "kube-state-metrics to the internet",
      one("kube-state-metrics"),
      one("internet"),
      443,
    ],
    ["Grafana to a node", one("grafana"), one("nodes"), 10250],
    ["Grafana to a system", one("grafana"), one("market"), 8000],
    [
      "Grafana to the credentials of its machine",
      one("grafana"),
      { kind: "address", address: "169.254.169.254" },
      80,
    ],
    [
      "an exporter to the internet",
      one("market-postgres-exporter"),
      one("internet"),
      443,
    ],
    [
      "an exporter to Grafana's database",
      one("market-postgres-exporter"),
      one("databases"),
      5432,
    ],
    [
      "the reader of logs to the internet",
      one("alloy-logs"),
      one("internet"),
      443,
    ],
    [
      "the reader of logs to Loki, past its gateway",
      one("alloy-logs"),
      one("loki"),
      3100,
    ],
    ["Grafana to Loki, past its gateway", one("grafana"), one("loki"), 3100],
    ["Tempo to Alertmanager", one("tempo"), one("alertmanager"), 9093],
    [
      "the back-up of silences to Grafana's database",
      one("backup-silences"),
      one("databases"),
      5432,
    ],
    [
      "the back-up of Grafana to Alertmanager",
      one("backup-grafana"),
      one("alertmanager"),
      9093,
    ],
    [
      "the weekly report to Alertmanager",
      one("report-weekly"),
      one("alertmanager"),
      9093,
    ],
    [
      "a program that writes its report to Prometheus",
      one("report-quality"),
      one("prometheus"),
      9090,
    ],
    [
      "the ingress controller to Loki",
      one("ingress-controller"),
      one("loki-gateway"),
      8080,
    ],
    [
      "the ingress controller to Alertmanager's gossip",
      one("ingress-controller"),
      one("alertmanager"),
      9094,
    ],
    [
      "the internet to Grafana, past the ingress controller",
      one("internet"),
      one("grafana"),
      3000,
    ],
    [
      "an undeclared pod in the namespace to Prometheus",
      unrelated,
      one("prometheus"),
      9090,
    ],
    [
      "an undeclared pod in the namespace to the internet",
      unrelated,
      one("internet"),
      443,
    ],
    [
      "an undeclared pod in the namespace to a name server",
      unrelated,
      one("cluster-dns"),
      53,
    ],
  ])("%s", (_, from, to, port) => {
    expect(isAllowed(policies, from, to, port)).toBe(false);
    // Without any policy all of this is allowed: it is refused by what is written, not by the
    // evaluation.
    expect(isAllowed([], from, to, port)).toBe(true);
  });

  it("is everything in the namespace of what must see the host", () => {
    const intruder = pod("monitoring-nodes", { app: "intruder" });
    expect(isAllowed(policies, intruder, one("internet"), 443)).toBe(false);
    expect(isAllowed(policies, one("prometheus"), intruder, 9100)).toBe(false);
  });

  it("is a port of UDP where only TCP is meant", () => {
    const [from, to] = [one("prometheus"), one("grafana")];
    expect(isAllowed(policies, from, to, 3000, "TCP")).toBe(true);
    expect(isAllowed(policies, from, to, 3000, "UDP")).toBe(false);
  });
});

import { checkOutsideTargets } from "../../../model/checks/check-outside-targets";
import type { EnvironmentConfig } from "../../../model/environment";
import type { OutsideTarget } from "../../../model/outside-target";
import { formatProblem } from "../../../model/problem";
import { production } from "../../support/environments/production";
import { goodService } from "../../support/services";

const good: OutsideTarget = {
  system: "shop",
  target: "shop",
  addresses: ["shop-1.example.com:8080", "10.9.0.7:8080"],
  reason: "a test",
};

const check = (change: Partial<EnvironmentConfig>): readonly string[] =>
  checkOutsideTargets("environments/production", { ...production, ...change }, [
    goodService,
  ]).map(formatProblem);

const at = "environments/production outsideTargets shop shop";

it("finds nothing in targets on hosts", () => {
  expect(check({ outsideTargets: [good] })).toEqual([]);
});

it.each<[string, readonly OutsideTarget[], string]>([
  [
    "a system that does not exist",
    [{ ...good, system: "shopp" }],
    "environments/production outsideTargets shopp shop: names a system that does not exist; allowed: shop; correct the name or remove the entry",
  ],
  [
    "a target that does not exist",
    [{ ...good, target: "shopp" }],
    "environments/production outsideTargets shop shopp: names a target that the system does not have; allowed: shop; correct the name or remove the entry",
  ],
  [
    "a target without an address",
    [{ ...good, addresses: [] }],
    `${at}: has no address, or more than expectedTargets, got 0; allowed: 1 to 2; name each host once, or raise expectedTargets of the declaration`,
  ],
  [
    "more addresses than series were estimated for",
    [{ ...good, addresses: ["a.b:1", "b.b:1", "c.b:1"] }],
    `${at}: has no address, or more than expectedTargets, got 3; allowed: 1 to 2; name each host once, or raise expectedTargets of the declaration`,
  ],
  [
    "a target that is named twice",
    [good, { ...good, addresses: ["shop-3.example.com:8080"] }],
    `${at}: is named twice; put all addresses into one entry`,
  ],
  [
    "an address with a scheme",
    [{ ...good, addresses: ["https://shop.example.com"] }],
    `${at}: is not a host and port, got https://shop.example.com; allowed: <host>:<port>; correct it`,
  ],
  [
    "an invalid port",
    [{ ...good, addresses: ["shop.example.com:70000"] }],
    `${at}: is not a host and port, got shop.example.com:70000; allowed: <host>:<port>; correct it`,
  ],
  [
    "Prometheus itself",
    [{ ...good, addresses: ["localhost:9090"] }],
    `${at}: is Prometheus itself, whose own metrics would be taken for the system's, got localhost:9090; name the address that Prometheus's pod connects to`,
  ],
  [
    "a Service of the cluster",
    [{ ...good, addresses: ["shop.shop.svc:8080"] }],
    `${at}: is an address in the cluster, where the target's monitor discovers every pod, got shop.shop.svc:8080; remove it: the declaration's own monitor scrapes what runs in the cluster`,
  ],
])("finds %s", (_, outsideTargets, problem) => {
  expect(check({ outsideTargets })).toEqual([problem]);
});

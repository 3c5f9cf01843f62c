import { production, staging } from "../../support/organisation/environments";
import { networkFlows } from "../../../kubernetes/network/flows";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import { ENVIRONMENTS } from "../../helm/chart-values";
import { services } from "../../support/organisation/services";
import { endsOf, kept, network, now, pods } from "./ends";
import { isAllowed, isInside } from "./evaluate";
import type { End } from "./evaluate";
import {
  describeFlow,
  networkFaults,
  policyFaults,
  refusedFlows,
} from "./network-judgement";

const policies = networkPolicies(production, services);

it("knows the pods as the charts make them; UPDATE_GOLDEN=1 writes them anew", () => {
  expect(kept).toBe(now);
});

describe("what is allowed", () => {
  const flows = networkFlows(production, services);

  it("is every flow, at ports that somebody listens at, for pods with a policy each", () => {
    expect(flows.length).toBeGreaterThan(100);
    expect(pods.length).toBeGreaterThan(20);
    expect(networkFaults(production, services, network)).toEqual([]);
  });

  it.each(["prometheus", "alertmanager", "default-deny"])(
    "detects that the policy %s is missing",
    (name) => {
      const others = policies.filter(({ metadata }) => metadata.name !== name);
      const refused = refusedFlows(others, flows, network);
      if (name === "default-deny") expect(refused).toEqual([]);
      else expect(refused.join("\n")).toContain(`prometheus → alertmanager`);
    },
  );
});

it.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)(
  "the policies of %s are one for each component that runs, with a rule for each flow",
  (_, environment) => {
    expect(networkPolicies(environment, services).length).toBeGreaterThan(10);
    expect(policyFaults(environment, services, network)).toEqual([]);
  },
);

describe("staging, which has one replica of everything and no bucket", () => {
  const flows = networkFlows(staging, services).map(describeFlow);

  it.each(["backup-", "report-", "databases", "9094"])(
    "has no flow of %s",
    (part) => {
      expect(flows.filter((flow) => flow.includes(part))).toEqual([]);
    },
  );
});

it("allows private networks that an environment names", () => {
  const environment: EnvironmentConfig = {
    ...production,
    network: { ...production.network, privateServices: ["10.9.0.0/16"] },
  };
  const mail: End = { kind: "address", address: "10.9.1.2" };
  const [alertmanager] = endsOf("alertmanager");
  if (alertmanager === undefined) throw new Error("no Alertmanager");
  const changed = networkPolicies(environment, services);
  expect(isAllowed(changed, alertmanager, mail, 587)).toBe(true);
  expect(isAllowed(changed, alertmanager, mail, 25)).toBe(false);
});

it.each([
  ["10.0.0.0/20", "10.0.15.255", true],
  ["10.0.0.0/20", "10.0.16.0", false],
  ["0.0.0.0/0", "203.0.113.7", true],
  ["192.0.2.1/32", "192.0.2.1", true],
  ["192.0.2.1/32", "192.0.2.2", false],
])("reads the range %s for %s", (range, address, inside) => {
  expect(isInside(range, address)).toBe(inside);
});

import { checkReleaseGate } from "../../../model/checks/check-release-gate";
import { seconds } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import type { GateEvidence, ReleaseGate } from "../../../model/release-gate";
import type { Service } from "../../../model/service";
import { gate, shop } from "../../cli/verify/shop";

const check = (service: Service): readonly string[] =>
  checkReleaseGate(service).map(formatProblem);

const withGate = (change: Partial<ReleaseGate>): Service => ({
  ...shop,
  releaseGate: { ...gate, ...change },
});

const withEvidence = (...evidence: readonly GateEvidence[]) =>
  withGate({
    sections: [{ heading: "More", items: [{ text: "It", evidence }] }],
  });

it.each([shop, withGate({})])("finds nothing wrong with $key", (service) => {
  expect(check(service)).toEqual([]);
});

it.each<[string, Service, string]>([
  [
    "no items",
    withGate({ checklist: [] }),
    "services/shop releaseGate checklist: a gate without items is open to everybody; say what must be seen, or leave the gate out",
  ],
  [
    "an item twice",
    withGate({ checklist: [...gate.checklist, ...gate.checklist.slice(0, 1)] }),
    "services/shop releaseGate checklist: the same item twice, got Scraped; leave one out",
  ],
  [
    "an item that nothing shows",
    withEvidence(),
    'services/shop releaseGate item "It": nothing shows that it is done; say what does, at the least a person',
  ],
  [
    "a metric that is not there",
    withEvidence({ kind: "metrics", names: ["nope"] }),
    'services/shop releaseGate item "It": names metrics that the system does not have, got nope; allowed: shop_requests_total, shop_duration_seconds, shop_queue; correct it',
  ],
  [
    "no metric",
    withEvidence({ kind: "metrics", names: [] }),
    'services/shop releaseGate item "It": names no metrics; name them',
  ],
  [
    "a page that is not there",
    withEvidence({ kind: "dashboards", uids: ["nope"], shows: "data" }),
    'services/shop releaseGate item "It": names dashboards that the system does not have, got nope; allowed: shop; correct it',
  ],
  [
    "a word that cannot be typed",
    withEvidence({ kind: "person", key: "The phone", look: "it rings" }),
    'services/shop releaseGate item "It": the word by which a person confirms must be kebab-case, got The phone; allowed: a-z, 0-9 and -, beginning with a letter; rename it',
  ],
  [
    "test alerts of no priority",
    withGate({ testAlert: [] }),
    "services/shop releaseGate testAlert: items wait for a test alert of no priority; say which priorities are tried",
  ],
  [
    "a fault without an alert",
    withGate({
      provokedFault: {
        path: "/fail",
        body: {},
        alert: "Nope",
        within: seconds(1),
      },
    }),
    "services/shop releaseGate provokedFault: must make an alert of the system fire, got Nope; allowed: ShopErrors, ShopFails; correct it",
  ],
])("finds %s", (_, service, problem) => {
  expect(check(service)).toEqual([problem]);
});

it("asks for no gate", () => {
  const { releaseGate, ...without } = withGate({});
  expect(releaseGate).toEqual(gate);
  expect(check(without)).toEqual([]);
});

import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import {
  collectionJobFaults,
  pushedMetrics,
} from "../../kubernetes/collection-job-judgement";
import { networkEnds } from "../../kubernetes/network/network-ends";
import { cqvr, services } from "../support/declared";

it("CQVR's job pushes what its alerts and dashboards read", () => {
  expect(cqvr.collectionJobs).toHaveLength(1);
  expect(pushedMetrics(cqvr)).toEqual(
    expect.arrayContaining([
      "cqvr_average_score",
      "cqvr_collection_last_success_timestamp_seconds",
      "cqvr_collection_duration_seconds",
    ]),
  );
  const names = (cqvr.logAlerts ?? []).map(({ name }) => name);
  expect(names).toContain("CqvrCollectionTraceback");
});

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)(
  "the jobs of %s push for their system, and write lines that alerts find",
  (_, environment) => {
    const network = networkEnds(production, services);
    expect(
      services.flatMap((service) =>
        collectionJobFaults(service, environment, services, network),
      ),
    ).toEqual([]);
  },
);

import { environments } from "../../../config/environments";
import { production } from "../../../config/environments/production";
import { flowGroups } from "../../../kubernetes/network/flows";
import { networkPage } from "../../../kubernetes/network/network-page";
import { services } from "../support/declared";

const page = networkPage(environments, services);

it("has a row and an arrow for every flow", () => {
  const missing = flowGroups(production, services)
    .flatMap(({ flows }) => flows)
    .filter(
      ({ from, to, reason }) =>
        !page
          .split("\n")
          .some((line) =>
            new RegExp(
              `^\\| ${from.name} +\\| ${to.name} +\\| .* \\| ${reason.replace(/[()+?]/g, "\\$&")} +\\|`,
            ).test(line),
          ) ||
        !page.includes(`p_${from.name.replaceAll("-", "_")} -->|`) ||
        !new RegExp(
          `p_${from.name.replaceAll("-", "_")} -->\\|".*"\\| p_${to.name.replaceAll("-", "_")}\n`,
        ).test(page),
    );
  expect(missing).toEqual([]);
});

it("names what is not restricted, and why", () => {
  expect(page).toMatch(
    /\| kps +\| kps-prometheus-node-exporter: privileged, in `monitoring-nodes` +\| reads the node itself/,
  );
});

it("says where a flow is, when it is not everywhere", () => {
  expect(page).toMatch(
    /\| backup-grafana +\| databases +\| .* \| production[^|]*\|/,
  );
  expect(page).toMatch(
    /\| prometheus +\| alertmanager +\| 9093 +\| .* \| everywhere +\|/,
  );
});

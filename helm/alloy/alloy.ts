import type { DeployedChart } from "../parts/deployed-chart";
import { readBy } from "../parts/secret-use";
import { alloyGatewayValues } from "./alloy-gateway-values";
import { alloyLogsValues } from "./alloy-logs-values";
import { ALLOY_GATEWAY, ALLOY_LOGS } from "./chart";
import { alloyComponents } from "./components";
import { alloyLogWriter } from "./metrics";

/** Installed twice: on every node for the logs of its pods, and as the gateway. */
export const alloy: DeployedChart = {
  charts: [ALLOY_LOGS, ALLOY_GATEWAY],
  releases: (environment, services) => [
    { chart: ALLOY_LOGS, values: () => alloyLogsValues(environment, services) },
    {
      chart: ALLOY_GATEWAY,
      values: () => alloyGatewayValues(environment, services),
    },
  ],
  metrics: [alloyLogWriter],
  components: (environment) => Object.values(alloyComponents(environment)),
  secrets: ({ alloy: { userIdKey } }) =>
    [ALLOY_LOGS, ALLOY_GATEWAY].flatMap(({ release }) =>
      readBy(release, [userIdKey]),
    ),
};

import { checkDashboards } from "../dashboards/check-dashboards";
import { checkEnvironment } from "../model/checks/check-environment";
import { checkService } from "../model/checks/check-service";
import { checkServices } from "../model/checks/check-services";
import type { AlertCheckContext } from "../model/checks/check-alerts";
import type { EnvironmentConfig } from "../model/environment";
import type { Problem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";

/** Every mistake of every declaration and environment, so that one run shows them all. */
export const checkAll = (
  environments: readonly EnvironmentConfig[],
  services: readonly ServiceDeclaration[],
  context: AlertCheckContext,
): readonly Problem[] => [
  ...services.flatMap((service) => checkService(service, context)),
  ...checkServices(services),
  ...checkDashboards(services, environments),
  ...environments.flatMap((environment) =>
    checkEnvironment(environment, services),
  ),
];

import type { AlertDeclaration } from "../../../model/alert";
import { apiAlerts } from "./alerts/api";
import { availabilityAlerts } from "./alerts/availability";
import { businessAlerts } from "./alerts/business";
import { cacheAlerts } from "./alerts/cache";
import { databaseAlerts } from "./alerts/database";
import { forecastAlerts } from "./alerts/forecasts";
import { integrityAlerts } from "./alerts/integrity";
import { poolAlerts } from "./alerts/pool";

/** AccuBooks' alerts on metrics. */
export const alerts: readonly AlertDeclaration[] = [
  ...availabilityAlerts,
  ...integrityAlerts,
  ...apiAlerts,
  ...poolAlerts,
  ...databaseAlerts,
  ...cacheAlerts,
  ...forecastAlerts,
  ...businessAlerts,
];

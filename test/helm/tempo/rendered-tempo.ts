import { production } from "../../../config/environments/production";
import { tempoValues } from "../../../helm/tempo/tempo-values";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/declared";
import { kafkaTraces, productionWith } from "../../support/scaled";
import { goodService } from "../../support/services";
import { asReceived } from "../chart-values";
import { valueAt } from "../unknown-keys";

/** Production with Tempo in parts over Kafka. */
export const kafka = productionWith({ traces: kafkaTraces });

/** What a chart of Tempo is given in an environment. */
export const at = (
  environment: EnvironmentConfig,
  ...keys: readonly string[]
) => valueAt(asReceived(tempoValues(environment, services)), ...keys);

/** The same without TraceQL metrics queries. */
export const unmeasured = (
  environment: EnvironmentConfig,
  ...keys: readonly string[]
) => valueAt(asReceived(tempoValues(environment, [goodService])), ...keys);

/** Environments in which it runs in parts. */
export const IN_PARTS: readonly (readonly [string, EnvironmentConfig])[] = [
  ["production", production],
  ["over Kafka", kafka],
];

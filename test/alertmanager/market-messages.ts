import { findEngine } from "../../engines/find-engine";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { production } from "../support/organisation/environments";
import { declaredAlert } from "./declared-alert";
import { rendered } from "./rendered";
import type { FiredAlert } from "./rendered";

let amtool = "";

/** Finds amtool, which renders. A first run may build it. */
export const beforeRendering = [
  async (): Promise<void> => {
    amtool = await findEngine("amtool");
  },
  20 * 60 * 1000,
] as const;

/** A field of a message of an environment. */
export const renderIn = (
  environment: EnvironmentConfig,
  field: string,
  alerts: readonly FiredAlert[],
  type?: "text" | "html",
  services?: readonly Service[],
): string => rendered(amtool, environment, field, alerts, type, services);

/** A field of a message of production. */
export const render = (
  field: string,
  alerts: readonly FiredAlert[],
  type?: "text" | "html",
): string => renderIn(production, field, alerts, type);

/** The market's alert on errors, as it fires. */
export const highErrors = (): FiredAlert => declaredAlert("MarketErrors");

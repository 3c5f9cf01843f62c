import type { EnvironmentConfig } from "../../../model/environment";
import { production } from "./production";
import { staging } from "./staging";

/** Every environment, in the order of deployment. Each becomes one stack of its name. */
export const environments: readonly EnvironmentConfig[] = [staging, production];

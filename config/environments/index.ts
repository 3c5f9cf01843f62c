import type { EnvironmentConfig } from "../../model/environment";
import { production } from "./production";
import { staging } from "./staging";

/** All environments, in order of deployment. Each becomes a stack with its name. */
export const environments: readonly EnvironmentConfig[] = [staging, production];

import type { EnvironmentConfig } from "../model/environment";
import type { StackFiles } from "./stack-files";

/** What every construct of a stack needs to know. */
export interface StackContext {
  readonly environment: EnvironmentConfig;
  readonly files: StackFiles;
}

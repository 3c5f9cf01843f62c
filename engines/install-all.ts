import type { Engine, EngineName } from "./engines";
import { errorMessage } from "./error-message";

/** Where {@link installAll} writes its lines. */
export interface Output {
  /** Where an engine is: `name<tab>path`. */
  readonly result: (line: string) => void;
  /** What a person should know. */
  readonly say: (line: string) => void;
}

/**
 * Finds or installs engines one after the other.
 *
 * @returns whether every required engine is installed. An engine that is only run as released may
 * be missing; what is not judged without it is then printed
 */
export async function installAll(
  engines: readonly Engine[],
  find: (name: EngineName) => Promise<string>,
  output: Output,
): Promise<boolean> {
  let complete = true;
  for (const { name, version, source } of engines) {
    try {
      output.result(`${name}\t${await find(name)}`);
    } catch (error) {
      output.say(errorMessage(error));
      if (source.kind === "module") complete = false;
      else
        output.say(
          `${name} ${version} is missing. Not judged without it: ${source.cost}.`,
        );
    }
  }
  return complete;
}

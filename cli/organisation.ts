import { organisation as declared } from "../config/organisation";
import { checkShapes } from "../model/checks/check-shape";
import type { Organisation } from "../model/organisation";
import { problemList } from "../model/problem";
import type { Service } from "../model/service";
import { wholeServices } from "../model/whole-service";

/** An organisation whose systems have their defaults. */
interface WholeOrganisation extends Organisation {
  readonly services: readonly Service[];
}

const problems = checkShapes(declared.services);
if (problems.length > 0) throw new Error(`\n${problemList(problems)}`);

/**
 * What every command is about, each system with its defaults. It is handed to them here and nowhere
 * else: nothing else in `cli/` imports what is declared.
 */
export const organisation: WholeOrganisation = {
  ...declared,
  services: wholeServices(declared.services),
};

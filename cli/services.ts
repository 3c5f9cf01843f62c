import { services as declared } from "../config/services";
import { checkShapes } from "../model/checks/check-shape";
import { formatProblem } from "../model/problem";
import type { Service } from "../model/service";
import { wholeServices } from "../model/whole-service";

const problems = checkShapes(declared);
if (problems.length > 0) {
  throw new Error(`\n${problems.map(formatProblem).join("\n")}`);
}

/** What every command is about, with its defaults. */
export const services: readonly Service[] = wholeServices(declared);

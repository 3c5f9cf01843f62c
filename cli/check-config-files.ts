import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem";

const ORGANISATION = "config/organisation.ts";
const SERVICES = "config/services";

/**
 * What is wrong with the files of an organisation before any of them is read: nothing else says
 * that a file which nobody imports is not monitored.
 *
 * @param root folder that holds `config`
 */
export function checkConfigFiles(root: string): readonly Problem[] {
  if (!existsSync(join(root, ORGANISATION))) {
    return [
      {
        path: ORGANISATION,
        message:
          "does not exist, so nothing says what is monitored, where and by whom",
        next: "declare the organisation there; examples/small-organisation shows a whole one",
      },
    ];
  }
  const index = join(root, SERVICES, "index.ts");
  if (!existsSync(index)) return [];
  const listed = readFileSync(index, "utf8");
  return readdirSync(join(root, SERVICES))
    .filter(
      (name) =>
        existsSync(join(root, SERVICES, name, "index.ts")) &&
        !listed.includes(`from "./${name}"`),
    )
    .sort()
    .map((name) => ({
      path: `${SERVICES}/${name}`,
      message: `is not in ${SERVICES}/index.ts, so it is not monitored`,
      next: "import it there and add it to the list, or remove the folder",
    }));
}

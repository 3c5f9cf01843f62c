import { everyAlert } from "../every-alert";
import type { NotificationPath } from "../notification-path";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkKebab } from "./names";

interface Use {
  readonly where: string;
  readonly path: NotificationPath;
}

/** Named paths of all alerts together: the name is a label, so it means one thing everywhere. */
export function checkPaths(services: readonly Service[]): readonly Problem[] {
  const uses = services.flatMap((service) =>
    everyAlert(service).flatMap(({ name, path }) =>
      path === undefined
        ? []
        : [{ where: `services/${service.key} alert "${name}"`, path }],
    ),
  );
  const first = new Map<string, Use>();
  const problems: Problem[] = [];
  for (const use of uses) {
    const { where, path } = use;
    problems.push(...checkKebab(where, "the name of a path", path.name));
    const known = first.get(path.name);
    if (known === undefined) first.set(path.name, use);
    else if (meaning(known.path) !== meaning(path)) {
      problems.push({
        path: `${known.where} and ${where}`,
        message: `path "${path.name}" means two things`,
        next: "rename one: both would be told as the first",
      });
    }
  }
  return problems;
}

const meaning = (path: NotificationPath): string => JSON.stringify(path);

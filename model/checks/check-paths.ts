import { everyAlert } from "../every-alert";
import type { NotificationPath } from "../notification-path";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkKebab } from "./names";

interface Use {
  readonly where: string;
  readonly path: NotificationPath;
}

/** Checks named paths across all alerts: the name is a label, so it has one meaning everywhere. */
export function checkPaths(services: readonly Service[]): readonly Problem[] {
  const uses = services.flatMap((service) => {
    const { key, slos } = service;
    return [
      ...everyAlert(service).map(({ name, path }) => ({
        where: `services/${key} alert "${name}"`,
        path,
      })),
      ...slos.map(({ name, path }) => ({
        where: `services/${key} slo "${name}"`,
        path,
      })),
    ].flatMap(({ where, path }) =>
      path === undefined ? [] : [{ where, path }],
    );
  });
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
        message: `path "${path.name}" is declared twice, differently`,
        next: "rename one: both would be routed as the first",
      });
    }
  }
  return problems;
}

const meaning = (path: NotificationPath): string => JSON.stringify(path);

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { listRunbooks } from "../../../checks/list-runbooks";
import { environments } from "../../../config/environments";
import { withGeneratedDashboards } from "../../../dashboards/with-generated-dashboards";
import { appsOf } from "../../../model/service";
import type { Service } from "../../../model/service";
import { tracedWorkloads } from "../../../model/service-traces";
import { probeUrl } from "../../../prometheus/monitors/probes";
import { services } from "../support/declared";
import {
  commandsOf,
  partOf,
  proseOf,
  runbookPages,
  RUNBOOKS,
  systemOf,
  textOf,
} from "../support/runbook-pages";

/** Titles of panels and rows, by the page of Grafana that shows them. */
const shown = new Map(
  services
    .flatMap((service) => withGeneratedDashboards(service).dashboards)
    .map(({ title, panels }) => [
      title,
      new Set(panels.flatMap(({ title: panel, row }) => [panel, row ?? panel])),
    ]),
);

/** What each system has is said by the end of its title: `logs and traces`. */
const titlesLike = (words: string): readonly string[] =>
  [...shown.keys()].filter(
    (title) => title === words || title.endsWith(`: ${words}`),
  );

/** Pages about the thing that would show a dashboard. */
const WITHOUT_DASHBOARD: Readonly<Record<string, string>> = {
  "platform/grafana-down": "there is no dashboard to look at",
};

/** Names in italics: those of pages and panels are written so. */
const italics = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w*])_([^_]+)_(?!\w)/g)].map(([, name = ""]) =>
    name.replace(/\s+/g, " "),
  );

/** Names in a paragraph that leads to Grafana which nobody finds there. */
function notShown(paragraph: string): readonly string[] {
  const names = italics(paragraph);
  const titles = names.flatMap((name) => titlesLike(name));
  const panels = new Set(
    titles.flatMap((title) => [...(shown.get(title) ?? [])]),
  );
  return names.filter(
    (name) => titlesLike(name).length === 0 && !panels.has(name),
  );
}

/** Names that follow the word panel somewhere else in a page. */
const panelsNamed = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:panels?|row)\s+((?:_[^_]+_(?:,\s|\sand\s)?)+)/g)]
    .flatMap(([, names = ""]) => italics(names))
    .filter((name) => ![...shown.values()].some((panels) => panels.has(name)));

const paragraphsOf = (page: string): readonly string[] =>
  proseOf(textOf(page)).split(/\n\s*\n/);

const noSuch = (name: string): string =>
  `no dashboard, row or panel is titled _${name}_; write the title as Grafana shows it`;

it("leads to pages and panels of Grafana that exist, and says so in every diagnosis", () => {
  expect(
    runbookPages.flatMap((page) => [
      ...paragraphsOf(page)
        .filter((paragraph) => /^\s*Dashboard: /.test(paragraph))
        .flatMap(notShown)
        .map((name) => `${page}: ${noSuch(name)}`),
      ...panelsNamed(proseOf(textOf(page))).map(
        (name) => `${page}: ${noSuch(name)}`,
      ),
    ]),
  ).toEqual([]);
  expect(
    runbookPages.filter(
      (page) =>
        !/^Dashboard: /m.test(partOf(textOf(page), "Diagnosis")) &&
        WITHOUT_DASHBOARD[page] === undefined,
    ),
  ).toEqual([]);
  expect(notShown("Dashboard: _API Performance_, panel _Workers up_.")).toEqual(
    ["Workers up"],
  );
  expect(panelsNamed("the panels _Workers up_ and _Nothing_")).toEqual([
    "Nothing",
  ]);
});

const known = listRunbooks(RUNBOOKS);

/** Links of a page that lead nowhere in this repository. */
const deadLinks = (page: string, text: string): readonly string[] =>
  [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const path =
        file === "" ? `${page}.md` : normalize(join(dirname(page), file));
      if (!existsSync(join(RUNBOOKS, path))) return true;
      return (
        anchor !== undefined &&
        !path.startsWith("..") &&
        !known.has(`${path.replace(/\.md$/, "")}#${anchor}`)
      );
    });

it("has links that lead somewhere", () => {
  expect(
    runbookPages.flatMap((page) =>
      deadLinks(page, textOf(page)).map((link) => `${page}: ${link}`),
    ),
  ).toEqual([]);
  expect(
    deadLinks(
      "codeverify/queue-backup",
      "[a](#queuewaithigh) [b](#nowhere) [c](gone.md) [d](../../network.md)",
    ),
  ).toEqual(["#nowhere", "gone.md"]);
});

const platformNamespaces = environments.map(({ namespace }) => namespace);
const ingressNamespaces = environments.map(
  ({ network }) => network.ingressNamespace,
);

/** Namespaces in which a page about a system may have something to do. */
const namespacesOf = (service: Service | undefined): readonly string[] => [
  ...platformNamespaces,
  ...ingressNamespaces,
  ...(service === undefined
    ? services.map(({ namespace }) => namespace)
    : [service.namespace]),
];

/** Pages about targets of any system take this one for an example. */
const EXAMPLE = services.filter(({ key }) => key === "codeverify");

/** What changes or opens something in a namespace. */
const IN_A_NAMESPACE =
  /^kubectl (?:\S+ )*?(?:delete|scale|rollout|set|patch|exec|debug|label|annotate|create|logs|port-forward)\b/;

/** Commands of a page that ask in a namespace that is not the system's, or in whichever is set. */
const namespaceMistakes = (
  text: string,
  service: Service | undefined,
): readonly string[] => {
  const allowed = [service, ...(service?.key === "platform" ? EXAMPLE : [])]
    .flatMap(namespacesOf)
    .concat("<namespace>", "<system>");
  return commandsOf(text).flatMap((line) =>
    line
      .split(/&&|\||;/)
      .map((command) => command.trim())
      .filter((command) => command.startsWith("kubectl "))
      .filter((command) => {
        const [, namespace] = /\s-n\s+(\S+)/.exec(command) ?? [];
        return namespace === undefined
          ? IN_A_NAMESPACE.test(command)
          : !allowed.includes(namespace);
      }),
  );
};

it("asks in the namespace of the system that the page is about", () => {
  expect(
    runbookPages.flatMap((page) =>
      namespaceMistakes(textOf(page), systemOf(page)).map(
        (command) => `${page}: ${command}`,
      ),
    ),
  ).toEqual([]);
  const [codeverify] = EXAMPLE;
  expect(
    namespaceMistakes(
      "`kubectl -n titan get pods` `kubectl delete pod a` `kubectl get pods -A`",
      codeverify,
    ),
  ).toEqual(["kubectl -n titan get pods", "kubectl delete pod a"]);
});

/** Workloads that no declaration names, and whose they are. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  // Airflow's own chart names them.
  chronos: ["airflow-scheduler", "airflow-worker"],
};

interface RenderedPods {
  readonly installations: readonly string[];
  readonly workload: string;
}

/** What the charts of the platform run in an environment. */
const platformWorkloads = (
  JSON.parse(
    readFileSync(join(__dirname, "../../golden/pods.json"), "utf8"),
  ) as readonly RenderedPods[]
)
  .filter(({ installations }) =>
    environments.some(({ name }) => installations.includes(name)),
  )
  .map(({ workload }) => workload);

/**
 * Names by which a system's Deployments and CronJobs go: of what is scraped, probed, traced or run
 * now and then.
 */
const workloadsOf = (service: Service): readonly string[] => [
  ...appsOf(service),
  ...tracedWorkloads(service).map(({ workload }) => workload),
  ...(service.containerProbes ?? []).map(({ workload }) => workload),
  ...service.probes.flatMap((probe) =>
    environments.flatMap(
      (environment) =>
        new URL(probeUrl(probe, service, environment)).hostname.split(".")[0] ??
        [],
    ),
  ),
  ...(OTHERS[service.key] ?? []),
];

/** Workloads and values of the label `app` that a page's commands name and that nobody has. */
const strangeWorkloads = (
  text: string,
  service: Service | undefined,
): readonly string[] => {
  const names = new Set([
    ...platformWorkloads,
    ...(service === undefined ? services : [service, ...EXAMPLE]).flatMap(
      workloadsOf,
    ),
  ]);
  return commandsOf(text).flatMap((line) =>
    [
      ...line.matchAll(
        /(?:\b(?:deploy|deployment|statefulset)[/ ]|-l app=)([a-z][a-z0-9-]*)(?![\w<])/g,
      ),
    ]
      .filter(() => /\bkubectl\b/.test(line))
      .flatMap(([, name = ""]) => (names.has(name) ? [] : name)),
  );
};

it("names workloads that the system has", () => {
  expect(
    runbookPages.flatMap((page) =>
      strangeWorkloads(textOf(page), systemOf(page)).map(
        (name) => `${page}: ${name}`,
      ),
    ),
  ).toEqual([]);
  const [codeverify] = EXAMPLE;
  expect(
    strangeWorkloads(
      "`kubectl -n codeverify scale deploy/codeverify-api` `kubectl -n codeverify exec deploy/redis`",
      codeverify,
    ),
  ).toEqual(["redis"]);
});

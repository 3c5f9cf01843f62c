import type { Duration } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { isLength } from "../length-of-time";
import { activeTargets, instantly } from "../prometheus";
import type { ActiveTarget, ResultSeries } from "../prometheus";
import { looked } from "../running";
import type { Running } from "../running";

/** Something that Prometheus must scrape. */
export interface ExpectedTarget {
  readonly system: string;
  /** `target shop`, `probe shop-health`, `exporter shop-redis-exporter`. */
  readonly subject: string;
  readonly job: string;
  readonly interval: Duration;
}

/** Every scrape target of a system, with the label `job` of its samples. */
export const expectedTargets = (
  service: Service,
  environment: EnvironmentConfig,
): readonly ExpectedTarget[] => [
  ...service.targets.map(({ name, app, interval }) => ({
    system: service.key,
    subject: `target ${name}`,
    job: app,
    interval,
  })),
  ...service.probes.map(({ name, interval }) => ({
    system: service.key,
    subject: `probe ${name}`,
    job: name,
    interval,
  })),
  ...service.exporters.map(({ name }) => ({
    system: service.key,
    subject: `exporter ${name}`,
    job: name,
    interval: environment.prometheus.scrapeInterval,
  })),
];

/** Every target of a system is up, and is scraped as often as declared; every probe succeeds. */
export const checkTargets = ({
  prometheus,
  environment,
  chosen,
  services,
}: Running): Promise<readonly Finding[]> =>
  looked(
    { check: "targets", subject: "targets of Prometheus" },
    "every declared target is up",
    async () => {
      const active = await activeTargets(prometheus);
      const probes = await instantly(prometheus, "probe_success");
      return [
        ...chosen.flatMap((service) => [
          ...expectedTargets(service, environment).map((expected) =>
            targetFinding(expected, active),
          ),
          ...service.probes.map(({ name, probe }) =>
            probeFinding(service.key, name, probe, probes),
          ),
        ]),
        // With one system chosen, only its own targets are checked.
        ...(chosen.length === services.length
          ? otherTargets(services, environment, active)
          : []),
      ];
    },
  );

/** Compares one target with what is scraped. */
export function targetFinding(
  { system, subject: name, job, interval }: ExpectedTarget,
  active: readonly ActiveTarget[],
): Finding {
  const subject: Subject = { check: "targets", system, subject: name };
  const expected = `up, scraped every ${interval.toString()}`;
  const found = active.filter(
    ({ labels }) => labels["system"] === system && labels["job"] === job,
  );
  const [first] = found;
  if (first === undefined) {
    return open(subject, {
      found: `Prometheus scrapes nothing with system="${system}", job="${job}"`,
      expected,
      next: "see that the workload runs, that its Service has the declared labels and port, and that the monitor is deployed",
    });
  }
  const down = found.filter(({ health }) => health !== "up");
  if (down.length > 0) {
    return open(subject, {
      found: `${String(down.length)} of ${String(found.length)} not up: ${down.map(reason).join("; ")}`,
      expected,
      next: "ask that address for its metrics from the pod of Prometheus: network policy, token, port and path are what mostly is wrong",
    });
  }
  const other = found.find((one) => !isLength(one.scrapeInterval, interval));
  if (other !== undefined) {
    return open(subject, {
      found: `${other.url} is scraped every ${other.scrapeInterval}`,
      expected,
      next: "deploy: what runs is not what is declared",
    });
  }
  return passed(
    subject,
    `${String(found.length)} up, scraped every ${interval.toString()}`,
  );
}

/** Whether the last answer to a probe was a good one. */
export function probeFinding(
  system: string,
  job: string,
  probe: string,
  results: readonly ResultSeries[],
): Finding {
  const subject: Subject = {
    check: "targets",
    system,
    subject: `answer to probe ${job}`,
  };
  const found = results.find(
    ({ labels }) => labels["job"] === job && labels["system"] === system,
  );
  if (found?.values[0] === "1") return passed(subject, "success");
  return open(subject, {
    found:
      found === undefined
        ? `no sample of probe_success{system="${system}", probe="${probe}"}`
        : "it fails",
    expected: "success",
    next:
      found === undefined
        ? "see that the probe is deployed and that the black-box exporter runs"
        : `open the page of the black-box exporter's latest probes, which says why ${found.labels["instance"] ?? job} was refused`,
  });
}

/** Targets of the charts and probes of the watched environment: none may be down. */
function otherTargets(
  services: readonly Service[],
  environment: EnvironmentConfig,
  active: readonly ActiveTarget[],
): readonly Finding[] {
  const declared = new Set(
    services.flatMap((service) =>
      expectedTargets(service, environment).map(
        ({ system, job }) => `${system}/${job}`,
      ),
    ),
  );
  const others = active.filter(
    ({ labels }) =>
      !declared.has(`${labels["system"] ?? ""}/${labels["job"] ?? ""}`),
  );
  const jobs = [...new Set(others.map(({ labels }) => labels["job"] ?? ""))];
  return jobs.map((job) => {
    const subject: Subject = { check: "targets", subject: `job ${job}` };
    const of = others.filter(({ labels }) => labels["job"] === job);
    const down = of.filter(({ health }) => health !== "up");
    return down.length === 0
      ? passed(subject, `${String(of.length)} up`)
      : open(subject, {
          found: `${String(down.length)} of ${String(of.length)} not up: ${down.map(reason).join("; ")}`,
          expected: "all of them up",
          next: "check that the target runs, and that the network policies admit Prometheus",
        });
  });
}

const reason = ({ url, health, lastError }: ActiveTarget): string =>
  `${url} is ${health}${lastError === "" ? "" : ` (${lastError})`}`;

import type { EnvironmentConfig } from "../../../model/environment";
import { PRIORITIES } from "../../../model/notification-path";
import type { Service } from "../../../model/service";
import { logRuleGroups } from "../../../prometheus/rules/log-rules";
import type { Rule, RuleGroup } from "../../../prometheus/rules/rule-group";
import { ruleGroups } from "../../../prometheus/rules/rule-groups";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import { millisecondsOf } from "../length-of-time";
import { formatted, loadedGroups } from "../prometheus";
import type { LoadedGroup, LoadedRule } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";

/** Where Loki's ruler lists its rules in the form of Prometheus. */
const RULER_PATH = "/prometheus/api/v1/rules";

/** Two texts that one engine must read as the same. */
export type SameQuery = (declared: string, loaded: string) => Promise<boolean>;

/**
 * Every declared group is loaded as declared and evaluates without an error, and so every alert of
 * each priority is there.
 */
export async function checkRules(
  running: Running,
): Promise<readonly Finding[]> {
  const { prometheus, loki, environment, chosen } = running;
  const withLogs = chosen.filter(
    (service) => logRuleGroups(service, environment).length > 0,
  );
  return [
    ...(await looked(
      { check: "rules", subject: "rules of Prometheus" },
      "every declared group is loaded",
      async () => {
        const loaded = await loadedGroups(prometheus);
        const same: SameQuery = async (declared, text) =>
          (await formatted(prometheus, declared)) ===
          (await formatted(prometheus, text));
        return systemFindings(
          chosen,
          (service) => declaredGroups(service, environment),
          loaded,
          same,
        );
      },
    )),
    ...(withLogs.length === 0
      ? []
      : await looked(
          { check: "rules", subject: "rules of Loki" },
          "every declared group is loaded",
          async () =>
            systemFindings(
              withLogs,
              (service) => logRuleGroups(service, environment),
              await loadedGroups(loki, RULER_PATH),
              // Loki writes its expressions back in a form of its own, and has nothing that writes
              // ours the same way.
              () => Promise.resolve(true),
            ),
        )),
  ];
}

/** All groups that Prometheus evaluates for a system. */
export function declaredGroups(
  service: Service,
  environment: EnvironmentConfig,
): readonly RuleGroup[] {
  const { recording, slos, alerts } = ruleGroups(service, environment);
  return [...recording, ...slos, ...alerts];
}

const systemFindings = async (
  services: readonly Service[],
  groupsOf: (service: Service) => readonly RuleGroup[],
  loaded: readonly LoadedGroup[],
  same: SameQuery,
): Promise<readonly Finding[]> =>
  (
    await each(
      services.flatMap((service) =>
        groupsOf(service).map((group) => ({ system: service.key, group })),
      ),
      ({ system, group }) => groupFindings(system, group, loaded, same),
    )
  ).flat();

/** A finding for the group, and one for each alert in it. */
export async function groupFindings(
  system: string,
  group: RuleGroup,
  loaded: readonly LoadedGroup[],
  same: SameQuery,
): Promise<readonly Finding[]> {
  const actual = loaded.find(({ name }) => name === group.name);
  const judged: { readonly rule: Rule; readonly fault: string | undefined }[] =
    [];
  const left = [...(actual?.rules ?? [])];
  for (const rule of group.rules) {
    judged.push({ rule, fault: await ruleFault(rule, left, same) });
  }
  return [
    groupFinding(system, group, actual, judged),
    ...judged.flatMap(({ rule, fault }) => alertFinding(system, rule, fault)),
  ];
}

function groupFinding(
  system: string,
  group: RuleGroup,
  actual: LoadedGroup | undefined,
  judged: readonly {
    readonly rule: Rule;
    readonly fault: string | undefined;
  }[],
): Finding {
  const subject: Subject = {
    check: "rules",
    system,
    subject: `group ${group.name}`,
  };
  const expected = `${String(group.rules.length)} rules without error, every ${group.interval}`;
  if (actual === undefined) {
    return open(subject, {
      found: "it is not loaded",
      expected,
      next: "deploy; where it is deployed, see the log of the operator, which leaves out what it cannot read",
    });
  }
  const faults = judged.flatMap(({ rule, fault }) =>
    fault === undefined ? [] : `${nameOf(rule)} ${fault}`,
  );
  const [first] = faults;
  if (first !== undefined) {
    return open(subject, {
      found: `${String(faults.length)} of ${String(group.rules.length)} rules are wrong: ${faults.slice(0, MOST).join("; ")}${faults.length > MOST ? "; …" : ""}`,
      expected,
      next: nextFor(first),
    });
  }
  if (actual.interval * 1_000 !== millisecondsOf(group.interval)) {
    return open(subject, {
      found: `it is evaluated every ${String(actual.interval)} s`,
      expected,
      next: DEPLOY,
    });
  }
  return passed(
    subject,
    `${String(group.rules.length)} rules, every ${group.interval}`,
  );
}

/** How many of several wrong rules are written out. */
const MOST = 3;
const DEPLOY = "deploy: what runs is not what is declared";

function alertFinding(
  system: string,
  rule: Rule,
  fault: string | undefined,
): readonly Finding[] {
  if (!("alert" in rule)) return [];
  const priority = PRIORITIES.find((each) => each === rule.labels["priority"]);
  const subject: Subject = {
    check: "alerts",
    system,
    subject: rule.alert,
    ...(priority === undefined ? {} : { about: { priority } }),
  };
  return [
    fault === undefined
      ? passed(subject, `configured, ${priority ?? "no priority"}`)
      : open(subject, {
          found: `it ${fault}`,
          expected: `configured as ${priority ?? "no priority"}, without error`,
          next: nextFor(fault),
        }),
  ];
}

const NOT_YET = "has not been evaluated yet";

const nextFor = (fault: string): string => {
  if (fault.includes(NOT_YET))
    return "wait for an evaluation, then run this again";
  return fault.includes("fails:")
    ? "see the page of rules of the server; correct the rule where it is declared"
    : DEPLOY;
};

/**
 * Why a declared rule is not there as it should be; takes the one that is from those that are left.
 */
async function ruleFault(
  rule: Rule,
  left: LoadedRule[],
  same: SameQuery,
): Promise<string | undefined> {
  const name = nameOf(rule);
  const labels = Object.entries(rule.labels ?? {});
  const named = left.filter((one) => one.name === name);
  if (named.length === 0) return "is not loaded";
  // One alert may stand there several times, each with other labels.
  const labelled = named.filter((one) =>
    labels.every(([key, value]) => one.labels[key] === value),
  );
  if (labelled.length === 0) return "has other labels";
  for (const one of labelled) {
    if (!(await same(rule.expr, one.query))) continue;
    left.splice(left.indexOf(one), 1);
    return stateFault(rule, one);
  }
  return `asks something else: ${labelled[0]?.query.slice(0, 120) ?? ""}`;
}

function stateFault(
  rule: Rule,
  { health, lastError, for: seconds }: LoadedRule,
): string | undefined {
  if (health === "unknown") return NOT_YET;
  if (health !== "ok") return `fails: ${lastError}`;
  return "alert" in rule && millisecondsOf(rule.for) !== seconds * 1_000
    ? `waits for ${String(seconds)} s, not ${rule.for}`
    : undefined;
}

const nameOf = (rule: Rule): string =>
  "alert" in rule ? rule.alert : rule.record;

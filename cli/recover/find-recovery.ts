import { NoAnswer } from "../verify/no-answer";
import { grafanaAccess } from "../verify/grafana-access";
import { Server } from "../verify/server";
import { readCluster } from "./cluster";
import { readDeclared } from "./declared";
import type { DeclaredContent } from "./declared";
import { contentOf } from "./grafana";
import { recoveryPlan } from "./plan";
import type { Content, RecoveryPlan } from "./plan";
import { programsWith } from "./programs";
import { releasesIn } from "./releases";
import { addressesInState } from "./state";

type Variables = Readonly<Record<string, string | undefined>>;

/** How long Grafana may take for an answer, in milliseconds: it may not be installed yet. */
const PATIENCE = 5_000;

/**
 * Compares what a stack declares with its state, its cluster and its Grafana, and changes none.
 *
 * @param folder that of the stack
 * @throws ProgramFailure where kubectl or terraform fail
 */
export async function findRecovery(
  folder: string,
  variables: Variables,
): Promise<RecoveryPlan> {
  const run = programsWith(variables);
  const { releases, objects, content, context, grafanaUrl } =
    readDeclared(folder);
  const inState = addressesInState(run, folder);
  const cluster = readCluster(run, context, objects);
  const { usable, stuck } = releasesIn(releases, cluster, context);
  return recoveryPlan(
    inState,
    [...cluster.objects, ...usable],
    stuck,
    await contentIn(variables, grafanaUrl, content),
  );
}

async function contentIn(
  variables: Variables,
  declaredUrl: string,
  declared: readonly DeclaredContent[],
): Promise<Content> {
  const credentials = variables["GRAFANA_AUTH"] ?? "";
  if (credentials === "") {
    return { kind: "unread", reason: "GRAFANA_AUTH is missing" };
  }
  const grafana = new Server({
    name: "Grafana",
    url: variables["TF_VAR_grafana_url"] ?? declaredUrl,
    access: "make it reachable",
    patience: PATIENCE,
    ...grafanaAccess(credentials),
  });
  try {
    return { kind: "read", found: await contentOf(grafana, declared) };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { kind: "unread", reason: `${error.message}; ${error.next}` };
  }
}

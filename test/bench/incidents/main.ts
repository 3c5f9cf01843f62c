import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promtoolMemory } from "../../../cli/proof/promtool-memory";
import { production } from "../../../config/environments/production";
import { findEngine } from "../../../engines/find-engine";
import { INCIDENT_PROGRAMS } from "../../../engines/incident-programs";
import { markdownTable } from "../../../model/markdown-table";
import { MINUTES } from "../../../proof/incidents/incident";
import { coursesOf, live } from "../../../proof/incidents/lived";
import { incidentFiles } from "../../../proof/incidents/run-incidents";
import { judge } from "../../../proof/judge";
import type { JudgeOptions } from "../../../proof/judge";
import { alertRulesOf, recordingRulesOf } from "../../../proof/rule-chain";
import { services } from "../../config/support/declared";

/** Every so many incidents of production are measured, unless the command names how many. */
const EVERY = 8;

/** Runs incidents of production with nothing remembered, and once more from memory. */
async function main(): Promise<void> {
  const [most = Infinity] = process.argv.slice(2).map(Number);
  // Built before anything is measured.
  await INCIDENT_PROGRAMS.notifications();
  const promtool = await findEngine("promtool");
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
  const options: JudgeOptions = {
    promtool,
    jobs: 2,
    memory: promtoolMemory({ ...process.env, XDG_CACHE_HOME: folder }),
  };
  const rows: string[][] = [];
  const timed = async <R>(
    what: string,
    work: () => Promise<R>,
    says: (result: R, seconds: number) => string,
  ): Promise<R> => {
    const started = process.hrtime.bigint();
    const result = await work();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    rows.push([what, says(result, seconds), `${seconds.toFixed(1)} s`]);
    return result;
  };
  try {
    const all = await timed(
      "worlds of all incidents",
      () => Promise.resolve(incidentFiles(services, production)),
      (files) => {
        const rules =
          recordingRulesOf(services, production).length +
          services.flatMap((each) => alertRulesOf(each, production)).length;
        const mean =
          files.reduce((sum, { file }) => sum + file.rules.length, 0) /
          files.length;
        return `${String(files.length)} incidents, in each on average ${mean.toFixed(0)} of ${rules.toLocaleString("en")} rules: ${(rules / mean).toFixed(0)} times fewer`;
      },
    );
    const chosen = all.filter((_, place) => place % EVERY === 0).slice(0, most);
    const files = chosen.map(({ file }) => file);
    const judgements = await timed(
      `courses of ${String(chosen.length)} of them by promtool`,
      () => judge(files, options),
      (_, seconds) =>
        `${(files.reduce((sum, { rules }) => sum + rules.length, 0) * (MINUTES + 1)).toLocaleString("en")} evaluations; ${(seconds / chosen.length).toFixed(1)} s an incident`,
    );
    const computed = judgements.flatMap((judgement, place) => {
      const [file, courses] = [chosen[place], coursesOf(judgement)];
      return file === undefined || courses === undefined
        ? []
        : [{ file, courses }];
    });
    await timed(
      "their notifications by Alertmanager's packages",
      () =>
        live(INCIDENT_PROGRAMS.notifications, services, production, computed),
      (lived, seconds) =>
        `${((lived.length * MINUTES) / 60).toFixed(0)} hours, ${((lived.length * MINUTES * 60) / seconds).toLocaleString("en", { maximumFractionDigits: 0 })} times as fast as they pass`,
    );
    await timed(
      "their courses once more, from memory",
      () => judge(files, options),
      () => "nothing is evaluated",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(markdownTable(["what", "result", "time"], rows));
}

void main();

import { namesIn } from "../../../query/promql/names-in";
import { readQuery } from "../../../query/promql/read-query";
import { open, passed } from "../finding";
import type { Finding, Subject } from "../finding";
import type { KeptDashboard, KeptPanel } from "../grafana";
import { panelQuestions, resultsOf } from "../panel-query";
import type { PanelQuestion } from "../panel-query";
import { instantly } from "../prometheus";
import { each, looked } from "../running";
import type { Running } from "../running";

/** How panels are looked at. */
export interface PanelSettings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * Panels that a person has confirmed as rightly empty, because nothing has happened yet:
   * `<dashboard>/<title>`. They pass as long as the series that they read have samples.
   */
  readonly rightlyEmpty: ReadonlySet<string>;
}

/** One finding for each panel: every query of it is answered, and with data. */
export const checkPanels = async (
  running: Running,
  page: Subject,
  kept: KeptDashboard,
  settings: PanelSettings,
): Promise<readonly Finding[]> =>
  (
    await each(
      kept.panels.filter(({ targets }) => targets.length > 0),
      (panel) => checkPanel(running, page, panel, kept, settings),
    )
  ).flat();

async function checkPanel(
  running: Running,
  page: Subject,
  panel: KeptPanel,
  kept: KeptDashboard,
  { now, rightlyEmpty }: PanelSettings,
): Promise<readonly Finding[]> {
  const key = `${page.about?.dashboard ?? ""}/${panel.title}`;
  const subject: Subject = { ...page, check: "panels", subject: key };
  const questions = panelQuestions(panel, kept, {
    now,
    scrapeInterval: running.environment.prometheus.scrapeInterval.milliseconds,
  });
  const empty: PanelQuestion[] = [];
  return looked(subject, "every query is answered", async () => {
    for (const question of questions) {
      const results = await resultsOf(running.grafana, question);
      // A search for lines or traces may rightly find none.
      if (results === 0 && !isSearch(question)) empty.push(question);
    }
    const [first] = empty;
    if (first === undefined) {
      return [passed(subject, `${String(questions.length)} queries answered`)];
    }
    const missing = await withoutSamples(running, empty);
    const found = `${String(empty.length)} of ${String(questions.length)} queries have no data: ${first.text}`;
    const expected = "data for every query";
    if (missing.length > 0) {
      return [
        open(subject, {
          found: `${found}; no sample of ${missing.join(", ")}`,
          expected,
          next: "mend the metric, or the rule that records it, first: see Metrics and Rule groups",
        }),
      ];
    }
    return [
      rightlyEmpty.has(key)
        ? passed(
            subject,
            `${String(empty.length)} of ${String(questions.length)} queries have no data, rightly so as a person says`,
          )
        : open(subject, {
            found: `${found}; what it reads has samples`,
            expected,
            next: `use the system until there is something to show; where it is rightly empty, run this with --rightly-empty ${JSON.stringify(key)}`,
          }),
    ];
  });
}

/** Whether it lists matches, of which there may be none. */
const isSearch = ({ language, text }: PanelQuestion): boolean =>
  (language === "logql" && !/^\s*\w+\s*(by|without)?\s*\(/.test(text)) ||
  (language === "traceql" && !text.includes("|"));

/** Series that empty queries read and that have no sample now. */
async function withoutSamples(
  { prometheus }: Running,
  empty: readonly PanelQuestion[],
): Promise<readonly string[]> {
  const names = [
    ...new Set(
      empty.flatMap(({ language, text }) =>
        language === "promql" || language === "service-map"
          ? namesIn(readQuery(text))
          : [],
      ),
    ),
  ];
  if (names.length === 0) return [];
  const present = new Set(
    (
      await instantly(
        prometheus,
        `group by (__name__) ({__name__=~"${names.join("|")}"})`,
      )
    ).map(({ labels }) => labels["__name__"]),
  );
  return names.filter((name) => !present.has(name));
}

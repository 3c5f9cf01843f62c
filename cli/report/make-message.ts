import { fileMessage, summaryMessage } from "../../reports/build-message";
import type {
  ReportDefinition,
  ReportDefinitions,
} from "../../reports/definitions";
import type { Message } from "../../reports/message";
import type { Sample } from "../../reports/read-answer";
import { askPrometheus } from "./ask-prometheus";
import { readFile } from "./read-file";

/** Moment and patience with which a report is made. */
export interface Making {
  /** In milliseconds since 1970. */
  readonly instant: number;
  readonly patienceMs: number;
}

/**
 * Makes the whole of a report before anything of it is sent. @throws ReportError where something is
 * missing
 */
export async function makeMessage(
  definition: ReportDefinition,
  definitions: ReportDefinitions,
  { instant, patienceMs }: Making,
): Promise<Message> {
  if (definition.kind === "file") {
    const content = readFile(
      definition.file,
      "read the log of the container that writes it",
    );
    return fileMessage(definition, definitions, content, instant);
  }
  const url = definitions.prometheusUrl;
  const answers = new Map<string, readonly Sample[]>();
  // One after the other, to keep the load on Prometheus low.
  for (const query of definition.sections.flatMap(({ queries }) => queries)) {
    if (answers.has(query.expr)) continue;
    const samples = await askPrometheus({ url, instant, patienceMs }, query);
    answers.set(query.expr, samples);
  }
  return summaryMessage(definition, definitions, answers, instant);
}

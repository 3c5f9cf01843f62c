import { readDefinitions } from "../../reports/read-definitions";
import { runCommand } from "../run-command";
import { readFile } from "./read-file";
import { reportCommand } from "./report-command";

/** Entry point of the image: it reads no declarations, only the mounted definitions. */
const program = reportCommand({
  description: "Makes a report from Prometheus and sends it by mail and Slack",
  load: (environment, file) =>
    readDefinitions(
      readFile(
        file,
        "mount the ConfigMap monitoring-reports, or name a file with --definitions",
      ),
      environment,
    ),
  otherwise: "send",
});

runCommand(program);

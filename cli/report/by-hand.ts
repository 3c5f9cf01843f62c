import { environments } from "../../config/environments";
import { reportDefinitions } from "../../kubernetes/reports/report-definitions";
import { ReportError } from "../../reports/report-error";
import { services } from "../services";
import { runCommand } from "../run-command";
import { reportCommand } from "./report-command";

/** Shows a report as it is declared now, before anybody has applied or built anything. */
const program = reportCommand({
  description: "Shows a report with the numbers of a Prometheus; sends nothing",
  load: (name) => {
    const environment = environments.find((one) => one.name === name);
    if (environment === undefined) {
      throw new ReportError(
        `there is no environment "${name}"`,
        `name one of ${environments.map((one) => one.name).join(", ")}`,
      );
    }
    const definitions = reportDefinitions(environment, services);
    if (definitions === undefined) {
      throw new ReportError(
        `${name} sends no reports`,
        `switch reports on in environments/${name}`,
      );
    }
    return definitions;
  },
  otherwise: "markdown",
});

runCommand(program);

import type { Problem } from "../problem";
import type { Service } from "../service";
import { teamForm } from "./forms/channel-forms";
import type { Form } from "./forms/form";
import { inspect } from "./forms/inspect";
import type { Inspection } from "./forms/inspect";
import { exporterForm, probeForm, targetForm } from "./forms/target-forms";

/** Missing fields, wrong types and unknown kinds in the parts of a service and in its team. */
export const checkPartShapes = (service: Service): readonly Problem[] =>
  inspections(service).flatMap(({ shape }) => shape);

/** Wrong values in the targets, probes and exporters of a service, and in its team. */
export const checkParts = (service: Service): readonly Problem[] =>
  inspections(service).flatMap(({ values }) => values);

const inspections = ({
  key,
  team,
  targets,
  probes,
  exporters,
}: Service): readonly Inspection[] => {
  const each = <Part extends { readonly name: string }>(
    what: string,
    form: Form<Part>,
    parts: readonly Part[],
  ): readonly Inspection[] =>
    parts.map((part) =>
      inspect(form, part, `services/${key} ${what} "${part.name}"`),
    );
  return [
    inspect(teamForm, team, `services/${key} team "${team.key}"`),
    ...each("target", targetForm, targets),
    ...each("probe", probeForm, probes),
    ...each("exporter", exporterForm, exporters),
  ];
};

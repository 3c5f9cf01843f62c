import type { Service } from "../../../model/service";
import { POD_MEMORY } from "../../../prometheus/typical/workload-series";
import { both, named, not } from "../faults/choices";
import { all, ofSystem, valued, without } from "../faults/of-system";
import { spoiled } from "../faults/spoiled";
import type { Incident } from "../incident";
import { answered } from "./slos";

/** One of several pods is gone, full, or fails. */
export function ofPods(service: Service): readonly Incident[] {
  const { targets } = service;
  const several = targets.find(({ expectedTargets }) => expectedTargets > 1);
  if (several === undefined) return [];
  const pod = `${several.app}-0`;
  const first = both(ofSystem(service), ({ labels }) => labels["pod"] === pod);
  return [
    {
      kind: "one-pod-gone",
      about: "One of several pods is not scraped any more.",
      fault: all(
        without(both(first, not(named("up")))),
        valued(both(first, named("up")), () => 0),
      ),
    },
    {
      kind: "one-pod-full",
      about: "The memory of one of several pods is full.",
      fault: full(pod, service),
    },
    ...answered(service)
      .slice(0, 1)
      .flatMap((slo) => [
        {
          kind: "one-pod-fails",
          of: slo.name,
          about: "One of several pods fails all its requests.",
          fault: spoiled(slo, 1, first),
        },
        {
          kind: "two-faults",
          of: slo.name,
          about:
            "One pod fails its requests while the memory of another is full.",
          fault: all(spoiled(slo, 1, first), full(`${several.app}-1`, service)),
        },
      ]),
  ];
}

const full = (pod: string, { namespace }: Service) =>
  valued(
    ({ name, labels }) =>
      name === "container_memory_working_set_bytes" &&
      labels["pod"] === pod &&
      labels["namespace"] === namespace,
    () => 0.99 * POD_MEMORY.bytes,
  );

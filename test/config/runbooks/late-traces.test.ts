import { environments } from "../../../config/environments";
import { sendsTraces } from "../../../model/service-traces";
import { longestWait, waitingTraces } from "../../../model/tail-sampling";
import { services } from "../support/declared";
import {
  blocksOf,
  runbookPages,
  systemOf,
  textOf,
} from "../support/runbook-pages";

/** How long the gateway holds the traces of a system back, where it waits for their end. */
const waits = new Map(
  environments.flatMap(({ traces, alloy }) =>
    services.flatMap(({ key }) => {
      const wait = longestWait(
        waitingTraces(
          traces,
          services.filter(sendsTraces),
          alloy.gateway.replicas,
        ).filter(({ systems }) => systems.some(({ system }) => system === key)),
      );
      return wait === undefined ? [] : [[key, wait] as const];
    }),
  ),
);

it("says on each page that asks for traces how late they are, where the gateway waits for their end", () => {
  const asking = runbookPages.filter(
    (page) =>
      waits.has(systemOf(page)?.key ?? "") &&
      blocksOf(textOf(page), "traceql").length > 0,
  );
  expect(asking.length).toBeGreaterThan(2);
  expect(
    asking.filter((page) => {
      const wait = waits.get(systemOf(page)?.key ?? "")?.toString() ?? "";
      return !textOf(page).includes(
        wait.replace(/(\d+)m(\d+)s/, "$1 min $2 s"),
      );
    }),
  ).toEqual([]);
});

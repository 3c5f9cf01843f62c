import { production } from "../../support/environments/production";
import { staging } from "../../support/environments/staging";
import { checkSampling } from "../../../model/checks/check-sampling";
import { minutes, seconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { formatProblem } from "../../../model/problem";
import type { Service } from "../../../model/service";
import { Ratio, percent, ratio } from "../../../model/ratio";
import type {
  SampledTraces,
  TraceSampling,
} from "../../../model/trace-sampling";
import { goodService } from "../../support/services";

const head: TraceSampling = { kind: "head", share: percent(10) };
const tail: TraceSampling = {
  kind: "tail",
  share: percent(10),
  slow: seconds(2),
  tracesPerSecond: 100,
};
/** As an environment would be that was never type-checked. */
const beyond = Object.assign(Object.create(Ratio.prototype) as Ratio, {
  value: 1.5,
});

const check = (
  traces: SampledTraces,
  service = goodService,
): readonly string[] => {
  const environment: EnvironmentConfig = {
    ...production,
    traces: { ...production.traces, systems: {}, ...traces },
  };
  return checkSampling(environment, [service]).map(formatProblem);
};

it.each<[string, SampledTraces]>([
  ["head sampling", { sampling: head }],
  ["tail sampling", { sampling: tail }],
  ["one system by tail", { sampling: head, systems: { shop: tail } }],
])("finds nothing in %s", (_, traces) => {
  expect(check(traces)).toEqual([]);
});

it("does not construct a share above 1", () => {
  expect(() => ratio(1.5)).toThrow("between 0 and 1");
});

it.each<[string, SampledTraces, string]>([
  [
    "a share above 1",
    { sampling: { kind: "head", share: beyond } },
    "environments/production traces.sampling.share: a share of traces must be between 0 and 1, got 1.5; correct it",
  ],
  [
    "a share above 1 for one system",
    { sampling: head, systems: { shop: { ...tail, share: beyond } } },
    "environments/production traces.systems.shop.share: a share of traces must be between 0 and 1, got 1.5; correct it",
  ],
  [
    "a limit that every trace exceeds",
    { sampling: { ...tail, slow: seconds(0) } },
    "environments/production traces.sampling.slow: every trace is slower than 0s, so all would be kept; set it to a latency that is too slow, such as that of an SLO",
  ],
  [
    "a system that does not exist",
    { sampling: head, systems: { shopp: tail } },
    "environments/production traces.systems: samples a system that does not exist, got shopp; allowed: shop; correct the name or remove it",
  ],
])("finds %s", (_, traces, problem) => {
  expect(check(traces)).toEqual([problem]);
});

it("finds more waiting traces than fit into the gateway's memory, with the wait of the longest trace", () => {
  const busy = { ...tail, tracesPerSecond: 1000 };
  // 1,000 a second × 30 s, at two of three replicas.
  expect(check({ sampling: head, systems: { shop: busy } })).toEqual([]);
  const service: Service = {
    ...goodService,
    traces: { kind: "sent", longest: minutes(1) },
  };
  expect(check({ sampling: head, systems: { shop: busy } }, service)).toEqual([
    "environments/production traces with tail sampling: a gateway replica would hold 37500 waiting traces, more than half of its memory, got 2146Mi; allowed: 1024Mi at most; give alloy.gateway more memory or replicas, sample fewer systems by tail, or shorten traces.longest of the system",
  ]);
});

it("finds a sampler that cannot hold a trace", () => {
  const empty = { ...tail, tracesPerSecond: 0 };
  expect(check({ sampling: head, systems: { shop: empty } })).toEqual([
    "environments/production traces.systems.shop.tracesPerSecond: a sampler must hold traces, or it decides on parts of each, got 0; allowed: above 0; state the peak number of traces per second",
  ]);
});

it("finds a wait longer than a store can be configured for", () => {
  const service: Service = {
    ...goodService,
    traces: { kind: "sent", longest: minutes(30) },
  };
  const few = { ...tail, tracesPerSecond: 1 };
  const traces = { sampling: head, systems: { shop: few } };
  expect(check(traces, service)).toEqual([]);
  expect(
    checkSampling({ ...staging, traces: { ...staging.traces, ...traces } }, [
      service,
    ]).map(formatProblem),
  ).toEqual([
    'environments/staging traces with tail sampling: a trace waits so long that a search by time would miss it in a store of kind "monolithic", got 30m15s; allowed: 2m at most, or a store of kind "distributed"; use head sampling for the system here',
  ]);
});

it("finds tail sampling of a system that does head sampling itself", () => {
  const service: Service = {
    ...goodService,
    traces: { kind: "sent", fixedShare: percent(10) },
  };
  expect(check({ sampling: head }, service)).toEqual([]);
  expect(check({ sampling: head, systems: { shop: tail } }, service)).toEqual([
    "environments/production traces for shop: tail sampling with head sampling: services/shop itself sends only a share of its traces, got 0.1; let it send every trace, or use head sampling",
  ]);
});

it("finds sampling of a system that sends no traces", () => {
  const service: Service = {
    ...goodService,
    traces: { kind: "none", reason: "a test" },
  };
  expect(check({ sampling: tail }, service)).toEqual([]);
  expect(check({ sampling: head, systems: { shop: tail } }, service)).toEqual([
    "environments/production traces.systems: samples traces of a system that sends none, got shop; remove it, or let services/shop send traces",
  ]);
});

import { minutes, seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import {
  bytesWaiting,
  longestWait,
  waitingTraces,
} from "../../model/tail-sampling";
import type { TailSampling } from "../../model/tail-sampling";
import type { TraceSampling } from "../../model/trace-sampling";

const HEAD: TraceSampling = { kind: "head", share: percent(10) };
const tail = (tracesPerSecond: number): TailSampling => ({
  kind: "tail",
  share: percent(10),
  slow: seconds(2),
  tracesPerSecond,
});

const shop = { key: "shop" };
const bank = { key: "bank" };
/** A system whose traces take half an hour. */
const mill = {
  key: "mill",
  traces: { kind: "sent", longest: minutes(30) },
} as const;

const waiting = (
  sampling: TraceSampling,
  systems: Readonly<Record<string, TraceSampling>>,
  replicas = 3,
) =>
  waitingTraces({ sampling, systems }, [shop, bank, mill], replicas).map(
    ({ wait, systems: own, others, held }) => ({
      wait: wait.toString(),
      systems: own.map(({ system }) => system),
      others: others !== undefined,
      held,
    }),
  );

it("holds nothing with head sampling only", () => {
  expect(waiting(HEAD, {})).toEqual([]);
});

it("waits for the longest trace and the export of its last span, and holds all traces that begin meanwhile", () => {
  expect(waiting(HEAD, { mill: tail(5) })).toEqual([
    // 5 a second × 1,815 s, at two replicas while the third is away.
    { wait: "30m15s", systems: ["mill"], others: false, held: 4538 },
  ]);
  expect(waiting(HEAD, { mill: tail(5) }, 1)).toMatchObject([{ held: 9075 }]);
});

it("has one sampler for each wait, so that a trace through two systems stays whole and short traces do not wait for long ones", () => {
  const systems = { shop: tail(100), bank: tail(20), mill: tail(5) };
  expect(waiting(HEAD, systems)).toEqual([
    { wait: "30s", systems: ["shop", "bank"], others: false, held: 1800 },
    { wait: "30m15s", systems: ["mill"], others: false, held: 4538 },
  ]);
});

it("counts the default of an environment once for all systems that use it", () => {
  expect(waiting(tail(100), { mill: HEAD })).toEqual([
    { wait: "30s", systems: ["shop", "bank"], others: true, held: 1500 },
  ]);
});

it("adds up the waiting traces and finds the longest wait", () => {
  const all = waitingTraces(
    { sampling: HEAD, systems: { shop: tail(100), mill: tail(5) } },
    [shop, mill],
    3,
  );
  expect(longestWait(all)?.toString()).toBe("30m15s");
  expect(longestWait([])).toBeUndefined();
  expect(bytesWaiting(all)).toBe((1500 + 4538) * 60_000);
});

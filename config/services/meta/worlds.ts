import type { InputSeries } from "../../../model/alert-proof";

/** What a promise is about, in promtool's notation: what went well, and what failed. */
type World = (well: string, failed: string) => InputSeries;

/** Promises of three of the six, for proofs. */
export const nebulaAnswers: World = (well, failed) => ({
  'api_requests_total{system="nebula", status="200"}': well,
  'api_requests_total{system="nebula", status="500"}': failed,
});

export const auroraAnswers: World = (well, failed) => ({
  'api_requests_total{system="aurora", status="200"}': well,
  'api_requests_total{system="aurora", status="500"}': failed,
});

export const connectionsHold: World = (well, failed) => ({
  'websocket_connections_opened_total{system="aurora"}': well,
  'websocket_disconnects_total{system="aurora", reason="abnormal"}': failed,
});

export const sentinelInfers: World = (well, failed) => ({
  'model_inference_requests_total{system="sentinel", model="fraud", status="success"}':
    well,
  'model_inference_requests_total{system="sentinel", model="fraud", status="error"}':
    failed,
});

/**
 * A model of sentinel that was right nine times of ten when it was released; each model has a
 * budget of its own.
 */
export const modelIsRight = (model: string, ratio: number): InputSeries => ({
  [`model_accuracy_ratio{system="sentinel", model="${model}", version="7"}`]: `${String(ratio)}x60`,
  [`model_accuracy_baseline_ratio{system="sentinel", model="${model}"}`]:
    "0.9x60",
});

/** So many more promises that are kept, as their rules record them. */
export const metObjectives = (many: number): InputSeries =>
  Object.fromEntries(
    Array.from({ length: many }, (_, index) => [
      `slo:violated:bool{system="obsidian", slo="promise-${String(index + 1)}"}`,
      "0x120",
    ]),
  );

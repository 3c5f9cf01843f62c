import type { InputSeries } from "../../../model/alert-proof";

/** Good and bad events of an SLO, in promtool's notation. */
type World = (well: string, failed: string) => InputSeries;

/** SLOs of three of the six, for proofs. */
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
 * A model of sentinel with an accuracy of 0.9 at its release; each model has a budget of its own.
 */
export const modelIsRight = (model: string, ratio: number): InputSeries => ({
  [`model_accuracy_ratio{system="sentinel", model="${model}", version="7"}`]: `${String(ratio)}x60`,
  [`model_accuracy_baseline_ratio{system="sentinel", model="${model}"}`]:
    "0.9x60",
});

/** This many more SLOs that are met, as their rules record them. */
export const metObjectives = (many: number): InputSeries =>
  Object.fromEntries(
    Array.from({ length: many }, (_, index) => [
      `slo:violated:bool{system="obsidian", slo="slo-${String(index + 1)}"}`,
      "0x120",
    ]),
  );

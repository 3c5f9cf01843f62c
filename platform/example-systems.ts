import { days, milliseconds } from "../model/duration";
import { percent } from "../model/ratio";
import type { ServiceDeclaration } from "../model/service";
import type { ValueSlo } from "../model/slo";
import { httpApi } from "../patterns/http-api";
import type { HttpApiParts } from "../patterns/http-api";

/** A system without people; only its rules are used. */
const example = (key: string): ServiceDeclaration & HttpApiParts => ({
  key,
  about: "Stands for any system in the proofs of the platform's alerts.",
  team: {
    key,
    owner: "Nobody",
    onCall: "nobody",
    channels: {},
    escalation: [],
  },
  publicHealth: { kind: "none", reason: "it is never deployed" },
  ...httpApi({
    key,
    routes: ["/"],
    buckets: [0.25, 0.5, 1],
    requestsPerSecond: 20,
    availability: percent(99.9),
    p95: milliseconds(500),
    pods: {
      app: key,
      port: "http",
      containerPort: 8080,
      most: 1,
      authentication: { kind: "none", reason: "it is never deployed" },
      health: `http://${key}.${key}.svc:8080/health`,
    },
  }),
});

/** An SLO with an error budget for each model. */
const accuracy: ValueSlo = {
  kind: "value",
  name: "accuracy",
  description: "A model is right.",
  objective: percent(95),
  period: days(30),
  groupBy: ["model"],
  bad: "1 - max by (model) (bank_model_accuracy_ratio)",
  total: "max by (model) (bank_model_accuracy_ratio) * 0 + 1",
  volume: "low",
  page: "P1",
  examples: {
    good: { 'bank_model_accuracy_ratio{model="fraud"}': 1 },
    bad: { 'bank_model_accuracy_ratio{model="fraud"}': 0 },
  },
};

const bank = example("bank");

/**
 * Two example systems for the platform's proofs: each answers requests, of which a thousandth may
 * fail and a twentieth may take longer than half a second; the bank also has an SLO with several
 * budgets.
 */
export const exampleSystems: readonly ServiceDeclaration[] = [
  example("shop"),
  { ...bank, slos: [...bank.slos, accuracy] },
];

import * as v from "valibot";
import type { Schema } from "../input/json";
import type { SloEntry } from "./inventory";

/** Version of the form that is read here. */
export const SLO_FILE_VERSION = 1;

type SloInFile = SloEntry extends infer Entry
  ? Entry extends SloEntry
    ? Omit<Entry, "system">
    : never
  : never;

const HEAD = { name: v.string(), promise: v.string() };

const TIER = v.looseObject({
  name: v.string(),
  priority: v.string(),
  factor: v.number(),
  threshold: v.number(),
  minimumBadEvents: v.number(),
  outages: v.array(
    v.looseObject({
      errorRatio: v.number(),
      detectedAfter: v.nullable(v.string()),
      resolvedAfter: v.nullable(v.string()),
    }),
  ),
});

const BUDGETED = v.looseObject({
  ...HEAD,
  kind: v.picklist(["request", "value"]),
  period: v.string(),
  objective: v.number(),
  budget: v.looseObject({ minutes: v.number(), perMillion: v.number() }),
  tiers: v.array(TIER),
});

const ZERO_TOLERANCE = v.looseObject({
  ...HEAD,
  kind: v.literal("zero-tolerance"),
  priority: v.string(),
});

/** SLOs of one system, as in `files/slos/<system>.json`; fields for other readers are kept. */
export const SLO_FILE: Schema<{
  readonly system: string;
  readonly slos: readonly SloInFile[];
}> = v.object({
  system: v.string(),
  slos: v.array(v.variant("kind", [BUDGETED, ZERO_TOLERANCE])),
});

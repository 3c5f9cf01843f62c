import type { EnvironmentKind } from "../../environment-choice";
import { either, list, object, oneOfTexts, text } from "./form";

/** Environments by their names, or all of one kind. */
export const environmentChoice = either(
  Array.isArray,
  list(text()),
  object<{ readonly kind: EnvironmentKind }>({
    kind: oneOfTexts("production", "non-production"),
  }),
);

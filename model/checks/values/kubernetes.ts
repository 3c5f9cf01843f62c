import type { Problem } from "../../problem";
import { must } from "./value-check";
import type { ValueCheck } from "./value-check";

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_NAME =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_PREFIX = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\//;
const PORT_NAME =
  /^(?=[^a-z]*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/;

/**
 * Names of most objects.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export const objectName = must<string>((text) => DNS_NAME.test(text), {
  message: "is not a name that Kubernetes allows",
  allowed: "a-z, 0-9, - and ., at most 253 characters",
});

/** Names of namespaces and Services. */
export const namespaceName = must<string>((text) => DNS_LABEL.test(text), {
  message: "is not a name that Kubernetes allows",
  allowed: "a-z, 0-9 and -, at most 63 characters",
});

/** A key of a Secret. */
export const secretKeyName = must<string>(
  (text) => /^[-._a-zA-Z0-9]{1,253}$/.test(text),
  {
    message: "is not a key that a Secret may have",
    allowed: "letters, digits, -, _ and .",
  },
);

/** The name of a port of a Service or a container. */
export const portName = must<string>((text) => PORT_NAME.test(text), {
  message: "is not the name of a port",
  allowed: "a-z, 0-9 and -, at most 15 characters, one of them a letter",
});

/** The value of a label of Kubernetes, which selects something. */
export const labelValue = must<string>((text) => LABEL_VALUE.test(text), {
  message: "is not the value of a label",
  allowed:
    "1 to 63 letters, digits, -, _ and ., beginning and ending with a letter or digit",
});

/** The key of a label of Kubernetes, with or without a prefix: `app.kubernetes.io/name`. */
export const labelKey = must<string>(
  (text) => LABEL_VALUE.test(text.replace(LABEL_PREFIX, "")),
  {
    message: "is not the key of a label",
    allowed: "app, or app.kubernetes.io/name",
  },
);

/** A selector without a label selects everything of the namespace. */
export const selectsSome = (
  path: string,
  labels: readonly unknown[],
): readonly Problem[] =>
  labels.length > 0
    ? []
    : [
        {
          path,
          message: "names no label, so it selects everything of the namespace",
          allowed: '{ app: "shop" }',
          next: "name the labels of what is meant",
        },
      ];

/** A name that fits a label's value, or the name of a release. @param most characters */
export const atMost = (most: number): ValueCheck<string> =>
  must((text) => text.length <= most, {
    message: "is too long",
    allowed: `${String(most)} characters at most`,
    next: "shorten it",
  });

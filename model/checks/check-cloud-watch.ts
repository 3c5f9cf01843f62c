import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

/** Formats of Amazon's names, each with an example. */
const FORMS = {
  region: [/^[a-z]{2}(-[a-z]+)+-\d$/, "eu-central-1"],
  roleArn: [
    /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/,
    "arn:aws:iam::<account>:role/<role>",
  ],
} as const;

/** Checks the CloudWatch data source. */
export const checkCloudWatch = (
  path: string,
  { grafana: { cloudWatch } }: EnvironmentConfig,
): readonly Problem[] =>
  cloudWatch === undefined
    ? []
    : [
        ...checkNamespaces(path, cloudWatch.namespaces),
        ...(["region", "roleArn"] as const).flatMap((key) => {
          const [form, example] = FORMS[key];
          return form.test(cloudWatch[key])
            ? []
            : [
                {
                  path: `${path} grafana.cloudWatch.${key}`,
                  message: "is malformed",
                  got: cloudWatch[key],
                  allowed: example,
                  next: "correct it",
                },
              ];
        }),
      ];

const checkNamespaces = (
  path: string,
  namespaces: readonly string[],
): readonly Problem[] =>
  namespaces
    .filter((namespace) => !/^[\w.\-/#:]{1,255}$/.test(namespace))
    .map((namespace) => ({
      path: `${path} grafana.cloudWatch.namespaces`,
      message: "has characters that Amazon does not allow",
      got: `"${namespace}"`,
      allowed: "letters, digits and ._-/#:",
      next: "correct it",
    }));

import { GATEWAY_PORTS } from "../../../helm/alloy/gateway-ports";
import { components } from "../../../kubernetes/network/components";
import { sdkVariables } from "../../../kubernetes/tracing-settings";
import type { EnvironmentConfig } from "../../../model/environment";
import type { Service } from "../../../model/service";
import { sendsTraces, tracedWorkloads } from "../../../model/service-traces";
import type { OwnSpan } from "../../../model/traced-workload";
import { kubectl, selectorOf, shell, workloadFile } from "./shell";

/** Name of a workload that the declaration does not list. */
const ANY_WORKLOAD = "<workload>";

/** Settings of the tracing SDKs, and the spans that saved queries read. */
export function tracingLines(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  if (!sendsTraces(service) || service.targets.length === 0) return [];
  const { namespace, pods } = components(environment).alloyGateway;
  return [
    "### Traces",
    `OTLP over gRPC, without a token or other headers. [Sending traces](../sending-traces.md) says what each variable is for.`,
    ...settings(service, environment),
    ...spans(service),
    `Where the namespace restricts what its pods connect to, a policy must allow TCP ${String(GATEWAY_PORTS["otlp-grpc"].port)} of the pods \`${selectorOf(pods.labels)}\` in \`${namespace}\`.`,
  ];
}

function settings(
  service: Service,
  environment: EnvironmentConfig,
): readonly string[] {
  const workloads = tracedWorkloads(service);
  const file = workloadFile(environment, service.key, "tracing");
  return workloads.length === 0
    ? [
        `For each workload, with its own name in place of \`${ANY_WORKLOAD}\`:`,
        shell(...exported(service, environment, ANY_WORKLOAD)),
      ]
    : [
        `A ConfigMap each for ${workloads.map(({ workload }) => `\`${workload}\``).join(" and ")}; the second command prints what the container holds.`,
        shell(
          `jq '.[].configMap' ${file} | ${kubectl(environment, service.namespace)} apply --filename -`,
          `jq '.[] | { workload, container }' ${file}`,
        ),
        ...workloads.flatMap(({ workload }) => [
          `It gives \`${workload}\`:`,
          shell(...exported(service, environment, workload)),
        ]),
      ];
}

const exported = (
  service: Service,
  environment: EnvironmentConfig,
  workload: string,
): readonly string[] =>
  Object.entries(sdkVariables(service, environment, workload)).map(
    ([name, value]) => `export ${name}=${quoted(value)}`,
  );

/** A word for the shell. */
const quoted = (value: string): string =>
  /^[\w./:=,-]+$/.test(value) ? value : `'${value}'`;

function spans(service: Service): readonly string[] {
  const own = tracedWorkloads(service).flatMap(({ workload, spans: of = [] }) =>
    of.map((span) => line(workload, span)),
  );
  return own.length === 0
    ? []
    : [
        "Spans that saved queries read, with exactly these names:",
        own.join("\n"),
      ];
}

const line = (
  workload: string,
  { what, name, attributes = {} }: OwnSpan,
): string =>
  `- \`${workload}\`, ${name === undefined ? "any span" : `\`${name}\``}: ${what}${Object.entries(
    attributes,
  )
    .map(([attribute, meaning]) => `; \`${attribute}\`: ${meaning}`)
    .join("")}`;

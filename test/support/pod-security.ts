import type { Container, RenderedPod } from "./rendered-charts";
import { containersOf } from "./rendered-charts";

/** Kinds of volumes that Pod Security `restricted` allows. */
const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly privileged?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seccompProfile?: { readonly type: string };
  readonly capabilities?: {
    readonly drop?: readonly string[];
    readonly add?: readonly string[];
  };
}

const contextOf = (
  holder: Readonly<Record<string, unknown>>,
): SecurityContext => holder["securityContext"] ?? {};

/**
 * Violations of Pod Security `restricted` by a pod, and a writable root file system.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const unrestricted = (
  pod: Pick<RenderedPod, "spec">,
): readonly string[] => [
  ...["hostNetwork", "hostPID", "hostIPC"].filter(
    (field) => pod.spec[field] === true,
  ),
  ...(
    (pod.spec["volumes"] ?? []) as readonly Readonly<Record<string, unknown>>[]
  )
    .flatMap((volume) => Object.keys(volume).filter((key) => key !== "name"))
    .filter((kind) => !VOLUMES.includes(kind))
    .map((kind) => `volume ${kind}`),
  ...containersOf(pod).flatMap((container) =>
    containerFindings(container, contextOf(pod.spec)).map(
      (finding) => `${container.name}: ${finding}`,
    ),
  ),
];

function containerFindings(
  container: Container,
  pod: SecurityContext,
): readonly string[] {
  const own = contextOf(container);
  const user = own.runAsUser ?? pod.runAsUser;
  const profile = (own.seccompProfile ?? pod.seccompProfile)?.type ?? "none";
  const checks: readonly (readonly [string, boolean])[] = [
    ["may become more than it is", own.allowPrivilegeEscalation !== false],
    ["is privileged", own.privileged === true],
    ["may run as root", (own.runAsNonRoot ?? pod.runAsNonRoot) !== true],
    ["runs as root", user === 0],
    [
      `has the seccomp profile ${profile}`,
      !["RuntimeDefault", "Localhost"].includes(profile),
    ],
    ["keeps capabilities", !(own.capabilities?.drop ?? []).includes("ALL")],
    [
      "adds capabilities",
      (own.capabilities?.add ?? []).some((name) => name !== "NET_BIND_SERVICE"),
    ],
    [
      "has a port of the host",
      (container.ports ?? []).some((port) => "hostPort" in port),
    ],
    ["writes to its root file system", own.readOnlyRootFilesystem !== true],
  ];
  return checks.filter(([, wrong]) => wrong).map(([finding]) => finding);
}

/**
 * Requests and limits that a container lacks. CPU has no limit, so that a busy moment is not
 * throttled.
 */
export const unlimited = (pod: Pick<RenderedPod, "spec">): readonly string[] =>
  containersOf(pod).flatMap(({ name, resources }) =>
    [
      ["requests.cpu", resources?.requests?.["cpu"]],
      ["requests.memory", resources?.requests?.["memory"]],
      ["limits.memory", resources?.limits?.["memory"]],
    ]
      .filter(([, value]) => value === undefined)
      .map(([field = ""]) => `${name}: no ${field}`),
  );

/**
 * A version of three numbers, and of two in PostgreSQL's: a tag with fewer is taken over by the
 * next release.
 */
const FULL_VERSION = /:v?\d+\.\d+\.\d+[^/:]*$|\/postgres:\d+\.\d+[^/:]*$/;

/** Images whose tag may move. */
export const moving = (pod: Pick<RenderedPod, "spec">): readonly string[] =>
  containersOf(pod)
    .map(({ image }) => image)
    .filter(
      (image) => !image.includes("@sha256:") && !FULL_VERSION.test(image),
    );

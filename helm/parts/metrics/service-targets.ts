/**
 * The targets behind a Service of the platform, as the operator labels them: one for each pod.
 *
 * @param name of the Service, and of the job
 * @param port name of the port
 */
export const serviceTargets = (
  {
    name,
    container,
    port,
  }: {
    readonly name: string;
    readonly container: string;
    readonly port: string;
  },
  pods: number,
): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: pods }, (_, index) => ({
    job: name,
    service: name,
    endpoint: port,
    namespace: "monitoring",
    pod: `${name}-${String(index)}`,
    container,
    instance: `${name}-${String(index)}:9090`,
  }));

const SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti"] as const;

/**
 * An amount of storage or memory, in whole bytes, above zero. Immutable. Made by {@link mebibytes}
 * and its kin.
 */
export class Bytes {
  readonly kind = "bytes";
  readonly bytes: number;

  constructor(bytes: number) {
    if (!Number.isSafeInteger(bytes) || bytes <= 0) {
      throw new RangeError(
        `an amount of bytes must be a whole number above 0, got ${String(bytes)}`,
      );
    }
    this.bytes = bytes;
  }

  /**
   * Kubernetes notation, in the largest binary unit that keeps it whole: `50Gi`.
   * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
   */
  toKubernetes(): string {
    let amount = this.bytes;
    let power = 0;
    while (amount % 1024 === 0 && power < SUFFIXES.length - 1) {
      amount /= 1024;
      power += 1;
    }
    return `${String(amount)}${SUFFIXES[power] ?? ""}`;
  }

  /**
   * Prometheus notation, rounded down to whole mebibytes: `87040MiB`.
   * @see https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
   */
  toPrometheus(): string {
    return `${String(Math.floor(this.bytes / 1024 ** 2))}MiB`;
  }
}

/** An amount in KiB (1,024 bytes). @throws RangeError when not whole bytes above 0. */
export const kibibytes = (value: number): Bytes => new Bytes(value * 1024);
/** An amount in MiB (1,048,576 bytes). @throws RangeError when not whole bytes above 0. */
export const mebibytes = (value: number): Bytes => new Bytes(value * 1024 ** 2);
/** An amount in GiB (1,073,741,824 bytes). @throws RangeError when not whole bytes above 0. */
export const gibibytes = (value: number): Bytes => new Bytes(value * 1024 ** 3);
/** An amount in GB (1,000,000,000 bytes). @throws RangeError when not whole bytes above 0. */
export const gigabytes = (value: number): Bytes => new Bytes(value * 1000 ** 3);

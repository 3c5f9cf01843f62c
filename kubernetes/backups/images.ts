/** An image that this project itself puts into pods, at the one version that it was written for. */
export interface Image {
  /** Registry and name. */
  readonly name: string;
  /** A fixed tag, never a moving one like `latest`. */
  readonly version: string;
}

/** Every image that the jobs of back-ups use, pinned. */
export const IMAGES = {
  /** `pg_dump` reads servers of its own major version and older ones. */
  postgres: { name: "docker.io/library/postgres", version: "18.1-alpine" },
  /** With `curl`, which its base brings. */
  awsCli: { name: "public.ecr.aws/aws-cli/aws-cli", version: "2.32.2" },
} as const satisfies Readonly<Record<string, Image>>;

/** An image as a container names it. */
export const imageReference = ({ name, version }: Image): string =>
  `${name}:${version}`;

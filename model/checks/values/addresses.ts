import { must } from "./value-check";
import type { ValueCheck } from "./value-check";

const HOST =
  /^(?=.{1,253}:)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*:(\d{1,5})$/i;

/** Whether a text is a host and a port: `postgres.shop.svc:5432`. */
export const isHostAndPort = (text: string): boolean => {
  const port = Number(HOST.exec(text)?.[4]);
  return port >= 1 && port <= 65_535;
};

/** A host and a port. */
export const hostAndPort = must<string>(isHostAndPort, {
  message: "is not a host and port",
  allowed: "postgres.shop.svc:5432",
});

/** The path of an HTTP endpoint, without a query. */
export const httpPath = must<string>(
  (text) => /^\/[\w\-.~!$&'()*+,;=:@/%]*$/.test(text) && !text.includes("${"),
  {
    message: "is not the path of an endpoint",
    allowed: "/metrics, without a host, a query and spaces",
  },
);

/** The address of a Redis. */
export const redisAddress: ValueCheck<string> = (path, address) => {
  const [, scheme, rest = ""] = /^(rediss?):\/\/([^/]*)$/.exec(address) ?? [];
  if (rest.includes("@")) {
    return [
      {
        path,
        message:
          "contains credentials, which would be stored in Git, plan and state",
        next: "remove them, and name the Secret in password",
      },
    ];
  }
  return scheme !== undefined && isHostAndPort(rest)
    ? []
    : must<string>(() => false, {
        message: "is not the address of a Redis",
        allowed: "redis://<host>:<port>",
      })(path, address);
};

/** What Amazon allows as the name of a bucket. */
export const bucket = must<string>(
  (text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text),
  {
    message: "is not a bucket name",
    allowed: "3 to 63 lower-case letters, digits, dots and hyphens",
  },
);

/** An IAM role of Amazon. */
export const roleArn = must<string>(
  (text) => /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(text),
  {
    message: "is not an IAM role",
    allowed: "arn:aws:iam::<account>:role/<role>",
  },
);

/** Where charts are mirrored. */
export const chartRepository = must<string>(
  (text) => /^(https|oci):\/\/[^\s/@]+(\/[^\s]*)?$/.test(text),
  {
    message: "is not the address of a chart repository",
    allowed:
      "https://<host>/<path> or oci://<host>/<path>, without credentials",
  },
);

/** A folder of this project, or beside it. */
export const relativeFolder = must<string>(
  (text) => /^([\w.-]+\/)*[\w.-]+$/.test(text),
  {
    message: "is not a relative path",
    allowed: "a path from the project's folder: letters, digits, . _ - and /",
  },
);

/** An address of e-mail that all mail servers accept; quoted and local names are refused. */
export const isMailbox = (text: string): boolean =>
  /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text);

/** One mailbox. */
export const mailbox = must<string>(isMailbox, {
  message: "is not an e-mail address",
  allowed: "name@domain.tld",
});

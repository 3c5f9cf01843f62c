import type {
  Exporter,
  HealthyAnswer,
  HttpProbe,
  ScrapeAuthentication,
  Target,
} from "../../target";
import { checkHttpAddress } from "../http-address";
import { hostAndPort, httpPath, redisAddress } from "../values/addresses";
import {
  atMost,
  labelKey,
  labelValue,
  portName,
  selectsSome,
} from "../values/kubernetes";
import { port, scrapeStep, whole } from "../values/quantities";
import { notEmpty, reason, word } from "../values/texts";
import {
  duration,
  either,
  isText,
  number,
  object,
  optional,
  record,
  text,
  union,
} from "./form";
import type { Fields } from "./form";
import { secretKey } from "./secret-form";

const authentication = union<ScrapeAuthentication>({
  bearer: { credentials: secretKey },
  none: { reason: text(reason) },
});

/** Labels of pods or Services, of which there must be one. */
const selector = record(text(labelValue), labelKey, selectsSome);

type TargetFields = Omit<Target, "kind">;

/** Their characters have a check of their own. */
const objectName = text(atMost(63));
/** Helm keeps a release in a Secret whose name is longer. */
const releaseName = text(atMost(53));

const target: Fields<TargetFields> = {
  name: objectName,
  app: text(labelValue),
  matchLabels: selector,
  podLabels: optional(selector),
  port: text(portName),
  containerPort: number(port),
  path: optional(text(httpPath)),
  interval: duration(scrapeStep),
  expectedTargets: number(whole(1, 10_000)),
  authentication,
  // Prometheus reads 0 as no limit, and a target that exposes more than the limit is down.
  sampleLimit: optional(number(whole(100, 10_000_000))),
};

/** A scrape target, with its defaults. */
export const targetForm = union<Target>({
  "service-monitor": target,
  "pod-monitor": target,
});

/** A probe, with its defaults. */
export const probeForm = object<HttpProbe>({
  name: objectName,
  probe: text(labelValue),
  url: either(
    isText,
    text(checkHttpAddress),
    object<{ readonly environmentUrl: string }>({
      environmentUrl: text(notEmpty),
    }),
  ),
  // Its content has a check of its own.
  answer: optional(
    object<HealthyAnswer>({ status: number(() => []), body: text() }),
  ),
  interval: duration(scrapeStep),
});

/** A release of an exporter. */
export const exporterForm = union<Exporter>({
  redis: {
    name: releaseName,
    address: text(redisAddress),
    password: either(
      (value) => typeof value === "object" && value !== null && "kind" in value,
      union<{ readonly kind: "none" }>({ none: {} }),
      secretKey,
    ),
  },
  postgres: {
    name: releaseName,
    host: text(hostAndPort),
    database: text(word),
    user: text(word),
    password: secretKey,
  },
});

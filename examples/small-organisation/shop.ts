import { seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import { httpService } from "../../patterns/http-service";
import { team } from "./team";

/** The only system: an ordinary HTTP service, of which nothing is said twice. */
export const shop = httpService({
  key: "shop",
  displayName: "Shop",
  document: {
    about: "Shows what there is to buy, and takes orders.",
    version: "1.0.0",
    since: "2026-11-30",
    nextReview: "2027-11-30",
  },
  team,
  publicHealth: { kind: "url", url: "https://shop.example.com/health" },
  pods: { app: "shop", port: "http", containerPort: 8080, most: 3 },
  authentication: {
    kind: "bearer",
    credentials: { secret: "shop-metrics-token", key: "token" },
  },
  healthUrl: "http://shop.shop.svc:8080/health",
  routes: 20,
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5],
  availability: percent(99.9),
  answersWithin: seconds(0.25),
  slowLimit: seconds(1),
});

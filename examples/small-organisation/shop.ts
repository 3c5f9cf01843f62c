import { milliseconds, seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { ServiceDeclaration } from "../../model/service";
import { httpApi } from "../../patterns/http-api";
import { team } from "./team";

/** The only system: an ordinary API over HTTP, of which nothing is said twice. */
export const shop: ServiceDeclaration = {
  key: "shop",
  displayName: "Shop",
  about: "Shows what there is to buy, and takes orders.",
  team,
  publicHealth: { kind: "url", url: "https://shop.example.com/health" },
  ...httpApi({
    key: "shop",
    displayName: "Shop",
    routes: ["/", "/products/:id", "/cart", "/orders", "/orders/:id"],
    requestsPerSecond: 30,
    availability: percent(99.9),
    p95: milliseconds(250),
    slowLimit: seconds(1),
    pods: {
      port: "http",
      containerPort: 8080,
      health: "http://shop.shop.svc:8080/health",
    },
  }),
};

import { production } from "../../support/environments/production";
import { blackboxExporterValues } from "../../../helm/blackbox-exporter/blackbox-exporter-values";
import { goodService, withAnswer } from "../../support/services";

const modules = (service: typeof goodService): unknown =>
  (
    blackboxExporterValues(production, [service])["config"] as {
      readonly modules: Readonly<Record<string, unknown>>;
    }
  ).modules;

it("has no module of its own for a probe that accepts any success", () => {
  expect(Object.keys(modules(goodService) as object)).toEqual([
    "http_2xx",
    "http_2xx_untrusted",
  ]);
});

it("refuses every answer but the one that a probe states", () => {
  expect(
    modules(withAnswer({ status: 200, body: '"status":"healthy"' })),
  ).toHaveProperty("shop-health", {
    prober: "http",
    timeout: "5s",
    http: {
      valid_http_versions: ["HTTP/1.1", "HTTP/2.0"],
      follow_redirects: true,
      preferred_ip_protocol: "ip4",
      valid_status_codes: [200],
      fail_if_body_not_matches_regexp: ['"status":"healthy"'],
    },
  });
});

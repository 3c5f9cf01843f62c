import { environments } from "../../../../config/environments";
import { production } from "../../../../config/environments/production";
import { tryingAll } from "../../../cli/test-alert/trying";
import { services } from "../../support/declared";

it(
  "every receiver of production gets its test alert, and every pager",
  async () => {
    const { text, holds, pagers, pages, places } = await tryingAll(
      { environments, services },
      production,
    );
    expect(text).not.toContain("FAILED");
    expect(holds).toBe(true);
    expect(pagers).toBeGreaterThan(4);
    expect(pages).toBe(pagers);
    expect(places).toContain("email platform-oncall@example.com");
  },
  20 * 60 * 1000,
);

import { environments } from "../support/organisation/environments";
import { catalogueFile } from "../../catalogue/environment-catalogue";
import { services } from "../support/organisation/services";
import { synthesised } from "../support/synthesise";
import { filesOf } from "./output";

const files = synthesised({}, filesOf);

describe.each(environments.map((one) => [one.name, one] as const))(
  "catalogue.json of %s",
  (name, environment) => {
    it("is written beside the stack", () => {
      const written = files.get(`stacks/${name}/files/catalogue.json`);
      expect(
        written === [...catalogueFile(environment, services)].join(""),
      ).toBe(true);
    });

    it("is read by no resource, so it changes no plan", () => {
      const stack = files.get(`stacks/${name}/cdk.tf.json`) ?? "";
      expect(stack).toContain("/files/values/");
      expect(stack).not.toContain("catalogue.json");
    });
  },
);

import { measuresSpans } from "../../../model/measured-spans";
import { measuringByText } from "../../helm/tempo/measured-spans-judgement";
import { services } from "../support/declared";

it("the trace store measures spans for every system whose queries' text does", () => {
  const measuring = measuringByText(services);
  expect(measuring).toEqual(expect.arrayContaining(["codequal", "titan"]));
  expect(services.filter(measuresSpans).map(({ key }) => key)).toEqual(
    measuring,
  );
});

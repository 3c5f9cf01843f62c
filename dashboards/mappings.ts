import { MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import type { ValueMapping } from "@grafana/grafana-foundation-sdk/dashboard";
import type { ValueText } from "../model/dashboard";

/**
 * Value mappings as Grafana keeps them.
 * @see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-value-mappings/
 */
export const mappings = (
  valueMappings: readonly ValueText[],
): ValueMapping[] => [
  {
    type: MappingType.ValueToText,
    options: Object.fromEntries(
      valueMappings.map(({ value, text, colour }, index) => [
        String(value),
        { text, color: colour, index },
      ]),
    ),
  },
];

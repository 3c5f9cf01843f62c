import type { DashboardVariable, LabelChoice } from "../../model/dashboard";
import { exampleValues, mayBe } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import type { Finding } from "./finding";
import type { SeriesCatalogue } from "./series-catalogue";
import { selectorsIn } from "./selectors-in";

/** A matcher of any query language. */
interface AnyMatcher {
  readonly node: { readonly from: number; readonly to: number };
  readonly label: string;
  readonly operator: string;
  readonly value: string;
  /** Values of the label. @default nobody can list them */
  readonly known?: LabelValues | undefined;
}

/** `$route`, `${route}`, `${route:regex}`: all of the value. */
const WHOLE = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/;

/** {@link checkVariableUse} of the selectors of a PromQL query. */
export const checkVariablesIn = (
  expr: string,
  variables: readonly DashboardVariable[],
  catalogue: SeriesCatalogue,
): readonly Finding[] => {
  if (variables.length === 0) return [];
  const matchers = selectorsIn(expr).flatMap((selector) => {
    const values =
      selector.name === undefined
        ? undefined
        : catalogue.get(selector.name)?.labels.values;
    return selector.matchers.map((matcher) => ({
      ...matcher,
      known: values?.get(matcher.label),
    }));
  });
  return checkVariableUse(matchers, variables, ({ metric, values }) =>
    catalogue.get(metric)?.labels.values?.get(values),
  );
};

/** Values that a variable offers; `undefined` where nobody can list them. */
type Offered = (variable: LabelChoice) => LabelValues | undefined;

/**
 * What a variable offers must select something where a query reads it: all of it, which is a
 * pattern and chosen at first, and at least one of its values.
 */
export const checkVariableUse = (
  matchers: readonly AnyMatcher[],
  variables: readonly DashboardVariable[],
  offeredBy: Offered = () => undefined,
): readonly Finding[] =>
  matchers.flatMap((matcher) => {
    const [, braced, bare] = WHOLE.exec(matcher.value) ?? [];
    const variable = variables.find(({ name }) => name === (braced ?? bare));
    if (variable === undefined || variable.kind === "typed") return [];
    return checkUse(
      matcher,
      variable.kind === "log-label" ? undefined : offeredBy(variable),
    );
  });

function checkUse(
  { node: { from, to }, label, operator, value, known }: AnyMatcher,
  offered: LabelValues | undefined,
): readonly Finding[] {
  const at = { from, to };
  if (operator !== "=~") {
    return [
      {
        ...at,
        message: operator.startsWith("!")
          ? `"${value}" is all values at first, so the matcher excludes everything`
          : `"${value}" is a pattern for all values at first, so the matcher selects nothing`,
        next: `write ${label}=~"${value}"`,
      },
    ];
  }
  if (offered?.kind !== "values" || known === undefined) return [];
  return offered.values.some((each) => mayBe(known, each))
    ? []
    : [
        {
          ...at,
          message: `no value that "${value}" offers is one of "${label}", so whichever is chosen selects nothing`,
          next: `"${value}" offers ${listed(offered)}, "${label}" takes ${listed(known)}; correct the label, or the variable`,
        },
      ];
}

const listed = (known: LabelValues): string =>
  exampleValues(known)
    .slice(0, 12)
    .map((each) => `"${each}"`)
    .join(", ");

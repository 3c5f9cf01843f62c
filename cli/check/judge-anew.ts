/**
 * Variable that is 1 to ignore cached verdicts of engines; new verdicts are cached all the same.
 */
export const JUDGE_ANEW = "MONITORING_STACK_JUDGE_ANEW";

/**
 * Variable that is 1 where nothing that an engine found before counts: what it finds is kept all
 * the same.
 */
export const JUDGE_ANEW = "MONITORING_STACK_JUDGE_ANEW";

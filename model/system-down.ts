/**
 * Condition of the alerts that say a whole system is down: what else its alerts find then follows
 * from it.
 */
export const SYSTEM_DOWN = "system-down";

import type { IncidentPolicy } from "../../model/incident-policy";

/**
 * Incident levels of every system. The times are those of the priorities, which a system may
 * override.
 */
export const incidentPolicy: IncidentPolicy = {
  P0: {
    word: "critical",
    means: "more than 5 % fail, or a system is down, or its data are wrong",
    escalation: "paged at once; who follows is the team's own list",
    steps: [
      "Acknowledge the alert within {acknowledge}.",
      "Assess impact and scope: who suffers, since when, does it grow.",
      "Decide: repair forward, or roll back. When in doubt, roll back.",
      "Roll back where that was decided, as the part _Rollback_ of the runbook says.",
      "Notify the stakeholders, with the form; again every 30 minutes, and at the end.",
      "Create the incident ticket, with the form.",
      "Begin the incident response: one person leads, one writes down, the others work. Somebody acts within {response}.",
    ],
  },
  P1: {
    word: "high",
    means: "quality degrades, or errors rise",
    escalation: "the team is notified",
    steps: [
      "Acknowledge the alert within {acknowledge}.",
      "Investigate the root cause, within {response}, along the part _Diagnosis_ of the runbook.",
      "Apply what remedies it where that is possible.",
      "Watch until it is better; raise it to P0 when it grows.",
      "Document what was found, in the ticket.",
    ],
  },
  P2: {
    word: "medium",
    means: "minor trouble, or something is slow",
    escalation: "a message in the team's channel",
    steps: [
      "Review it in business hours, within {response}.",
      "Schedule the repair.",
      "Update alerts that fired too late, too early or without need.",
    ],
  },
  P3: {
    word: "low",
    means: "information, or something got better",
    escalation: "a message to read later",
    steps: ["Read it on the {response}; nobody has to act."],
  },
};

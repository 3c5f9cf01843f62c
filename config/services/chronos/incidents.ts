import { occurs } from "../../../model/incident";
import type { Incident } from "../../../model/incident";

/** What Airflow mends by itself. */
export const incidents: readonly Incident[] = [
  {
    name: "airflow-fails-once",
    about: "One task of Airflow fails for the first time, and is tried again.",
    changes: [
      occurs(
        'airflow_task_instance_failures_total{dag_id="invoices", task_id="load"}',
      ),
    ],
    expected: { page: { kind: "nobody" }, notifiedBy: 30 },
  },
];

import { parse } from 'yaml';
import { z } from 'zod';

const RuleSchema = z.strictObject({
  alert: z.string(),
  /** The component that it watches. */
  service: z.string(),
  /** What is critical is sent to whoever is on duty, at night too. */
  severity: z.enum(['critical', 'warning']),
  perMonth: z.number().positive(),
  /** For how long it fires. */
  minutes: z.number().positive(),
  summary: z.string(),
  /** What it is annotated with, as its author wrote it. */
  runbook: z.string().optional(),
  labels: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Fires until somebody looks, which nobody does: it fires whenever one looks. */
  lasting: z.boolean().default(false),
  /** While it lasts, an incident is open as well. */
  opensIncident: z.boolean().default(false),
});

/** A rule by which an alert fires. */
export type AlertRule = z.infer<typeof RuleSchema> & { namespace: string };

const FileSchema = z.strictObject({
  namespaces: z.record(z.string(), z.array(z.string())),
  rules: z.array(RuleSchema),
});

/** Reads the file of rules, by the component that they watch. */
export function parseAlertRules(
  yaml: string,
): (component: string) => AlertRule[] {
  const { namespaces, rules } = FileSchema.parse(parse(yaml));
  return component => {
    const [namespace = 'default'] =
      Object.entries(namespaces).find(([, services]) =>
        services.includes(component),
      ) ?? [];
    return rules
      .filter(({ service }) => service === component)
      .map(rule => ({ ...rule, namespace }));
  };
}

import {
  parseScorecardYaml,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';

export const DEFINITION_YAML = `apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata:
  name: production-readiness
  title: Production readiness
  description: What a service needs before people depend on it.
spec:
  owner: group:default/platform
  appliesTo: { kind: Component, spec.lifecycle: production }
  levels: [bronze, silver, gold]
  checks:
    - id: described
      title: Has a description
      level: bronze
      rule: { metadata.description: { $exists: true } }
      why: Whoever meets it at night should know what it is.
      fix: { text: Set \`metadata.description\` in the catalog file. }
    - id: owned-by-a-team
      title: Owned by a team that exists and has members
      level: bronze
      weight: 2
      rule: { facts.ownership.ownerHasMembers: true }
      why: A page at night needs a team, not a name in a file.
    - id: fast-builds
      title: Builds answer within ten minutes
      level: silver
      maxAge: 14d
      rule: { facts.delivery.ci.feedback.p90: { $lte: 10m } }
      why: A slow build is paid for by everyone, every day.
      fix: { url: https://example.com/fast-builds }
    - id: runbook-for-alerts
      title: A runbook for every alert that has fired within the last ninety days
      level: silver
      weight: 3
      rule: { facts.runbooks.alerts.uncovered: { $eq: 0 } }
    - id: documented
      title: Documentation was read within the quarter
      level: gold
      rule: { facts.docs.lastRead: { $newerThan: 90d } }
    - id: signed-images
      title: Images are signed
      level: gold
      from: 2030-01-01
      rule: { facts.security.imagesSigned: true }
`;

export const DEFINITION = readDefinition(DEFINITION_YAML);

export function readDefinition(yaml: string): ScorecardEntityV1alpha1 {
  const { entity, problems } = parseScorecardYaml(yaml);
  if (!entity) {
    throw new Error(problems.map(({ message }) => message).join('; '));
  }
  return entity;
}

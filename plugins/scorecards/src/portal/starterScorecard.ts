/** A small scorecard to begin with: it is valid as it stands and reads the catalog alone. */
export const starterScorecard = `apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata:
  name: first-steps
  title: First steps
  description: What every production component should have.
spec:
  owner: group:default/platform
  appliesTo: { kind: Component, spec.lifecycle: production }
  levels: [bronze, silver]
  checks:
    - id: described
      title: Has a description
      level: bronze
      rule: { metadata.description: { $exists: true } }
      why: Whoever meets it at night should know what it is.
      fix: { text: Set \`metadata.description\` in the catalog file. }
    - id: documented
      title: Has documentation
      level: silver
      rule: { metadata.annotations.backstage.io/techdocs-ref: { $exists: true } }
      why: Questions that are answered in writing are asked once.
      fix: { text: Add documentation and name it in the annotation \`backstage.io/techdocs-ref\`. }
`;

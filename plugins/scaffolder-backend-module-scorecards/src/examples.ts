/** How templates use the action. */
export const examples = [
  {
    description: 'Goes on only for a service that holds the level silver',
    example: `steps:
  - id: ready
    name: Is it ready for production?
    action: fairlead:scorecards:assert-level
    input:
      entityRef: \${{ parameters.entityRef }}
      scorecardRef: production-readiness
      level: silver
`,
  },
  {
    description: 'Asks for certain checks, whatever level they are at',
    example: `steps:
  - id: answerable
    name: Does somebody answer for it?
    action: fairlead:scorecards:assert-level
    input:
      entityRef: component:default/checkout
      scorecardRef: production-readiness
      checks: [owned-by-a-team, on-call]
`,
  },
];

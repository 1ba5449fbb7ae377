import type { portalMessages } from '../../messages';

/** The message that explains a word of a scorecard. */
export type HelpKey = Extract<
  keyof typeof portalMessages,
  `portal.field.${string}`
>;

interface Field {
  name: string;
  help: HelpKey;
}

/** The fields of a scorecard by the place they stand at; `[]` is an item of a list. */
export const FIELDS: Record<string, readonly Field[]> = {
  '': [
    { name: 'apiVersion', help: 'portal.field.apiVersion' },
    { name: 'kind', help: 'portal.field.kind' },
    { name: 'metadata', help: 'portal.field.metadata' },
    { name: 'spec', help: 'portal.field.spec' },
  ],
  metadata: [
    { name: 'name', help: 'portal.field.metadata.name' },
    { name: 'namespace', help: 'portal.field.metadata.namespace' },
    { name: 'title', help: 'portal.field.metadata.title' },
    { name: 'description', help: 'portal.field.metadata.description' },
    { name: 'annotations', help: 'portal.field.metadata.annotations' },
    { name: 'tags', help: 'portal.field.metadata.tags' },
  ],
  spec: [
    { name: 'owner', help: 'portal.field.spec.owner' },
    { name: 'appliesTo', help: 'portal.field.spec.appliesTo' },
    { name: 'levels', help: 'portal.field.spec.levels' },
    { name: 'checks', help: 'portal.field.spec.checks' },
  ],
  'spec.checks.[]': [
    { name: 'id', help: 'portal.field.check.id' },
    { name: 'title', help: 'portal.field.check.title' },
    { name: 'description', help: 'portal.field.check.description' },
    { name: 'level', help: 'portal.field.check.level' },
    { name: 'weight', help: 'portal.field.check.weight' },
    { name: 'maxAge', help: 'portal.field.check.maxAge' },
    { name: 'from', help: 'portal.field.check.from' },
    { name: 'appliesTo', help: 'portal.field.check.appliesTo' },
    { name: 'rule', help: 'portal.field.check.rule' },
    { name: 'question', help: 'portal.field.check.question' },
    { name: 'why', help: 'portal.field.check.why' },
    { name: 'fix', help: 'portal.field.check.fix' },
  ],
  'spec.checks.[].question': [
    { name: 'text', help: 'portal.field.question.text' },
    { name: 'help', help: 'portal.field.question.help' },
    { name: 'choices', help: 'portal.field.question.choices' },
    { name: 'evidence', help: 'portal.field.question.evidence' },
    { name: 'expiresAfter', help: 'portal.field.question.expiresAfter' },
    { name: 'alsoAnsweredBy', help: 'portal.field.question.alsoAnsweredBy' },
  ],
  'spec.checks.[].question.choices.[]': [
    { name: 'id', help: 'portal.field.choice.id' },
    { name: 'title', help: 'portal.field.choice.title' },
    { name: 'passes', help: 'portal.field.choice.passes' },
  ],
  'spec.checks.[].fix': [
    { name: 'text', help: 'portal.field.fix.text' },
    { name: 'url', help: 'portal.field.fix.url' },
  ],
};

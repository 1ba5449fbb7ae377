import {
  Outcome,
  parseOutcome,
  recordKeyOf,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { CdEvent, EventReader, referenceSchema, SOURCE_ID } from '../event';
import { repositoryOf, scopeOf, subjectsOf } from '../names';

const namedSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
});

const resultSchema = z.object({
  outcome: z.string().nullish(),
  /** In place of `outcome` in older versions of the specification. */
  status: z.string().nullish(),
});

const caseSchema = resultSchema.extend({
  testCase: namedSchema.nullish(),
  testSuiteRun: referenceSchema.nullish(),
});

const suiteSchema = resultSchema.extend({ testSuite: namedSchema.nullish() });

/** What people call it, with what sets it apart from others of the same name. */
function nameOf(
  named: z.output<typeof namedSchema> | null | undefined,
  runId: string,
): string {
  const { id, name } = named ?? { id: runId };
  return name && name !== id ? `${name} (${id})` : id;
}

function observe(
  event: CdEvent,
  result: { runId: string; suite: string; case: string; outcome: Outcome },
): Observation {
  const { runId, ...told } = result;
  const repository = repositoryOf(event);
  const repo = repository?.slug ?? scopeOf(event);
  return {
    record: {
      kind: 'test',
      source: SOURCE_ID,
      run: recordKeyOf({
        kind: 'run',
        source: SOURCE_ID,
        repo,
        runId,
        attempt: 1,
      }),
      repo,
      headSha: event.customData.commit,
      ...told,
    },
    occurredAt: event.context.timestamp,
    subjects: subjectsOf(event, { repository }),
  };
}

function createCaseReader(
  outcome?: Outcome,
): EventReader<z.output<typeof caseSchema>> {
  return {
    content: caseSchema,
    read(event) {
      const { id, content } = event.subject;
      return [
        observe(event, {
          runId: content.testSuiteRun?.id ?? id,
          // A case names the run of its suite, but not the suite.
          suite: '',
          case: nameOf(content.testCase, id),
          outcome: outcome ?? parseOutcome(content.outcome ?? content.status),
        }),
      ];
    },
  };
}

/** A suite that is sent as a whole stands as one case of itself. */
const suiteReader: EventReader<z.output<typeof suiteSchema>> = {
  content: suiteSchema,
  read(event) {
    const { id, content } = event.subject;
    const name = nameOf(content.testSuite, id);
    return [
      observe(event, {
        runId: id,
        suite: name,
        case: name,
        outcome: parseOutcome(content.outcome ?? content.status),
      }),
    ];
  },
};

/** What is read of tests: how they ended. */
export const testReaders = {
  'testcaserun.finished': createCaseReader(),
  'testcaserun.skipped': createCaseReader('skipped'),
  'testsuiterun.finished': suiteReader,
};

import { at, run } from '../__testUtils__/records';
import {
  begunAt,
  isBeforeMerge,
  isCheck,
  isOfQueue,
  isSetOffByChange,
} from './checks';

const on = (fields: Parameters<typeof run>[3]) =>
  run('1', 's1', { created: '02 10:00', finished: '02 10:05' }, fields);

describe('isSetOffByChange', () => {
  it.each([
    undefined,
    'push',
    'pull_request',
    'pull_request_target',
    'merge_request_event',
    'external_pull_request_event',
    'external',
    'parent_pipeline',
    'a-word-of-tomorrow',
  ])('takes %s for a change', event => {
    expect(isSetOffByChange({ event })).toBe(true);
  });

  it.each([
    'schedule',
    'security_orchestration_policy',
    'pipeline_execution_policy_schedule',
    'web',
    'WEB',
    'webide',
    'chat',
    'api',
    'trigger',
    'pipeline',
    'container_registry_push',
    'ondemand_dast_scan',
    'ondemand_dast_validation',
    'workflow_dispatch',
    'repository_dispatch',
    'workflow_run',
    'issue_comment',
    'pull_request_review',
    'release',
    'deployment',
    'deployment_status',
    'check_suite',
  ])('takes %s for another reason', event => {
    expect(isSetOffByChange({ event })).toBe(false);
  });
});

describe('isOfQueue', () => {
  it.each([
    { event: 'merge_group' },
    { event: 'merge-train' },
    { event: 'push', branch: 'gh-readonly-queue/main/pr-7-abc' },
    { event: 'merge_request_event', branch: 'refs/merge-requests/7/train' },
  ])('knows the run of a queue by %j', fields => {
    expect(isOfQueue(fields)).toBe(true);
    expect(isCheck(on(fields))).toBe(false);
  });

  it('takes the run of a request for none', () => {
    const branch = 'refs/merge-requests/7/merge';
    expect(isOfQueue({ event: 'merge_request_event', branch })).toBe(false);
  });
});

describe('isCheck', () => {
  it.each([
    [{ event: 'push' }, true],
    [{ event: 'pull_request' }, true],
    [{ event: 'web' }, false],
    [{ event: 'push', onDefaultBranch: true }, false],
    [{ event: 'push', onTag: true }, false],
    [{ event: 'parent_pipeline', parentRunId: '7' }, false],
  ])('says of %j %s', (fields, expected) => {
    expect(isCheck(on(fields))).toBe(expected);
  });
});

describe('isBeforeMerge', () => {
  it('is true up to the merge and where nothing tells otherwise', () => {
    const mergedAt = at('02 10:00');
    expect(isBeforeMerge(at('02 09:59'), { mergedAt })).toBe(true);
    expect(isBeforeMerge(mergedAt, { mergedAt })).toBe(false);
    expect(isBeforeMerge(undefined, { mergedAt })).toBe(true);
    expect(isBeforeMerge(mergedAt, {})).toBe(true);
  });
});

describe('begunAt', () => {
  it('is the creation of a first attempt and the start of any other', () => {
    const [createdAt, startedAt] = ['1', '2'];
    expect(begunAt({ attempt: 1, createdAt, startedAt })).toBe('1');
    expect(begunAt({ attempt: 1, startedAt })).toBe('2');
    expect(begunAt({ attempt: 2, createdAt, startedAt })).toBe('2');
    expect(begunAt({ attempt: 2, createdAt })).toBeUndefined();
  });
});

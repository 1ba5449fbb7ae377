import { JsonObject, JsonValue } from '@backstage/types';

/**
 * How the payloads of events look, the most telling first: an event about one thing often carries others as well.
 */
const SHAPES: readonly [type: string, ...fields: string[]][] = [
  ['deployment_comparison', 'comparison', 'deployment'],
  ['pull_request_commits', 'pull_request_commits'],
  ['deployment_review', 'since', 'workflow_run'],
  ['deployment_protection_rule', 'deployment_callback_url'],
  ['workflow_job', 'workflow_job'],
  ['deployment_status', 'deployment_status'],
  ['check_run', 'check_run'],
  ['check_suite', 'check_suite'],
  ['deployment', 'deployment'],
  ['workflow_run', 'workflow_run'],
  ['pull_request_review_comment', 'pull_request', 'comment'],
  ['pull_request_review_thread', 'pull_request', 'thread'],
  ['pull_request_review', 'pull_request', 'review'],
  ['pull_request', 'pull_request'],
  ['merge_group', 'merge_group'],
  ['issue_comment', 'issue', 'comment'],
  ['issues', 'issue'],
  ['cache_sync', 'cache_location'],
  ['push', 'ref', 'before', 'after'],
  ['release', 'release'],
  ['create', 'ref_type', 'master_branch'],
  ['delete', 'ref_type'],
  ['ping', 'hook_id', 'zen'],
  ['workflow_dispatch', 'workflow', 'inputs'],
  ['status', 'sha', 'state', 'context'],
  ['branch_protection_rule', 'rule'],
  ['commit_comment', 'comment'],
  ['page_build', 'build'],
  ['repository_dispatch', 'client_payload'],
  ['fork', 'forkee'],
  ['gollum', 'pages'],
  ['discussion_comment', 'discussion', 'comment'],
  ['discussion', 'discussion'],
  ['label', 'label'],
  ['milestone', 'milestone'],
  ['package', 'package'],
  ['registry_package', 'registry_package'],
  ['deploy_key', 'key'],
  ['project_card', 'project_card'],
  ['project_column', 'project_column'],
  ['project', 'project'],
  ['projects_v2_item', 'projects_v2_item'],
  ['repository_import', 'status', 'repository'],
  ['meta', 'hook', 'hook_id'],
  ['repository', 'changes', 'repository'],
];

/** Events that are known and of which nothing is read. */
export const OF_NO_INTEREST: ReadonlySet<string> = new Set([
  'branch_protection_configuration',
  'branch_protection_rule',
  'cache_sync',
  'code_scanning_alert',
  'commit_comment',
  'content_reference',
  'create',
  'custom_property',
  'custom_property_values',
  'delete',
  'dependabot_alert',
  'deploy_key',
  'discussion',
  'discussion_comment',
  'enterprise',
  'fork',
  'github_app_authorization',
  'gollum',
  'installation',
  'installation_repositories',
  'installation_target',
  'issue_comment',
  'issue_dependencies',
  'label',
  'marketplace_purchase',
  'member',
  'membership',
  'meta',
  'milestone',
  'org_block',
  'organization',
  'package',
  'page_build',
  'personal_access_token_request',
  'ping',
  'project',
  'project_card',
  'project_column',
  'projects_v2',
  'projects_v2_item',
  'projects_v2_status_update',
  'public',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'registry_package',
  'repository',
  'repository_advisory',
  'repository_dispatch',
  'repository_import',
  'repository_ruleset',
  'repository_vulnerability_alert',
  'secret_scanning_alert',
  'secret_scanning_alert_location',
  'secret_scanning_scan',
  'security_advisory',
  'security_and_analysis',
  'sponsorship',
  'star',
  'status',
  'sub_issues',
  'team',
  'team_add',
  'user',
  'watch',
  'workflow_dispatch',
]);

const has = (payload: JsonObject, field: string) =>
  payload[field] !== undefined && payload[field] !== null;

/** The type of an event: the header where there is one, otherwise told by what the payload holds. */
export function typeOf(
  payload: JsonValue,
  headers: Record<string, string | undefined>,
): string | undefined {
  const header = headers['x-github-event'];
  if (header) {
    return header;
  }
  if (typeof payload !== 'object' || !payload || Array.isArray(payload)) {
    return undefined;
  }
  return SHAPES.find(([, ...fields]) =>
    fields.every(field => has(payload as JsonObject, field)),
  )?.[0];
}

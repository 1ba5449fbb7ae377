import { OriginRule } from './types';

/** The tools that are known without configuration. A tool of one's own is one more line in `delivery.origins`. @public */
export const ORIGIN_RULES: readonly OriginRule[] = [
  {
    title: 'Claude',
    kind: 'agent',
    logins: ['claude', 'claude-code', 'anthropic-code-agent'],
    addresses: [
      'noreply@anthropic.com',
      '81847+claude@users.noreply.github.com',
    ],
    names: [
      'Claude Code',
      'Claude Opus',
      'Claude Sonnet',
      'Claude Haiku',
      'Claude AI',
    ],
    givenNames: ['Claude'],
    trailers: ['Claude-Session'],
    labels: ['claude-code'],
  },
  {
    title: 'GitHub Copilot',
    kind: 'agent',
    logins: ['copilot', 'copilot-swe-agent', 'github-copilot'],
    addresses: [
      '198982749+copilot@users.noreply.github.com',
      'copilot@github.com',
    ],
    names: ['GitHub Copilot', 'Copilot'],
  },
  {
    title: 'OpenAI Codex',
    kind: 'agent',
    logins: ['chatgpt-codex-connector', 'openai-codex'],
    addresses: ['codex@openai.com', 'noreply@openai.com'],
    names: ['OpenAI Codex', 'Codex', 'ChatGPT', 'GPT'],
    labels: ['codex'],
  },
  {
    title: 'Cursor',
    kind: 'agent',
    logins: ['cursor', 'cursoragent'],
    addresses: ['cursoragent@cursor.com'],
    names: ['Cursor', 'Cursor Agent'],
  },
  {
    title: 'Devin',
    kind: 'agent',
    logins: ['devin-ai-integration'],
    addresses: ['*+devin-ai-integration[bot]@users.noreply.github.com'],
    names: ['Devin AI'],
    givenNames: ['Devin'],
  },
  {
    title: 'Gemini',
    kind: 'agent',
    logins: ['gemini-code-assist', 'gemini-cli'],
    addresses: ['*+gemini-code-assist[bot]@users.noreply.github.com'],
    names: ['Gemini CLI', 'Gemini Code Assist', 'Google Gemini'],
    givenNames: ['Gemini'],
  },
  {
    title: 'Jules',
    kind: 'agent',
    logins: ['google-labs-jules'],
    addresses: ['*+google-labs-jules[bot]@users.noreply.github.com'],
    names: ['Google Jules'],
    givenNames: ['Jules'],
  },
  {
    title: 'GitLab Duo',
    kind: 'agent',
    logins: ['gitlabduo', 'gitlab-duo', 'duo-developer'],
    names: ['GitLab Duo'],
  },
  {
    title: 'aider',
    kind: 'agent',
    addresses: ['noreply@aider.chat', 'aider@aider.chat'],
    names: ['aider'],
  },
  {
    title: 'Amp',
    kind: 'agent',
    addresses: ['amp@ampcode.com'],
    names: ['Sourcegraph Amp'],
    givenNames: ['Amp'],
    trailers: ['Amp-Thread-ID'],
  },
  {
    title: 'OpenHands',
    kind: 'agent',
    logins: ['openhands-agent'],
    addresses: ['openhands@all-hands.dev'],
    names: ['OpenHands'],
  },
  { title: 'Windsurf', kind: 'agent', names: ['Windsurf'] },
  {
    title: 'Dependabot',
    kind: 'dependency-bot',
    logins: ['dependabot', 'dependabot-preview'],
    labels: ['dependabot'],
  },
  {
    title: 'Renovate',
    kind: 'dependency-bot',
    logins: ['renovate', 'renovate-bot', 'renovatebot', 'mend-renovate'],
    labels: ['renovate'],
  },
  {
    title: 'Snyk',
    kind: 'dependency-bot',
    logins: ['snyk-bot', 'snyk-io'],
  },
  {
    title: 'Greenkeeper',
    kind: 'dependency-bot',
    logins: ['greenkeeper'],
  },
  {
    title: 'PyUp',
    kind: 'dependency-bot',
    logins: ['pyup-bot'],
  },
  {
    title: 'Depfu',
    kind: 'dependency-bot',
    logins: ['depfu'],
  },
  {
    title: 'Scala Steward',
    kind: 'dependency-bot',
    logins: ['scala-steward'],
  },
  {
    title: 'GitHub Actions',
    kind: 'automation',
    logins: ['github-actions'],
  },
  {
    title: 'Release Please',
    kind: 'automation',
    logins: ['release-please'],
    labels: ['autorelease: pending', 'autorelease: tagged'],
  },
  {
    title: 'pre-commit.ci',
    kind: 'automation',
    logins: ['pre-commit-ci'],
  },
  {
    title: 'Mergify',
    kind: 'automation',
    logins: ['mergify'],
  },
];

/**
 * Trailers by which tools are named. Those that only tools are named by tell of tools that no rule knows as well; in the
 * others stand persons, too. `Signed-off-by` is none of them: whoever signs off is a person.
 */
export const ASSISTANCE_TRAILERS: Readonly<
  Record<string, 'tools' | 'persons-too'>
> = {
  'assisted-by': 'tools',
  'generated-by': 'tools',
  'generated-with': 'tools',
  'ai-assisted-by': 'tools',
  'ai-generated-by': 'tools',
  'made-with': 'tools',
  'co-authored-by': 'persons-too',
  'co-developed-by': 'persons-too',
};

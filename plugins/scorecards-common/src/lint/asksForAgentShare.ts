import { RuleNode } from '../rule/types';

const AGENTS = ['agent', 'agents', 'ai', 'copilot', 'assistant', 'llm'];

const SHARES = ['share', 'adoption', 'usage', 'percentage'];

/** A share of work by agents that people looked at is one to aim for. */
const LOOKED_AT = ['reviewed', 'review'];

/** The first fact of a rule that tells how much of the work is that of agents, and that the rule sets a target on. */
export function asksForAgentShare(node: RuleNode): string | undefined {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.map(asksForAgentShare).find(Boolean);
    case 'not':
      return asksForAgentShare(node.node);
    default:
      return node.subject.kind === 'fact' &&
        node.test.operator !== '$exists' &&
        isAgentShare(node.subject.id)
        ? node.subject.id
        : undefined;
  }
}

function isAgentShare(id: string): boolean {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .split(/[._-]/);
  const has = (some: readonly string[]) =>
    words.some(word => some.includes(word));
  return has(AGENTS) && has(SHARES) && !has(LOOKED_AT);
}

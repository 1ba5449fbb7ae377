import { RunbookCode, RunbookOutline } from '../markdown';

/** Languages of blocks that show what comes out. */
const OUTPUT = new Set(['json', 'log', 'logs', 'output', 'diff']);

/** Commands that are complete in one word. */
const LONE_COMMANDS = new Set([
  'dmesg',
  'free',
  'htop',
  'iostat',
  'iotop',
  'lsblk',
  'mount',
  'netstat',
  'ps',
  'top',
  'uptime',
  'vmstat',
]);

/** What commands begin with. */
const TOOLS =
  /^(?:\$ |# |sudo |(?:ansible|ansible-playbook|argocd|aws|awk|az|bash|bin|calicoctl|cat|ceph|chmod|chown|cilium|consul|cqlsh|crictl|cryptsetup|ctr|curl|cd|df|dig|docker|du|echo|etcdctl|find|flux|gcloud|gh|git|grep|gsutil|heroku|helm|host|http|influx|ip|iptables|istioctl|jstack|journalctl|jq|k|k9s|kafka-[\w-]+(?:\.sh)?|kill|knife|kubectl|kustomize|ls|lsof|make|mdadm|mimirtool|mongo|mongosh|mount|mysql|nc|nomad|nslookup|ntpq|oc|openssl|patronictl|pg_[a-z]+|ping|podman|promtool|psql|python3?|rabbitmqctl|redis-cli|rm|rook|rsync|scp|sed|service|smartctl|ssh|stern|strace|supervisorctl|systemctl|tail|talosctl|tar|tcpdump|telnet|terraform|timedatectl|touch|traceroute|umount|vault|velero|virtctl|watch|wget|xfs_[a-z]+|yarn|zfs|zpool|chronyc|amtool|logcli|thanos|cortextool|tsh|juju|snap|apt|apt-get|yum|dnf|npm|node|bundle|rails|rake|knife|php|java)\b[\s\w.-]*\s?\S)/;

/** Queries of metrics, logs and tables. */
const QUERIES =
  /\w\s*\{[^{}]*(?:=|~)[^{}]*\}|\b(?:rate|irate|increase|sum|avg|min|max|count|topk|bottomk|absent|changes|delta|histogram_quantile|predict_linear|label_replace)\s*(?:by|without)?\s*\(|^(?:SELECT|UPDATE|DELETE|INSERT|SHOW|EXPLAIN|ALTER|VACUUM|ANALYZE)\s|^(?:GET|POST|PUT|PATCH|DELETE)\s+\//i;

/** Whether lines of a runbook hold something to do: a command, a query, a dashboard, or another runbook that has it. */
export function hasAction(
  outline: RunbookOutline,
  { line: from, endLine: to }: { line: number; endLine: number },
): boolean {
  const isWithin = ({ line }: { line: number }) => line >= from && line <= to;
  return (
    outline.code.some(code => isWithin(code) && isAction(code)) ||
    outline.links.some(
      link => isWithin(link) && link.kind !== 'other' && !link.image,
    )
  );
}

function isAction({ text, inline, language }: RunbookCode): boolean {
  const trimmed = text.trim();
  if (!inline) {
    return trimmed !== '' && !OUTPUT.has(language ?? '');
  }
  return (
    trimmed.length <= 2_000 &&
    (LONE_COMMANDS.has(trimmed) ||
      (/\s/.test(trimmed) &&
        (TOOLS.test(trimmed) || /\s--?[a-z]/i.test(trimmed))) ||
      QUERIES.test(trimmed))
  );
}

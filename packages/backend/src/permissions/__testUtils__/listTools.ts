/** What clients of MCP are told of a tool. */
export interface Tool {
  name: string;
  annotations: {
    readOnlyHint: boolean;
    destructiveHint: boolean;
    idempotentHint: boolean;
  };
}

/** Asks the MCP server of a portal which tools it has, as a client does. */
export async function listTools(
  portal: { url: string },
  token: string | undefined,
): Promise<Tool[]> {
  const response = await fetch(`${portal.url}/mcp-actions/v1`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json, text/event-stream',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  const [, data] = /^data: (.*)$/m.exec(await response.text())!;
  return JSON.parse(data).result.tools;
}

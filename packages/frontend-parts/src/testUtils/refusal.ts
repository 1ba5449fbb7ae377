import { ResponseError } from '@backstage/errors';

/** The error of a request that the backend refused. @public */
export function refusal(
  status: number,
  error: { name: string; message: string } = { name: 'Error', message: 'no' },
) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

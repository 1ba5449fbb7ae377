import { http, HttpResponse } from 'msw';

/** A request that the fake got. */
export interface Asked {
  path: string;
  headers: Headers;
}

/**
 * Answers like GitHub's REST API about one repository. Lists have validators, and two items a page.
 *
 * @param answers - by the path below the repository; what is not there is an empty list
 */
export function fakeGithub(
  answers: Record<string, unknown>,
  options: { api?: string; repo?: string } = {},
) {
  const { api = 'https://api.github.com', repo = 'codertocat/hello-world' } =
    options;
  const asked: Asked[] = [];
  const root = `${api}/repos/${repo}`;
  const handler = http.get(
    ({ request }: { request: Request }) =>
      new URL(request.url).href.split('?')[0].startsWith(root),
    ({ request }) => {
      const url = new URL(request.url);
      const path = (url.origin + url.pathname).slice(root.length);
      asked.push({ path: path + url.search, headers: request.headers });
      const answer = answers[path] ?? [];
      const etag = `"${Buffer.from(JSON.stringify(answer))
        .toString('base64')
        .slice(-24)}"`;
      if (request.headers.get('if-none-match') === etag) {
        return new HttpResponse(null, { status: 304 });
      }
      const page = Number(url.searchParams.get('page') ?? 1);
      if (!Array.isArray(answer)) {
        return HttpResponse.json(answer as object, { headers: { etag } });
      }
      const rest = answer.slice(page * 2);
      url.searchParams.set('page', String(page + 1));
      return HttpResponse.json(answer.slice((page - 1) * 2, page * 2), {
        headers: {
          etag,
          ...(rest.length > 0 && { link: `<${url}>; rel="next"` }),
        },
      });
    },
  );
  return { asked, handler };
}

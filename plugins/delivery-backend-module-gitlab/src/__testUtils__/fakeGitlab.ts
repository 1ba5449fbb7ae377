import { http, HttpResponse } from 'msw';

/** A request that the fake got. */
export interface Asked {
  path: string;
  headers: Headers;
}

/**
 * Answers like GitLab's REST API about one project. Lists have validators, and two items a page.
 *
 * @param answers - by the path below the project, with `?source=` where there is one; what is not there is an empty list
 */
export function fakeGitlab(
  answers: Record<string, unknown>,
  options: { api?: string; slug?: string } = {},
) {
  const { api = 'https://gitlab.com/api/v4', slug = 'acme/tools/shop' } =
    options;
  const asked: Asked[] = [];
  const root = `${api}/projects/${encodeURIComponent(slug)}`;
  const handler = http.get(
    ({ request }: { request: Request }) => request.url.startsWith(root),
    ({ request }) => {
      const url = new URL(request.url);
      const path = url.href.split('?')[0].slice(root.length);
      asked.push({ path: path + url.search, headers: request.headers });
      const source = url.searchParams.get('source');
      const answer = answers[source ? `${path}?source=${source}` : path] ?? [];
      const etag = `W/"${JSON.stringify(answer).length}"`;
      if (request.headers.get('if-none-match') === etag) {
        return new HttpResponse(null, { status: 304 });
      }
      if (!Array.isArray(answer)) {
        return HttpResponse.json(answer as object, { headers: { etag } });
      }
      const page = Number(url.searchParams.get('page') ?? 1);
      const hasNext = answer.length > page * 2;
      return HttpResponse.json(answer.slice((page - 1) * 2, page * 2), {
        headers: { etag, 'x-next-page': hasNext ? String(page + 1) : '' },
      });
    },
  );
  return { asked, handler };
}

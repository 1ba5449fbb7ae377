import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Request, Response } from 'express';
import { z } from 'zod';
import { ErrorStatus } from './errors';

/** What a body is sent as unless its route says otherwise. */
export const DEFAULT_MEDIA_TYPES: readonly string[] = ['application/json'];

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A request as a handler sees it: read, checked and with its caller known. @public */
export interface RouteRequest<TParams, TQuery, TBody> {
  params: Output<TParams>;
  query: Output<TQuery>;
  body: Output<TBody>;
  credentials: BackstageCredentials;
  req: Request;
  res: Response;
}

/** What the success of a route looks like. @public */
export interface RouteResponse {
  /** @defaultValue 200 */
  status?: 200 | 201 | 202;
  description: string;
  /** By media type. */
  content: Record<string, z.ZodType>;
}

/**
 * A route as data: the same schemas check its requests and describe it in the OpenAPI document.
 *
 * @public
 */
export interface Route<
  TParams extends z.ZodObject | undefined = z.ZodObject | undefined,
  TQuery extends z.ZodObject | undefined = z.ZodObject | undefined,
  TBody extends z.ZodType | undefined = z.ZodType | undefined,
> {
  operationId: string;
  summary: string;
  description?: string;
  method: 'get' | 'post' | 'patch';
  /** An Express path. */
  path: string;
  params?: TParams;
  query?: TQuery;
  body?: TBody;
  /** What the body may be sent as; one that is not JSON is given to `body` as text. @defaultValue `application/json` */
  mediaTypes?: readonly string[];
  /** A body that is not JSON is given to `body` as a Buffer: it says by itself in which encoding it is. */
  bytes?: boolean;
  /** Bytes. @defaultValue 256 KiB */
  bodyLimit?: number;
  /** Who may call. @defaultValue users and services */
  allow?: ('user' | 'service' | 'none')[];
  response: RouteResponse;
  /** Beside 400, 401, 403 and 503, which any route may answer. */
  errors?: ErrorStatus[];
  /** Answers the body of the response; undefined when the handler has answered by itself. */
  handle(request: RouteRequest<TParams, TQuery, TBody>): Promise<unknown>;
}

/** What there is to say about a route, without what it does. @public */
export type RouteDescription = Omit<Route, 'handle'>;

/** Lets TypeScript infer what a handler gets from the schemas of its route. @public */
export function defineRoute<
  TParams extends z.ZodObject | undefined = undefined,
  TQuery extends z.ZodObject | undefined = undefined,
  TBody extends z.ZodType | undefined = undefined,
>(route: Route<TParams, TQuery, TBody>): Route {
  return route as unknown as Route;
}

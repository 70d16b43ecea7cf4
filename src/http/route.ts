import type { Identity } from '../access/types.ts';
import type { Result } from '../perform/problem.ts';
import type { AnyUseCase, AnyView, ReadFn } from './parts.ts';

/** What of a request a route may use. Names and ids of persons never come from here. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Answers the JSON of one view. By POST where what is asked for must not stand in an address: a search may hold a child's name. */
export interface ReadRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly view: AnyView;
  params(request: RouteRequest): unknown;
}

/** Answers several views in one call. It has no data but what `read` gives it, so rights and journal hold as for one view. */
export interface ComposedRoute {
  readonly method: 'get';
  readonly path: string;
  compose(identity: Identity, read: ReadFn, request: RouteRequest): Promise<Result<string>>;
}

/** Performs its use case under the form key found in the body (`form`). */
export interface ActRoute {
  readonly method: 'post';
  readonly path: string;
  readonly useCase: AnyUseCase;
  input(request: RouteRequest): unknown;
}

/** Performs its use case once for each of several records, under keys made from the form key in the body (`form`). */
export interface ManyRoute {
  readonly method: 'post';
  readonly path: string;
  readonly useCase: AnyUseCase;
  /** Empty for a body that names none. */
  inputs(request: RouteRequest): readonly { readonly id: string; readonly input: unknown }[];
}

/**
 * Answered by a function that main hands to the area's routes: for what is kept between two requests or goes on after the
 * answer. It has no data but what `read` and `perform` give it.
 */
export interface HandledRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  handle(identity: Identity, request: RouteRequest): Promise<Result<unknown>>;
  /** Larger bodies than usual, and from whom. */
  readonly roomy?: { may(identity: Identity): Promise<boolean>; readonly bytes: number };
}

/** What of a request that carries a part of a file a route may use. */
export interface RangeRequest extends RouteRequest {
  /** As `Content-Range` says it; empty without one. */
  readonly range: string;
  readonly bytes: Uint8Array;
}

/** Takes a part of a file, as it is. */
export interface RangeRoute {
  readonly method: 'put';
  readonly path: string;
  /** Bytes that a request may carry. */
  readonly most: number;
  receive(identity: Identity, request: RangeRequest): Promise<Result<unknown>>;
}

/** A file on its way to a person. */
export interface SentFile {
  /** What their device shall call it. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes in all. */
  readonly size: number;
  /** Throws where the file turns out not to be what it should be: then the answer is cut off, and counts as none. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Answers a file. The right and the journal's row come before its first byte. */
export interface FileRoute {
  readonly method: 'get';
  readonly path: string;
  file(identity: Identity, request: RouteRequest): Promise<Result<SentFile>>;
}

/** Those that answer JSON to JSON. */
export type JsonRoute = ReadRoute | ComposedRoute | ActRoute | ManyRoute | HandledRoute;
/** A route of the tab API as data, mounted behind the token check. `path` begins with `/api/`. An area's `routes.ts` exports a list of them. */
export type Route = JsonRoute | RangeRoute | FileRoute;

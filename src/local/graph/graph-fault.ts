/** Graph's refusal of a call: HTTP status and Graph's own code. */
export class GraphFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'GraphFault';
  }
}

/** 400 of SharePoint's own checks. */
export const invalidRequest = (message: string) => new GraphFault(400, 'invalidRequest', message);

/** 400 of Graph's OData layer, before SharePoint sees the call. */
export const badRequest = (message: string) => new GraphFault(400, 'BadRequest', message);

export const accessDenied = () => new GraphFault(403, 'accessDenied', 'Access denied');

export const notFound = (what: string) => new GraphFault(404, 'itemNotFound', `${what} could not be found`);

export const nameTaken = (message: string) => new GraphFault(409, 'nameAlreadyExists', message);

/** 429: https://learn.microsoft.com/graph/throttling */
export const throttled = (headers: Readonly<Record<string, string>>) =>
  new GraphFault(429, 'activityLimitReached', 'The request has been throttled', headers);

export const unavailable = (headers: Readonly<Record<string, string>>) =>
  new GraphFault(
    503,
    'serviceNotAvailable',
    'The service is not available. Try the request again after a delay.',
    headers,
  );

/** Graph would carry it out, this tenant cannot: better refused than half done. */
export const notModelled = (what: string) =>
  new GraphFault(501, 'notSupported', `The local tenant does not model ${what}.`);

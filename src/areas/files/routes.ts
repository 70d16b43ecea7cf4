import type { Identity } from '../../access/types.ts';
import type { RangeRequest, Route, RouteRequest, SentFile } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import { filePaths, type UnfinishedUpload, type UploadState } from './contract.ts';
import { largestRange } from './fields.ts';
import { listDocuments } from './views.ts';

/** Files on their way in and out; what stands behind it goes through `read` and `perform` as everything does. */
export interface FileDoor {
  begin(identity: Identity, concern: string, body: unknown): Promise<Result<UploadState>>;
  unfinished(identity: Identity, concern: string): Promise<Result<readonly UnfinishedUpload[]>>;
  goOn(identity: Identity, upload: string, body: unknown): Promise<Result<UploadState>>;
  state(identity: Identity, upload: string): Promise<Result<UploadState>>;
  receive(
    identity: Identity,
    upload: string,
    part: Pick<RangeRequest, 'range' | 'bytes'>,
  ): Promise<Result<UploadState>>;
  finish(identity: Identity, upload: string, body: unknown): Promise<Result<{ readonly document: string }>>;
  discard(identity: Identity, upload: string): Promise<Result<null>>;
  download(identity: Identity, document: string): Promise<Result<SentFile>>;
}

const idOf = ({ params }: RouteRequest): string => params['id'] ?? '';

/** The tab API of files, as data. */
export const fileRoutes = (door: FileDoor): readonly Route[] => [
  { method: 'get', path: filePaths.ofConcern, view: listDocuments, params: (request) => ({ id: idOf(request) }) },
  { method: 'get', path: filePaths.unfinished, handle: (who, request) => door.unfinished(who, idOf(request)) },
  { method: 'post', path: filePaths.begin, handle: (who, request) => door.begin(who, idOf(request), request.body) },
  { method: 'get', path: filePaths.upload, handle: (who, request) => door.state(who, idOf(request)) },
  {
    method: 'put',
    path: filePaths.upload,
    most: largestRange,
    receive: (who, request) => door.receive(who, idOf(request), request),
  },
  { method: 'post', path: filePaths.goOn, handle: (who, request) => door.goOn(who, idOf(request), request.body) },
  { method: 'post', path: filePaths.finish, handle: (who, request) => door.finish(who, idOf(request), request.body) },
  { method: 'post', path: filePaths.discard, handle: (who, request) => door.discard(who, idOf(request)) },
  { method: 'get', path: filePaths.content, file: (who, request) => door.download(who, idOf(request)) },
];

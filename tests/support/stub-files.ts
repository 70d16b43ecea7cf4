import { createHash } from 'node:crypto';
import { raw, type Express, type Request, type Response } from 'express';
import {
  filePaths,
  type BeginUploadRequest,
  type DocumentItem,
  type FinishUploadRequest,
  type GoOnRequest,
  type UnfinishedUpload,
} from '../../src/areas/files/contract.ts';
import { refusedByName } from '../../src/intake/refused-by-name.ts';
import { problems, type ProblemCode } from '../../src/perform/problem.ts';
import { schoolNow } from './stub-concerns.ts';

const usual = {
  digest: 'a'.repeat(64),
  addedBy: 'Priya Raman',
  addedAt: schoolNow,
  filed: 'filed',
  inLibrary: true,
  open: true,
  state: 'clean',
} as const;

/** Files on Ellie's concern in each state that one can be in; invented. */
export const stubDocuments = (): DocumentItem[] => [
  {
    ...usual,
    ...{ id: 'd1', name: 'Letter from the GP <script>alert(1)</script>', kind: 'letter', source: 'health' },
    ...{ size: 182_300, mediaType: 'application/pdf', madeOn: '2026-12-07', madeBy: 'Dr Amara Okafor' },
    retentionLabel: 'Child protection file',
  },
  {
    ...usual,
    ...{ id: 'd2', name: 'Her drawing', kind: 'pupil-work', source: 'child', size: 2_410_000, mediaType: 'image/jpeg' },
    ...{ cleaned: true, inLibrary: false, filed: 'received', state: 'pending-scan', open: false },
  },
  {
    ...usual,
    ...{ id: 'd3', name: 'Invoice', kind: 'other', source: 'not-known', size: 71_000, mediaType: 'application/pdf' },
    ...{ inLibrary: false, state: 'infected', threat: 'Eicar-Test-Signature', open: false },
  },
];

/** The concern that has files, and takes more: Ellie's. */
const concern = '0'.repeat(31) + '1';

const taken = new WeakMap<object, Map<string, Buffer>>();

/** What arrived at a stub, by upload. */
export const arrivedAt = (app: Express): ReadonlyMap<string, Buffer> => taken.get(app) ?? new Map<string, Buffer>();

/** Takes files as the contract says and holds them in memory. */
export function serveStubFiles(app: Express): void {
  let documents = stubDocuments();
  const uploads = new Map<string, { name: string; size: number; bytes: Buffer }>();
  const arrived = new Map<string, Buffer>();
  taken.set(app, arrived);
  const refuse = (response: Response, code: ProblemCode, status: number) =>
    void response.status(status).json({ code, message: problems[code] });
  const stateOf = (id: string) => {
    const upload = uploads.get(id);
    return { id, size: upload?.size ?? 0, arrived: upload?.bytes.length ?? 0 };
  };
  app.get(filePaths.ofConcern, ({ params, headers }, response) => {
    // Kayleigh was given a case: she reads its files.
    const add = params.id === concern && !headers.authorization?.includes('token kayleigh');
    response.json({ items: params.id === concern ? documents : [], add });
  });
  app.post(filePaths.begin, (request: Request, response) => {
    const { form, name, size } = request.body as BeginUploadRequest;
    const unwanted = refusedByName(name);
    if (unwanted) return refuse(response, unwanted, 415);
    if (!uploads.has(form)) uploads.set(form, { name, size, bytes: Buffer.alloc(0) });
    response.json(stateOf(form));
  });
  app.get(filePaths.upload, ({ params }, response) => {
    if (uploads.has(params.id)) response.json(stateOf(params.id));
    else refuse(response, 'upload-gone', 404);
  });
  app.put(
    filePaths.upload,
    raw({ limit: '4mb', type: 'application/octet-stream' }),
    (request: Request<{ id: string }>, response) => {
      const upload = uploads.get(request.params.id);
      if (!upload) return refuse(response, 'upload-gone', 404);
      const from = Number(/^bytes (\d+)-/.exec(request.headers['content-range'] ?? '')?.[1]);
      if (from === upload.bytes.length) upload.bytes = Buffer.concat([upload.bytes, request.body as Buffer]);
      arrived.set(request.params.id, upload.bytes);
      response.json(stateOf(request.params.id));
    },
  );
  app.get(filePaths.unfinished, ({ params }, response) => {
    const all = params.id === concern ? [...uploads] : [];
    response.json(all.map(([id, { name }]): UnfinishedUpload => ({ ...stateOf(id), name, hoursLeft: 23 })));
  });
  app.post(filePaths.goOn, (request: Request<{ id: string }>, response) => {
    const { upto, beginning } = request.body as GoOnRequest;
    const bytes = uploads.get(request.params.id)?.bytes;
    if (!bytes) return refuse(response, 'upload-gone', 404);
    // The tests’ files arrive in one piece of a beginning.
    const piece = createHash('sha256').update(bytes.subarray(0, upto)).digest();
    const there = createHash('sha256').update(piece).digest('hex');
    if (there !== beginning) return refuse(response, 'upload-another-file', 409);
    response.json(stateOf(request.params.id));
  });
  app.post(filePaths.discard, ({ params }: Request<{ id: string }>, response) => {
    uploads.delete(params.id);
    response.json(null);
  });
  app.post(filePaths.finish, (request: Request<{ id: string }>, response) => {
    const { form: _form, again, ...facts } = request.body as FinishUploadRequest;
    if (facts.name === 'Twice' && !again) return refuse(response, 'file-there-already', 409);
    const size = uploads.get(request.params.id)?.size ?? 0;
    const added = { ...usual, ...facts, id: request.params.id, size, mediaType: 'text/plain' };
    uploads.delete(request.params.id);
    documents = [{ ...added, inLibrary: false, filed: 'received', state: 'not-scanned' }, ...documents];
    response.json({ document: request.params.id });
  });
  app.get(filePaths.content, (_request, response) => {
    response.setHeader('Content-Disposition', 'attachment');
    response.type('application/pdf').send(Buffer.from('%PDF-1.7 the letter'));
  });
}

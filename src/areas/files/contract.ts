import type { Filed } from '../concerns/contract.ts';
import type { documentKind, documentSource, documentState } from './fields.ts';

/** Addresses of the tab API for files. */
export const filePaths = {
  /** GET: DocumentPage. */
  ofConcern: '/api/concerns/:id/documents',
  /** POST BeginUploadRequest: UploadState. The same request again finds the same upload. */
  begin: '/api/concerns/:id/uploads',
  /** GET: UnfinishedUpload[], one's own on this concern. */
  unfinished: '/api/concerns/:id/uploads',
  /** GET: UploadState. PUT with `Content-Range`, the bytes as they are: UploadState. */
  upload: '/api/uploads/:id',
  /** POST GoOnRequest: UploadState. Asked before an upload that was begun elsewhere is gone on with. */
  goOn: '/api/uploads/:id/go-on',
  /** POST FinishUploadRequest: `{ document }`. */
  finish: '/api/uploads/:id/finish',
  /** POST: gives an upload up; what came of it is removed. */
  discard: '/api/uploads/:id/discard',
  /** GET: the file itself. */
  content: '/api/documents/:id/content',
} as const;

export interface BeginUploadRequest {
  /** 32 hexadecimal digits, made once for each file that is chosen; becomes the upload's key. */
  readonly form: string;
  /** As the person's device calls it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** How far an upload has come. */
export interface UploadState {
  readonly id: string;
  readonly size: number;
  /** Bytes from the first that are safe: the next range begins here. */
  readonly arrived: number;
}

/** An upload that its person has not finished: the page was closed, or nobody has said yet what it is. */
export interface UnfinishedUpload extends UploadState {
  /** As the person's device called it. */
  readonly name: string;
  /** Whole hours until it is thrown away. */
  readonly hoursLeft: number;
}

/** Proof that a file that was chosen anew begins as the one that was begun. */
export interface GoOnRequest {
  /** Bytes from the first that were looked at: all that have arrived. */
  readonly upto: number;
  /** SHA-256, hexadecimal, over the SHA-256s of these bytes in pieces of `beginningPiece`, one after the other. */
  readonly beginning: string;
}

/** What is said of a file that has arrived. */
export interface DocumentFacts {
  readonly kind: keyof typeof documentKind;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn?: string;
  readonly madeBy?: string;
  readonly source: keyof typeof documentSource;
  /** The person knows that the concern holds this very file already. */
  readonly again?: true;
}

export interface FinishUploadRequest extends DocumentFacts {
  readonly form: string;
}

export interface DocumentItem {
  readonly id: string;
  readonly kind: keyof typeof documentKind;
  readonly name: string;
  readonly madeOn?: string;
  readonly madeBy?: string;
  readonly source: keyof typeof documentSource;
  readonly size: number;
  readonly mediaType: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  /** A picture that was written anew without the place where it was taken. */
  readonly cleaned?: true;
  readonly state: keyof typeof documentState;
  /** What the scan found. */
  readonly threat?: string;
  /** The file lies in the school's library. */
  readonly inLibrary: boolean;
  readonly retentionLabel?: string;
  readonly addedBy: string;
  readonly addedAt: string;
  /** Of its row in SharePoint. */
  readonly filed: Filed;
  /** Whether this person may have the file now. */
  readonly open: boolean;
}

export interface DocumentPage {
  readonly items: readonly DocumentItem[];
  /** Whether this person may add another. */
  readonly add: boolean;
}

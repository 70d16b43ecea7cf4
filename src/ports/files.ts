/** Bytes that can be read again, such as a file of the spool: an upload that broke off goes on in the middle. */
export interface FileSource {
  /** Bytes; does not change while the upload lasts. */
  readonly size: number;
  /** The bytes from `from` up to, not including, `to`: exactly so many. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file to be put into a library. */
export interface FileUpload {
  /** Id of the library's drive. */
  readonly drive: string;
  /** Id of the folder in it, or `root`. */
  readonly folder: string;
  /** A name that only this upload can have: what lies there under it, with these bytes, counts as uploaded. */
  readonly name: string;
  readonly source: FileSource;
  /** Media type; `application/octet-stream` when absent. */
  readonly type?: string;
  /** The address of an upload of this file that broke off, to go on with. */
  readonly session?: string;
  /** Told after each step that SharePoint has confirmed. */
  readonly onProgress?: (progress: UploadProgress) => void;
}

export interface UploadProgress {
  /** Bytes that SharePoint has, of the file's. */
  readonly sent: number;
  readonly size: number;
  /** Where the upload can go on after a restart. It opens without a token, so it is kept like one. */
  readonly session?: string;
}

/** A file as it lies in a library. */
export interface FiledFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly eTag: string;
  readonly webUrl: string;
}

export type UploadEnd =
  | { readonly ok: true; readonly file: FiledFile }
  /** Something else lies there under this name; it was left alone. */
  | { readonly ok: false; readonly reason: 'name-taken' }
  /** SharePoint will not have it: the status, and Graph's code where it gave one. */
  | { readonly ok: false; readonly reason: 'refused'; readonly status: number; readonly code?: string }
  /** No answer in good time. Whether the file is there is not known; the same upload may be tried again later. */
  | { readonly ok: false; readonly reason: 'no-answer'; readonly session?: string };

/** Where a file lies. */
export interface FilePlace {
  /** Id of the library's drive, and of the file in it. */
  readonly drive: string;
  readonly item: string;
}

export type DownloadEnd =
  /** Throws where they break off. */
  | { readonly ok: true; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly ok: false; readonly reason: 'gone' | 'no-answer' }
  | { readonly ok: false; readonly reason: 'refused'; readonly status: number };

/** Puts files into SharePoint, and fetches them. */
export interface Files {
  /** Fetches a file as it is now. What can go wrong before its first byte is a value. */
  download(place: FilePlace): Promise<DownloadEnd>;
  /**
   * Uploads a file, once: a second call with the same name and bytes finds the first one's file. Nothing shows in the
   * library before the last byte. What can go wrong is a value; it throws only what the source throws.
   */
  upload(file: FileUpload): Promise<UploadEnd>;
}

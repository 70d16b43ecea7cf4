/**
 * The fields of a document and their words: labels, lengths, choices. The tab imports this file, so it holds data only.
 */
export const documentKind = {
  letter: 'Letter or e-mail',
  report: 'Report or assessment',
  'meeting-record': 'Minutes or record of a meeting',
  'notes-of-talk': 'Notes of a talk',
  photograph: 'Photograph or screenshot',
  'pupil-work': 'A child’s own work or words',
  recording: 'Sound or video recording',
  'transferred-file': 'Part of a file from an earlier school',
  'court-document': 'Court order or legal paper',
  other: 'Something else',
} as const;

/** From whose hands it came. */
export const documentSource = {
  'our-school': 'Our school',
  child: 'The child',
  'parent-carer': 'Parent or carer',
  'childrens-social-care': 'Children’s social care',
  police: 'Police',
  health: 'Health',
  'other-school': 'Another school',
  'other-agency': 'Another agency',
  'not-known': 'Not known',
} as const;

/** Whether its bytes may be given to anybody. Only `clean` and `not-scanned` are ever filed or opened. */
export const documentState = {
  'pending-scan': 'Waits for the virus scan',
  clean: 'Scanned, nothing found',
  'not-scanned': 'Not scanned for viruses',
  infected: 'Refused: the virus scan found something',
  missing: 'Lost before it was filed',
} as const;

/** `misfiled`: it hung on an entry for the wrong child and went into the restricted register with it. */
export const documentStanding = { misfiled: 'Misfiled' } as const;

export const documentFields = {
  concernId: { kind: 'text', label: 'Concern id', max: 32, required: true, indexed: true },
  concernRef: { kind: 'text', label: 'Concern', max: 20, required: true },
  /** Whose minutes it holds, where Lantern made it of minutes. */
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, indexed: true },
  kind: { kind: 'choice', label: 'What is it?', of: documentKind, required: true },
  /** `Title` is the list's own column. */
  name: { kind: 'text', label: 'What it is called', max: 200, required: true, sensitive: true },
  madeOn: { kind: 'text', label: 'Date of the document', max: 10 },
  madeBy: { kind: 'text', label: 'Who made it', max: 200, sensitive: true },
  source: { kind: 'choice', label: 'Where did it come from?', of: documentSource, required: true },
  fileName: { kind: 'text', label: 'File in the library', max: 60, required: true },
  mediaType: { kind: 'text', label: 'Media type', max: 100, required: true },
  size: { kind: 'count', label: 'Bytes', required: true },
  digest: { kind: 'text', label: 'SHA-256 of what is kept', max: 64, required: true },
  /** Of what the person chose: another than `digest` where a picture lost the place where it was taken. */
  originalDigest: { kind: 'text', label: 'SHA-256 of what was added', max: 64, required: true },
  state: { kind: 'choice', label: 'Virus scan', of: documentState, required: true, indexed: true },
  scannedAt: { kind: 'instant', label: 'Scanned at' },
  threat: { kind: 'text', label: 'What the scan found', max: 200 },
  driveId: { kind: 'text', label: 'Library id', max: 255 },
  driveItemId: { kind: 'text', label: 'File id in the library', max: 255, indexed: true },
  webUrl: { kind: 'long', label: 'Address in SharePoint', max: 4_000 },
  retentionLabel: { kind: 'text', label: 'Retention label', max: 255 },
  placedAt: { kind: 'instant', label: 'In the library since' },
  addedById: { kind: 'text', label: 'Added by id', max: 36, required: true },
  addedByName: { kind: 'text', label: 'Added by', max: 255, required: true },
  addedAt: { kind: 'instant', label: 'Added at', required: true },
  standing: { kind: 'choice', label: 'Standing', of: documentStanding },
} as const;

/** What a file may be. The ending of its name must agree with what is in it. */
export const fileEndings = [
  ...(['pdf', 'jpg', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx', 'odt'] as const),
  ...(['txt', 'csv', 'eml', 'msg', 'mp3', 'm4a', 'wav', 'mp4'] as const),
] as const;

/** 100 MB. */
export const largestFile = 100 * 1_048_576;

/** Uploads that nobody has finished so many hours after they were begun are thrown away. */
export const unfinishedHours = 24;

/** Bytes in one piece of a file's beginning that is compared: a telephone need not hold more at a time. */
export const beginningPiece = 4 * 1_048_576;

/** As much as one request carries. */
export const largestRange = 4 * 1_048_576;

/** As what minutes are filed: one to read on for ever, one to go on working with. */
export const paperFormats = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf', label: 'PDF/A' },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word',
  },
} as const;
export type PaperFormat = keyof typeof paperFormats;

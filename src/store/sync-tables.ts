/** The tables that a sync reads into: of the generation that is served, or of one that a rebuild fills. */
export interface SyncTables {
  /** @param name of a record type, or of the sync's own tables `synced`, `toRead`, `outside` */
  of(name: string): string;
}

export const servedTables: SyncTables = { of: (name) => name };
export const nextTables: SyncTables = { of: (name) => `${name}~next` };

/** The sync's own tables. */
export const ownOfSync = ['synced', 'toRead', 'outside'] as const;

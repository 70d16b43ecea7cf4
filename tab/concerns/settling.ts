import type { DifferencePage, SettleRequest } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import type { Api } from '../api/create-api.ts';
import type { ShownFields } from './field-text.ts';

/** How the stopped filing of a kind of record is asked about and decided. */
export interface Settling {
  readonly fields: ShownFields;
  readonly differences: (api: Api) => (id: string) => Promise<DifferencePage>;
  readonly settle: (api: Api) => (id: string, request: SettleRequest) => Promise<unknown>;
}

export const settlingOfConcerns: Settling = {
  fields: concernFields,
  differences: (api) => api.differences,
  settle: (api) => api.settle,
};

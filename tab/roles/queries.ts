import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/create-api.ts';

/** Who is what; each asking is a look. */
export const rolesQuery = (api: Api) => queryOptions({ queryKey: ['roles'], queryFn: () => api.roles(), gcTime: 0 });

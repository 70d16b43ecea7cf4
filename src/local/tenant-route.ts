import type { Answer } from './graph/answer.ts';
import type { TenantCall } from './graph/tenant-call.ts';
import type { Workloads } from './workloads.ts';

export type TenantHandler = (call: TenantCall, tenant: Workloads) => Answer;

/** Lets a call through, or throws the workload's own GraphFault 403. */
export type Gate = (call: TenantCall, tenant: Workloads) => void;

export type TenantRoute = readonly ['get' | 'post' | 'patch' | 'delete', string, Gate, TenantHandler];

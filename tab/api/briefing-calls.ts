import {
  briefingPaths as paths,
  type AddProcedureRequest,
  type BriefingDesk,
  type BriefingDetail,
  type BriefingForm,
  type ChaseBriefingRequest,
  type ChasedBriefing,
  type ConfirmReadRequest,
  type CorrectProcedureRequest,
  type OwnBriefing,
  type ProcedureDesk,
  type RetireProcedureRequest,
  type SendBriefingRequest,
  type SentBriefing,
  type WithdrawBriefingRequest,
} from '../../src/areas/briefings/contract.ts';
import type { createCall } from './call.ts';
import { pathTo } from './path-to.ts';

/** The part of the tab API that is about briefings and local procedures. */
export const briefingCalls = (call: ReturnType<typeof createCall>) => ({
  briefings: () => call<BriefingDesk>(paths.briefings),
  briefingForm: () => call<BriefingForm>(paths.form),
  sendBriefing: (body: SendBriefingRequest) => call<SentBriefing>(paths.briefings, body),
  ownBriefing: (id: string) => call<OwnBriefing>(pathTo(paths.own, { id })),
  confirmRead: (id: string, body: ConfirmReadRequest) => call<unknown>(pathTo(paths.confirm, { id }), body),
  briefing: (id: string) => call<BriefingDetail>(pathTo(paths.receipts, { id })),
  chaseBriefing: (id: string, body: ChaseBriefingRequest) => call<ChasedBriefing>(pathTo(paths.chase, { id }), body),
  withdrawBriefing: (id: string, body: WithdrawBriefingRequest) => call<unknown>(pathTo(paths.withdraw, { id }), body),
  procedures: () => call<ProcedureDesk>(paths.procedures),
  addProcedure: (body: AddProcedureRequest) => call<unknown>(paths.procedures, body),
  correctProcedure: (id: string, body: CorrectProcedureRequest) =>
    call<unknown>(pathTo(paths.correctProcedure, { id }), body),
  retireProcedure: (id: string, body: RetireProcedureRequest) =>
    call<unknown>(pathTo(paths.retireProcedure, { id }), body),
});

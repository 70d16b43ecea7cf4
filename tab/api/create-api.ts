import { alertPaths, type DutyContact } from '../../src/areas/alerts/contract.ts';
import {
  actionPaths,
  type ActionDesk,
  type ActionRequest,
  type CompleteRequest,
  type ConcernActions,
  type CreateActionRequest,
  type OwnerPage,
  type ReasonRequest,
} from '../../src/areas/actions/contract.ts';
import {
  concernPaths,
  type AcknowledgeRequest,
  type AddendumRequest,
  type AddPersonRequest,
  type CandidatePage,
  type ChildConcernPage,
  type ChildRequest,
  type ChildRoleRequest,
  type ComparedPage,
  type ConcernDetail,
  type ConcernFilter,
  type ConcernPage,
  type Desk,
  type DifferencePage,
  type EscalateRequest,
  type FoundChildren,
  type HandOverRequest,
  type HistoryPage,
  type LeadPage,
  type LookUpRequest,
  type LowLevelRequest,
  type ManyAnswer,
  type MisfiledRequest,
  type ReEntered,
  type RegisterPage,
  type RegisteredEntry,
  type OutsidePage,
  type PersonPage,
  type RelatedPage,
  type ReportPage,
  type ReportReceipt,
  type ReportRequest,
  type RoutedPage,
  type SearchRequest,
  type SettleRequest,
  type TakeRequest,
  type TriageRequest,
  type WithdrawPersonRequest,
} from '../../src/areas/concerns/contract.ts';
import {
  peoplePaths,
  type AddAgencyRequest,
  type AgencyDesk,
  type ApplyRequest,
  type ChildPage,
  type CorrectAgencyRequest,
  type DiscardRequest,
  type MergeRequest,
  type PreviewRequest,
  type RetireAgencyRequest,
  type RosterDesk,
  type RosterPreview,
} from '../../src/areas/people/contract.ts';
import {
  filePaths,
  type BeginUploadRequest,
  type DocumentPage,
  type FinishUploadRequest,
  type GoOnRequest,
  type UnfinishedUpload,
  type UploadState,
} from '../../src/areas/files/contract.ts';
import {
  rolePaths,
  type ActingLeadRequest,
  type GivenRole,
  type GiveRoleRequest,
  type NameToLookUp,
  type RoleDaysRequest,
  type RoleDesk,
  type RoleRequest,
  type TrustStaffFound,
} from '../../src/areas/roles/contract.ts';
import {
  staffConcernPaths,
  type CaseManagerRequest,
  type CloseStaffRequest,
  type Colleague,
  type JudgeStaffRequest,
  type LadoAnswer,
  type StaffActRequest,
  type StaffConcernDetail,
  type StaffConcernPage,
  type StaffNoteRequest,
  type StaffReported,
  type StaffReportPage,
  type StaffReportRequest,
  type SubjectRequest,
} from '../../src/areas/staff-concerns/contract.ts';
import {
  journalPaths,
  type JournalFile,
  type JournalFilter,
  type JournalPage,
  type Printed,
  type ProofDesk,
  type ProveRequest,
  type SeenPage,
  type UnusualPage,
} from '../../src/areas/journal/contract.ts';
import { settingsPaths, type HealthDesk, type LookAgainRequest } from '../../src/areas/settings/contract.ts';
import { meetingPaths } from '../../src/areas/meetings/contract.ts';
import { deskPaths, type DeskPerson } from '../../src/areas/desk/contract.ts';
import { briefingCalls } from './briefing-calls.ts';
import { createCall, type CallSettings } from './call.ts';
import { createTransfer } from './create-transfer.ts';
import { channelCalls } from './channel-calls.ts';
import { letterCalls } from './letter-calls.ts';
import { meetingCalls } from './meeting-calls.ts';
import { needToKnowCalls } from './need-to-know-calls.ts';
import { pathTo } from './path-to.ts';

/** A roster takes its time on a slow line, and School Data Sync is asked class by class. */
const uploadMs = 120_000;

/** Lantern's tab API as the screens use it. Every function throws ApiFailure and nothing else. */
export function createApi(settings: CallSettings) {
  const call = createCall(settings);
  const transfer = createTransfer(settings);
  return {
    person: () => call<DeskPerson>(deskPaths.person),
    desk: (filter: ConcernFilter) => call<Desk>(`${concernPaths.desk}${asked({ ...filter })}`),
    /** @param before cursor from the page that stands above */
    concerns: (filter: ConcernFilter, before: string) =>
      call<ConcernPage>(`${concernPaths.concerns}${asked({ ...filter, before })}`),
    search: (body: SearchRequest) => call<ConcernPage>(concernPaths.search, body),
    concern: (id: string) => call<ConcernDetail>(pathTo(concernPaths.concern, { id })),
    candidates: (id: string) => call<CandidatePage>(pathTo(concernPaths.candidates, { id })),
    compare: (id: string) => call<ComparedPage>(pathTo(concernPaths.compare, { id })),
    children: (id: string, body: LookUpRequest) => call<FoundChildren>(pathTo(concernPaths.children, { id }), body),
    persons: (id: string) => call<PersonPage>(pathTo(concernPaths.persons, { id })),
    addPerson: (id: string, body: AddPersonRequest) => call<unknown>(pathTo(concernPaths.persons, { id }), body),
    withdrawPerson: (id: string, body: WithdrawPersonRequest) =>
      call<unknown>(pathTo(concernPaths.withdrawPerson, { id }), body),
    childRole: (id: string, body: ChildRoleRequest) => call<unknown>(pathTo(concernPaths.childRole, { id }), body),
    differences: (id: string) => call<DifferencePage>(pathTo(concernPaths.differences, { id })),
    settle: (id: string, body: SettleRequest) => call<unknown>(pathTo(concernPaths.settle, { id }), body),
    reports: () => call<ReportPage>(concernPaths.reports),
    duty: () => call<DutyContact>(alertPaths.duty),
    report: (body: ReportRequest) => call<ReportReceipt>(concernPaths.reports, body),
    take: (id: string, body: TakeRequest) => call<unknown>(pathTo(concernPaths.take, { id }), body),
    actions: () => call<ActionDesk>(actionPaths.actions),
    concernActions: (id: string) => call<ConcernActions>(pathTo(actionPaths.ofConcern, { id })),
    actionOwners: (id: string) => call<OwnerPage>(pathTo(actionPaths.owners, { id })),
    createAction: (id: string, body: CreateActionRequest) => call<unknown>(pathTo(actionPaths.ofConcern, { id }), body),
    acceptAction: (id: string, body: ActionRequest) => call<unknown>(pathTo(actionPaths.accept, { id }), body),
    completeAction: (id: string, body: CompleteRequest) => call<unknown>(pathTo(actionPaths.complete, { id }), body),
    verifyAction: (id: string, body: ActionRequest) => call<unknown>(pathTo(actionPaths.verify, { id }), body),
    reopenAction: (id: string, body: ReasonRequest) => call<unknown>(pathTo(actionPaths.reopen, { id }), body),
    cancelAction: (id: string, body: ReasonRequest) => call<unknown>(pathTo(actionPaths.cancel, { id }), body),
    child: (id: string, body: ChildRequest) => call<unknown>(pathTo(concernPaths.child, { id }), body),
    triage: (id: string, body: TriageRequest) => call<unknown>(pathTo(concernPaths.triage, { id }), body),
    lowLevel: (body: LowLevelRequest) => call<ManyAnswer>(concernPaths.lowLevel, body),
    outside: (id: string) => call<OutsidePage>(pathTo(concernPaths.outside, { id })),
    history: (id: string) => call<HistoryPage>(pathTo(concernPaths.history, { id })),
    related: (id: string) => call<RelatedPage>(pathTo(concernPaths.related, { id })),
    leads: (id: string) => call<LeadPage>(pathTo(concernPaths.leads, { id })),
    handOver: (id: string, body: HandOverRequest) => call<unknown>(pathTo(concernPaths.handOver, { id }), body),
    escalate: (id: string, body: EscalateRequest) => call<unknown>(pathTo(concernPaths.escalate, { id }), body),
    misfile: (id: string, body: MisfiledRequest) => call<ReEntered>(pathTo(concernPaths.misfile, { id }), body),
    misfiled: () => call<RegisterPage>(concernPaths.register),
    misfiledEntry: (id: string) => call<RegisteredEntry>(pathTo(concernPaths.registered, { id })),
    addAddendum: (id: string, body: AddendumRequest) => call<unknown>(pathTo(concernPaths.addenda, { id }), body),
    routed: () => call<RoutedPage>(concernPaths.routed),
    acknowledge: (id: string, body: AcknowledgeRequest) =>
      call<unknown>(pathTo(concernPaths.acknowledge, { id }), body),
    childPage: (id: string) => call<ChildPage>(pathTo(peoplePaths.child, { id })),
    mergeChildren: (id: string, body: MergeRequest) => call<unknown>(pathTo(peoplePaths.merge, { id }), body),
    unmergeChildren: (id: string, body: MergeRequest) => call<unknown>(pathTo(peoplePaths.unmerge, { id }), body),
    concernsOfChild: (id: string) => call<ChildConcernPage>(pathTo(concernPaths.ofChild, { id })),
    agencies: () => call<AgencyDesk>(peoplePaths.agencies),
    addAgency: (body: AddAgencyRequest) => call<unknown>(peoplePaths.agencies, body),
    correctAgency: (id: string, body: CorrectAgencyRequest) =>
      call<unknown>(pathTo(peoplePaths.correctAgency, { id }), body),
    retireAgency: (id: string, body: RetireAgencyRequest) =>
      call<unknown>(pathTo(peoplePaths.retireAgency, { id }), body),
    documents: (id: string) => call<DocumentPage>(pathTo(filePaths.ofConcern, { id })),
    beginUpload: (id: string, body: BeginUploadRequest) => call<UploadState>(pathTo(filePaths.begin, { id }), body),
    unfinishedUploads: (id: string) => call<readonly UnfinishedUpload[]>(pathTo(filePaths.unfinished, { id })),
    goOnUpload: (id: string, body: GoOnRequest) => call<UploadState>(pathTo(filePaths.goOn, { id }), body, uploadMs),
    uploadState: (id: string) => call<UploadState>(pathTo(filePaths.upload, { id })),
    sendRange: (id: string, range: string, bytes: Blob, signal: AbortSignal) =>
      transfer.send(pathTo(filePaths.upload, { id }), range, bytes, signal),
    finishUpload: (id: string, body: FinishUploadRequest) =>
      call<unknown>(pathTo(filePaths.finish, { id }), body, uploadMs),
    discardUpload: (id: string) => call<unknown>(pathTo(filePaths.discard, { id }), {}),
    documentFile: (id: string) => transfer.fetch(pathTo(filePaths.content, { id })),
    paperFile: (id: string, paper: string) => transfer.fetch(pathTo(meetingPaths.paperFile, { id, paper })),
    roles: () => call<RoleDesk>(rolePaths.roles),
    giveRole: (body: GiveRoleRequest) => call<GivenRole>(rolePaths.roles, body),
    lookUpTrustStaff: (body: NameToLookUp) => call<TrustStaffFound>(rolePaths.people, body),
    appointActingLead: (body: ActingLeadRequest) => call<unknown>(rolePaths.acting, body),
    confirmRole: (id: string, body: RoleRequest) => call<unknown>(pathTo(rolePaths.confirm, { id }), body),
    changeRoleDays: (id: string, body: RoleDaysRequest) => call<unknown>(pathTo(rolePaths.days, { id }), body),
    endRole: (id: string, body: RoleRequest) => call<unknown>(pathTo(rolePaths.end, { id }), body),
    matters: () => call<StaffConcernPage>(staffConcernPaths.list),
    matter: (id: string) => call<StaffConcernDetail>(pathTo(staffConcernPaths.one, { id })),
    colleagues: (id: string) => call<readonly Colleague[]>(pathTo(staffConcernPaths.colleagues, { id })),
    matterDifferences: (id: string) => call<DifferencePage>(pathTo(staffConcernPaths.differences, { id })),
    settleMatter: (id: string, body: SettleRequest) => call<unknown>(pathTo(staffConcernPaths.settle, { id }), body),
    takeMatter: (id: string, body: StaffActRequest) => call<unknown>(pathTo(staffConcernPaths.take, { id }), body),
    matterSubject: (id: string, body: SubjectRequest) => call<unknown>(pathTo(staffConcernPaths.subject, { id }), body),
    giveMatter: (id: string, body: CaseManagerRequest) =>
      call<unknown>(pathTo(staffConcernPaths.manager, { id }), body),
    judgeMatter: (id: string, body: JudgeStaffRequest) => call<unknown>(pathTo(staffConcernPaths.judge, { id }), body),
    closeMatter: (id: string, body: CloseStaffRequest) => call<unknown>(pathTo(staffConcernPaths.close, { id }), body),
    addToMatter: (id: string, body: StaffNoteRequest) => call<unknown>(pathTo(staffConcernPaths.notes, { id }), body),
    staffReports: () => call<StaffReportPage>(staffConcernPaths.reports),
    reportStaff: (body: StaffReportRequest) => call<StaffReported>(staffConcernPaths.reports, body),
    lado: () => call<LadoAnswer>(staffConcernPaths.lado),
    ...briefingCalls(call),
    ...channelCalls(call),
    ...letterCalls(call),
    ...meetingCalls(call),
    ...needToKnowCalls(call),
    health: () => call<HealthDesk>(settingsPaths.health),
    lookAgain: (body: LookAgainRequest) => call<HealthDesk>(settingsPaths.health, body),
    journal: (filter: JournalFilter, before?: string) =>
      call<JournalPage>(`${journalPaths.journal}${asked({ ...filter, ...(before !== undefined && { before }) })}`),
    exportJournal: (body: JournalFilter & { readonly form: string }) => call<JournalFile>(journalPaths.export, body),
    printConcern: (id: string) => call<Printed>(pathTo(concernPaths.print, { id }), {}),
    printChild: (id: string) => call<Printed>(pathTo(peoplePaths.printChild, { id }), {}),
    printJournal: () => call<Printed>(journalPaths.print, {}),
    seen: (id: string) => call<SeenPage>(pathTo(journalPaths.seen, { id })),
    unusual: () => call<UnusualPage>(journalPaths.unusual),
    proof: () => call<ProofDesk>(journalPaths.proof),
    prove: (body: ProveRequest) => call<ProofDesk>(journalPaths.proof, body),
    roster: () => call<RosterDesk>(peoplePaths.roster),
    previewRoster: (body: PreviewRequest) => call<RosterPreview>(peoplePaths.previewRoster, body, uploadMs),
    applyRoster: (body: ApplyRequest) => call<RosterDesk>(peoplePaths.applyRoster, body),
    discardRoster: (body: DiscardRequest) => call<RosterDesk>(peoplePaths.discardRoster, body),
  };
}

/** The query of an address; empty without values. */
function asked(values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(values).toString();
  return query === '' ? '' : `?${query}`;
}

export type Api = ReturnType<typeof createApi>;

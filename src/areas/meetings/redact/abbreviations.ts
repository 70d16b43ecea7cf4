/**
 * Letters that every school writes and that are nobody's initials where it is not known that they are: of a thousand children one has
 * any two letters. Of a child whom a meeting is about they are hidden all the same.
 */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    'dsl ddsl dsp sen send senco senda ehcp ehc eh cp cpp cin cla lac pep taf tac icpc rcpc mash mace marac lado cme ce cse cce fgm ' +
    'hsb hbt nrpf edp rse pshe re pe it ict dt mfl eal pp fsm ht aht dht slt smt hod hoy ta hlta lsa la sw ssw iro ewo eia gp ae ' +
    'camhs cahms nhs nspcc ofsted dfe kcsie gdpr dpo sar foi ap pru asd asc adhd add odd ocd slcn semh vi hi pd ok id tv pc uk gb ' +
    'eu us am pm uk bbc ks cctv tbc tba na ps fao asap rag ui tafs ppt pdf dob upn dv da tb hr em gcse btec nqt ect mat'
  ).split(' '),
);

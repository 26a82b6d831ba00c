/** Absences, facts of `person-<uuid>`. */
export interface AbsenceFacts {
  /** Somebody is away, and another one does what is to be done. */
  AbsenceRecorded: {
    personId: string;
    absenceId: string;
    /** The first and the last day. */
    from: string;
    to: string;
    deputyId: string;
  };
}

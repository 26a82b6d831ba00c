/** Skipped for good; for any other reason a step stays due, and comes again when the reason is gone. */
const FINAL: readonly unknown[] = ['superseded', 'before-cut-over', 'bounced-address'];

/** Whether nothing more comes of a step. */
export const isFinal = (status: string, code: string | null | undefined): boolean =>
  status !== 'skipped' || FINAL.includes(code);

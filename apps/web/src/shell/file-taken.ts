let taken: File | undefined;

/** A file that is taken along to another page: no address can hold it. */
export const takeAlong = (file: File): void => void (taken = file);

export const fileTaken = (): File | undefined => taken;

/** Whoever has taken it says so: nobody takes it twice. */
export const layDown = (): void => void (taken = undefined);

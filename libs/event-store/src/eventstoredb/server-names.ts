let asked = false;

/**
 * The gRPC library names the server in its TLS greeting by the host of the address, and Node warns on the terminal,
 * once a process, when that is a number as 127.0.0.1 is. Certificates are checked for such hosts all the same, and
 * nobody who reads the warning could do anything about it.
 */
export function allowNumbersAsServerNames(): void {
  if (asked) return;
  asked = true;
  const warn = process.emitWarning.bind(process) as (...words: unknown[]) => void;
  const warnOfOthers = (...words: unknown[]): void => {
    if (!words.includes('DEP0123')) warn(...words);
  };
  process.emitWarning = warnOfOthers;
}

/**
 * Questions to which the invoices of a page have the same answer (their customer, how that customer pays): each is asked once. Kept as
 * long as the page, so it holds no more than the page has customers.
 */
export class AskedOnce {
  private readonly answers = new Map<string, Promise<unknown>>();

  of<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(question) as Promise<Answer> | undefined;
    if (known) return known;
    const answer = ask();
    this.answers.set(question, answer);
    // Whoever asks next tries again.
    answer.catch(() => this.answers.delete(question));
    return answer;
  }
}

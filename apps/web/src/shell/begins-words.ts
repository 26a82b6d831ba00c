/** Whether each word that was typed begins a word of the text, in small letters or capitals. */
export function beginsWords(text: string, typed: string): boolean {
  const words = text.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  const asked = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return asked.every((one) => words.some((word) => word.startsWith(one)));
}

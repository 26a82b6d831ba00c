import type { Page } from 'playwright-core';

/** Opens a dialog by its button, fills it, waits until it says what it records, and sends it by keys. */
export async function give(page: Page, button: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: button });
  for (const [label, text] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByRole('region', { name: 'This records' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

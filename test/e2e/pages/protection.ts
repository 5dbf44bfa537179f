import { expect, type Page } from '@playwright/test';

export interface Witness {
  readonly codeName: string;
  readonly unit: string;
  readonly reference: string;
  readonly guarantee: string;
  readonly call: { readonly name: string; readonly number: string };
}

/** Fills the form of a protected witness that is open. */
export async function writeWitness(page: Page, { codeName, unit, reference, guarantee, call }: Witness): Promise<void> {
  await page.getByRole('textbox', { name: 'Code name' }).fill(codeName);
  await page.getByRole('textbox', { name: 'Protection unit', exact: true }).fill(unit);
  await page.getByRole('textbox', { name: 'The unit\'s reference' }).fill(reference);
  await page.getByRole('button', { name: 'Add a guarantee' }).click();
  // A new item is blank and not wrong yet.
  await expect(page.getByText('This is needed.')).toHaveCount(0);
  await page.getByRole('group', { name: 'Guarantee 1' }).getByRole('textbox', { name: 'What is guaranteed' }).fill(guarantee);
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const contact = page.getByRole('group', { name: 'Contact 1' });
  await contact.getByRole('textbox', { name: 'Name' }).fill(call.name);
  await contact.getByRole('textbox', { name: 'Number' }).fill(call.number);
}


import type { Page } from '@playwright/test';
import { standStill } from '../stand-still.ts';

/** A text that a person sees or hears, and where: `button[aria-label]`. */
export interface Shown {
  readonly text: string;
  readonly at: string;
}

/** Everything that the screen says now: texts, names for those who hear it, placeholders, what a choice stands at. */
export async function shownOn(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    // What is written in belongs to whoever writes, keys and fingerprints to nobody.
    const written = '[contenteditable="true"], textarea, canvas, script, style, .ProseMirror, [data-testid="recovery-key"], [data-testid="pairing-code"], [data-testid="fingerprint"]';
    const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const found = new Map<string, { text: string; at: string }>();
    const take = (text: string | null, element: Element, attribute = '') => {
      const said = (text ?? '').replaceAll(/\s+/g, ' ').trim();
      const at = `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ').at(-1) ?? ''}` : ''}${attribute === '' ? '' : `[${attribute}]`}`;
      if (said !== '') found.set(`${said} ${at}`, { text: said, at });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // What was looked for is marked: the mark is a part of what stands around it.
      const own = node.parentElement;
      const marked = own !== null && (own.localName === 'mark' || own.querySelector(':scope > mark') !== null);
      const parent = own?.localName === 'mark' ? own.parentElement : own;
      if (parent !== null && parent.closest(written) === null && parent.checkVisibility({ visibilityProperty: true })) take(marked ? parent.textContent : node.textContent, parent);
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      for (const name of spoken) take(element.getAttribute(name), element, name);
      if (element instanceof HTMLInputElement && (element.getAttribute('aria-haspopup') === 'listbox' || element.readOnly)) take(element.value, element, 'value');
    }
    return [...found.values()];
  });
}

/** Waits until the screen says the same twice: answers of the engine may still be drawn. */
export async function settled(page: Page): Promise<readonly Shown[]> {
  let before = '';
  for (let round = 0; round < 40; round += 1) {
    await standStill(page);
    const shown = await shownOn(page);
    const now = JSON.stringify(shown);
    if (now === before) return shown;
    before = now;
    await page.waitForTimeout(80);
  }
  return shownOn(page);
}

/** Texts of the pseudo language that are cut off, or stand outside the window, where a person must be able to read them whole. */
export async function cutOff(page: Page): Promise<readonly Shown[]> {
  const first = await cutOffNow(page);
  if (first.length === 0) return first;
  // What slides in stands outside for a moment.
  await page.waitForTimeout(400);
  await standStill(page);
  const still = new Set((await cutOffNow(page)).map((one) => one.text));
  return first.filter((one) => still.has(one.text));
}

async function cutOffNow(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    const whole = 'button, [role="tab"], [role="menuitem"], label, summary, h1, h2, nav a, legend, th, [role="option"]';
    const found: { text: string; at: string }[] = [];
    // What people wrote may be long without end, and is shortened where it stands in a line.
    const isOurs = (text: string) => text.startsWith('⟦') && !/\p{L}/u.test(text.replaceAll(/⟦[^⟦⟧]*⟧/g, '').replaceAll(/⟦[^⟦⟧]*⟧/g, ''));
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    for (const element of document.body.querySelectorAll<HTMLElement>(whole)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.only-heard') !== null) continue;
      const text = element.innerText.replaceAll(/\s+/g, ' ').trim();
      if (!isOurs(text)) continue;
      const cut = [element, ...element.querySelectorAll<HTMLElement>('*')].some((one) => (one.textContent ?? '').trim() !== '' && getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1);
      const box = element.getBoundingClientRect();
      // Notices come and go over the edge.
      const slides = element.closest('.mantine-Notifications-root') !== null;
      const outside = (box.right > innerWidth + 1 || box.left < -1) && !slides && !scrolls(element.parentElement);
      if (cut || outside) found.push({ text, at: `${element.localName} ${cut ? 'cut' : 'outside'}` });
    }
    return found;
  });
}

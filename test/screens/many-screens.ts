import type { Page } from '@playwright/test';
import type { RecordId } from '../../core/ids.ts';
import { openLaptop } from '../e2e/laptop.ts';
import { workAlone, type Person } from '../e2e/pages/gate.ts';
import type { Album } from './album.ts';
import { saveByEngine, watchEngine } from './engine-of.ts';
import { draw } from './looks.ts';
import { goToPlace } from './sample-screens.ts';

const person: Person = { name: 'Доротеја Константиновић-Радосављевић', country: 'Croatia', institution: 'Ured za suzbijanje korupcije i organiziranoga kriminaliteta, Odsjek za međunarodnu suradnju', passphrase: 'kestrel umbrella lantern parish' };
const longTitle = 'Набавка, прерада и прекогранично кријумчарење деактивираног ватреног оружја преко лука Бар и Драч у периоду од јануара до новембра';

const people = ['Đorđe Vukanović', 'Арсеније Миљковић', 'Gëzim Hoxhaj', 'Luca Sammartino', 'Стојан Петковски', 'Amra Kolar', 'Zvonimir Horvatinčić', 'Ilir Kodra', 'Besnik Shala', 'Милош Обрадовић'];
const things = [['Vehicle', 'PG CD 4'], ['PhoneNumber', '+382 67 555 9'], ['Firearm', 'Pistol ZX 04'], ['Company', 'Јадран–Дунав трговина и посредовање д.о.о. '], ['Address', 'Skladište br. ']] as const;

/** Much of everything, with names as long as they get. */
export async function pictureMany(album: Album): Promise<void> {
  const laptop = await openLaptop();
  const { page } = laptop;
  try {
    await watchEngine(page);
    await workAlone(page, person);
    const one = await writeMuch(page);
    for (const look of album.looks) {
      await album.scene(page, `many, drawn as${look.suffix || ' it comes'}`, () => draw(laptop, look));
      for (const [name, place] of [
        ['cases', '/cases'], ['case', `/cases/${one}`], ['notes', `/cases/${one}/notes`], ['diagram', `/cases/${one}/diagram`], ['diagram-window', `/diagram/case/${one}`],
        ['timeline', `/cases/${one}/timeline`], ['contacts', '/contacts'], ['twice', '/contacts/duplicates'], ['today', '/today'],
      ] as const) {
        await album.scene(page, `many-${name}${look.suffix}`, async () => {
          await goToPlace(page, place);
          if (name.startsWith('diagram')) await page.getByRole('button', { name: 'Arrange' }).and(page.locator(':not([data-loading])')).waitFor();
          await album.picture(page, `many-${name}${look.suffix}`);
        });
      }
    }
  } finally {
    await laptop.discard();
  }
}

async function writeMuch(page: Page): Promise<RecordId> {
  const one = (await saveByEngine(page, 'case', {
    title: longTitle, reference: 'JWG-F 01/2026-ПОВ', countries: ['MNE', 'ALB', 'ITA', 'SRB', 'MKD', 'BIH', 'HRV', 'XKX'] as never, phase: 'investigation', lead: person.name,
    summary: 'Деактивирано оружје купује се преко огласа, реактивира у радионици и препродаје на две стране.',
  })) as RecordId;
  for (let at = 0; at < 60; at += 1) await saveByEngine(page, 'note', { title: at % 3 === 0 ? `${longTitle}, ${String(at)}` : `Bisedë me zyrën e ndërlidhjes ${String(at)}`, case: one, day: `2026-${String((at % 11) + 1).padStart(2, '0')}-12` as never, place: 'Скопље' });
  await writeNetwork(page, one);
  for (const name of ['Милена Ђорђевић', 'Milena Đorđević', 'Milena Djordjević']) await saveByEngine(page, 'contact', { name, country: 'SRB', institution: 'Тужилаштво за организовани криминал' });
  return one;
}

/** Forty subjects and what ties them: each to one before, some across. */
async function writeNetwork(page: Page, one: RecordId): Promise<void> {
  const subjects: RecordId[] = [];
  for (let at = 0; at < 40; at += 1) {
    const [schema, name] = at % 2 === 0 ? (['Person', `${people[(at / 2) % people.length] ?? ''} ${at < 20 ? '' : 'млађи'}`.trim()] as const) : ([things[at % things.length]?.[0] ?? 'Vehicle', `${things[at % things.length]?.[1] ?? ''}${String(10 + at)}`] as const);
    subjects.push((await saveByEngine(page, 'subject', { schema, name, case: one })) as RecordId);
  }
  for (let at = 1; at < 40; at += 1) await relate(page, one, subjects[at], subjects[Math.floor((at - 1) / 3)], at);
  for (let at = 5; at < 40; at += 6) await relate(page, one, subjects[at], subjects[(at * 7) % 40], at);
}

async function relate(page: Page, one: RecordId, from: RecordId | undefined, to: RecordId | undefined, at: number): Promise<void> {
  if (from === undefined || to === undefined || from === to) return;
  await saveByEngine(page, 'relation', { from, to, type: 'Associate', label: at % 4 === 0 ? 'виђени заједно на прелазу' : 'knows', nature: at % 3 === 0 ? 'assessment' : 'fact', case: one });
}

import { expect, test } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Bridge } from '../../electron/preload/bridge.ts';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { labelsOf } from '../../core/minutes/labels/labels-of.ts';
import { tableHeads } from '../../core/minutes/minutes-html.ts';
import { comparePages } from '../../core/minutes/printed-text.ts';
import { verifyRecord } from '../../core/minutes/signed-record.ts';
import { anExport, type AnExport } from '../builders/exports.ts';
import { aLongMeeting, aMeeting, peopleAtMeeting, placed } from '../builders/meetings.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';

let laptop: Laptop;

test.beforeAll(async () => {
  await cryptoReady;
  laptop = await openLaptop();
});
test.afterAll(() => laptop.discard());

/** Prints through the bridge, as the page does. */
async function print(job: AnExport['job']): Promise<Uint8Array> {
  const text = await laptop.page.evaluate(
    async ({ record, ...rest }) => {
      const bridge = (window as unknown as { rapporteur: Bridge }).rapporteur;
      const answer = await bridge.call('print:pdf', { ...rest, record: new Uint8Array(record) });
      if ('failure' in answer) throw new Error(answer.failure);
      return Array.from(answer.pdf, (byte) => String.fromCharCode(byte)).join('');
    },
    { ...job, record: [...job.record] },
  );
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const attached = (pdf: ReadPdf) => pdf.attachments.get('rapporteur-record.json') ?? new Uint8Array();

test.describe('minutes of a long day', () => {
  let exported: AnExport;
  let pdf: ReadPdf;
  test.beforeAll(async () => {
    exported = anExport(aLongMeeting(), { level: 'R-UE' });
    pdf = await readPdf(await print(exported.job));
  });

  test('fill about forty pages', () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(35);
  });

  test('carry the marking at the top and the bottom of every page, centred, with number and reference', () => {
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.margins.map((line) => line.text)).toEqual([
        'RESTREINT UE/EU RESTRICTED',
        `JWG-TR/2026/014 Page ${index + 1} of ${pdf.pages.length}`,
        'RESTREINT UE/EU RESTRICTED',
      ]);
      for (const line of [page.margins[0], page.margins[2]]) {
        expect(Math.abs((line?.left ?? 0) + (line?.right ?? 0) - page.width)).toBeLessThan(1);
      }
      expect(page.margins[0]?.fromTop).toBeLessThan(60);
      expect(page.margins[2]?.fromTop).toBeGreaterThan(780);
    }
  });

  test('can be found and copied in three languages and two scripts', () => {
    const text = pdf.pages.map((page) => page.text).join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('The chair recalled that the request');
    expect(text).toContain('Учесници су се сагласили да се подаци размењују');
    expect(text).toContain('përkthimi është porositur');
    expect(text).toContain('Ђорђе Петровић');
    expect(text).toContain('Милица Ѓорѓиевска');
    expect(text.split('This designation is without prejudice')).toHaveLength(2);
  });

  test('embed every font', () => {
    expect(pdf.missingFonts).toEqual([]);
    expect(pdf.fonts.some((name) => name.includes('SourceSerif4'))).toBe(true);
    expect(pdf.fonts.every((name) => /SourceSerif4|IBMPlexSans/.test(name))).toBe(true);
  });

  test('are tagged: headings, tables with heads, a list; nothing of the margins among the tags', () => {
    expect(pdf.marked).toBe(true);
    const tags = new Set(pdf.pages.flatMap((page) => page.tags));
    for (const tag of ['H1', 'H2', 'H3', 'P', 'Table', 'THead', 'TR', 'TH', 'TD', 'L', 'LI']) expect(tags).toContain(tag);
    expect(pdf.pages.map((page) => page.text).join('')).not.toContain('Page 1 of');
  });

  test('have an outline of their headings', () => {
    expect(pdf.outline).toContain('Attendance');
    expect(pdf.outline.some((title) => title.includes('Item on route 37'))).toBe(true);
  });

  test('leave no heading alone at the foot of a page and no signature without its block', () => {
    const proceedings = pdf.pages.findIndex((page) => page.lines.includes('Proceedings'));
    for (const page of pdf.pages.slice(proceedings)) expect(page.lines.at(-1)).not.toMatch(/^\d+\..*\((UNCLASSIFIED|SENSITIVE|R-UE\/EU-R)\)$/);
    const last = pdf.pages.find((page) => page.lines.includes('Signatures'));
    expect(last?.text).toMatch(/Signatures[\s\S]*Chair[\s\S]*Minute-taker/);
  });

  test('name the classification and nothing of the machine', () => {
    expect(pdf.information).toMatchObject({
      Title: exported.job.title,
      Subject: 'RESTREINT UE/EU RESTRICTED',
      Keywords: 'RESTREINT UE/EU RESTRICTED; JWG-TR/2026/014',
      Creator: 'Rapporteur',
      Producer: 'Rapporteur',
    });
    expect(pdf.language).toBe('en');
    expect(pdf.information['CreationDate']).toMatch(/^D:\d{12}00Z/);
    expect(pdf.xmp).toContain('<pdf:Producer>Rapporteur</pdf:Producer>');
    expect(pdf.xmp).toContain('RESTREINT UE/EU RESTRICTED');
    expect(pdf.xmp).not.toMatch(/Chrom|Electron|Linux|Skia/i);
  });

  test('carry the signed record, which says what the pages say', () => {
    const verified = verifyRecord(attached(pdf), () => exported.signer.publicKey);
    expect(verified).toMatchObject({ ok: true, value: { title: exported.job.title, name: 'Élise Moreau-Lefèvre' } });
    if (!verified.ok) return;
    const pages = pdf.pages.map((page) => page.text);
    expect(comparePages(verified.value.text, pages, tableHeads(labelsOf('en')))).toBe('same');
    const altered = pages.map((page, index) => (index === 20 ? page.replace('Europol', 'Eurojust') : page));
    expect(comparePages(verified.value.text, altered, tableHeads(labelsOf('en')))).toBe('different');
  });
});

test('a short meeting with labels in Serbian, its footnote in both languages', async () => {
  const meeting = aMeeting({ title: 'Takim për shkëmbimin e të dhënave', language: 'sq', attendance: peopleAtMeeting() ?? [], agenda: [{ ...placed(), title: 'Hapja' }] });
  const { job, signer } = anExport(meeting, { language: 'sr-Cyrl' });
  const pdf = await readPdf(await print(job));
  const text = pdf.pages.map((page) => page.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(pdf.language).toBe('sr-Cyrl');
  expect(pdf.pages[0]?.margins[1]?.text).toBe(`JWG-TR/2026/014 Страна 1 од ${pdf.pages.length}`);
  expect(text).toContain('Записник са састанка');
  expect(text).toContain('23. новембар 2026.');
  expect(text.split('Овај назив не доводи у питање')).toHaveLength(2);
  expect(text.split('Ky përcaktim nuk paragjykon')).toHaveLength(2);
  const verified = verifyRecord(attached(pdf), () => signer.publicKey);
  expect(verified.ok && comparePages(verified.value.text, pdf.pages.map((page) => page.text), tableHeads(labelsOf('sr-Cyrl')))).toBe('same');
});

test('a page that should not be printed runs no script and reaches nobody', async () => {
  let asked = 0;
  const server = createServer((_request, answer) => {
    asked += 1;
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { job } = anExport(aMeeting({ title: 'Quiet' }));
  const hostile = `<script>document.body.textContent='changed'</script><img src="${outside}/a.png"><link rel="stylesheet" href="${outside}/b.css"><iframe src="${outside}/c"></iframe>`;
  const html = job.html.replace('<body>', `<body>${hostile}`);
  const pdf = await readPdf(await print({ ...job, html }));
  await new Promise((resolve) => server.close(resolve));
  expect(pdf.pages[0]?.text).toContain('Quiet');
  expect(asked).toBe(0);
});

test('nothing of what was printed is left on the disk', async () => {
  const canary = 'Kanarinac-Ж-4711';
  await print(anExport(aMeeting({ title: canary, reference: canary })).job);
  const found: string[] = [];
  for (const entry of await readdir(laptop.profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))) found.push(file);
  }
  expect(found).toEqual([]);
});

test('the window that printed is gone afterwards', async () => {
  await print(anExport(aMeeting()).job);
  expect(await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

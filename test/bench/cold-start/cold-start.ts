import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronLaunch } from '../../../build/electron-launch.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const emptyWindow = path.join(import.meta.dirname, 'empty-window');

export interface ColdStart {
  /** Milliseconds from the start of the process to the first painted text; medians. */
  readonly empty: number;
  /** A machine where Rapporteur never ran. */
  readonly first: number;
  /** Every later start. */
  readonly later: number;
  /** What a later start costs as a multiple of the empty window. */
  readonly ratio: number;
}

/** Starts both in turns, so that what else the machine does falls on both alike. */
export async function measureColdStart(rounds: number): Promise<ColdStart> {
  const samples = { empty: [] as number[], first: [] as number[], later: [] as number[] };
  const emptyProfile = await newProfile();
  await firstPaint(emptyWindow, emptyProfile);
  for (let round = 0; round < rounds; round += 1) {
    const profile = await newProfile();
    samples.empty.push(await firstPaint(emptyWindow, emptyProfile));
    samples.first.push(await firstPaint(root, profile));
    samples.later.push(await firstPaint(root, profile));
    await rm(profile, { recursive: true, force: true });
  }
  await rm(emptyProfile, { recursive: true, force: true });
  const [empty, first, later] = [median(samples.empty), median(samples.first), median(samples.later)];
  return { empty, first, later, ratio: later / empty };
}

function newProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'rapporteur-cold-start-'));
}

/** Milliseconds from the start of the process to the first content painted in its window. */
async function firstPaint(app: string, profile: string): Promise<number> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const { executable, args } = electronLaunch();
  const begun = Date.now();
  const electron = spawn(executable, [...args, app, `--user-data-dir=${profile}`, '--remote-debugging-port=0'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => electron.once('exit', resolve));
  try {
    return (await paintedAt(portFile)) - begun;
  } finally {
    electron.kill();
    await ended;
  }
}

/** Asks the window when it painted; late and seldom, so that asking does not slow what is measured. */
async function paintedAt(portFile: string): Promise<number> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const port = await readFile(portFile, 'utf8').then((text) => text.split('\n')[0], () => undefined);
    if (port === undefined) continue;
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    const painted = await page?.evaluate(() => {
      const [first] = performance.getEntriesByName('first-contentful-paint');
      return first === undefined ? null : performance.timeOrigin + first.startTime;
    });
    await browser.close();
    if (painted !== undefined && painted !== null) return painted;
  }
  throw new Error('The window painted nothing');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) {
  const { empty, first, later, ratio } = await measureColdStart(Number(process.argv[2] ?? 7));
  const row = (what: string, value: string) => process.stdout.write(`${what.padEnd(34)} ${value}\n`);
  row('empty Electron window', `${empty.toFixed(0)} ms`);
  row('Rapporteur, first start', `${first.toFixed(0)} ms`);
  row('Rapporteur, later starts', `${later.toFixed(0)} ms`);
  row('ratio (target 1.5 at most)', ratio.toFixed(2));
}

import { expect, test } from 'vitest';
import { commands } from '../preload/bridge.ts';
import { keysOf, menuPlan } from './menu-plan.ts';
import { wordsIn } from './words.ts';

test('every command is in exactly one menu of an open notebook', () => {
  const entries = menuPlan(true, false).flatMap((menu) => menu.entries);
  for (const command of commands) expect(entries.filter((entry) => entry === command)).toHaveLength(1);
});

test('a locked notebook offers no command', () => {
  const entries: readonly string[] = menuPlan(false, true).flatMap((menu) => menu.entries);
  for (const command of commands) expect(entries).not.toContain(command);
});

test('no two commands share a key', () => {
  const keys = Object.values(keysOf).filter((key) => key !== null);
  expect(new Set(keys).size).toBe(keys.length);
});

test('developer tools are offered in development only', () => {
  expect(menuPlan(true, false).flatMap((menu) => menu.entries)).not.toContain('developerTools');
});

test.each(['en', 'fr'] as const)('every command has its words in %s', (language) => {
  const words = wordsIn(language).commands;
  for (const command of commands) expect(words[command].length).toBeGreaterThan(0);
  expect(new Set(Object.values(words)).size).toBe(commands.length);
});

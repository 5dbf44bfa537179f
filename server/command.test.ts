import { expect, test } from 'vitest';
import { readCommand, verbs } from './command.ts';
import { sentenceOf } from './sentences.ts';

function sentenceFor(...words: string[]): string {
  const read = readCommand(words);
  return read.ok ? 'read' : sentenceOf(read.failure);
}

test('every verb has help that names each of its options', () => {
  for (const verb of verbs) {
    const read = readCommand([...verb.name.split(' '), '--help']);
    if (!read.ok || !('help' in read.value)) throw new Error(verb.name);
    for (const option of Object.keys(verb.options)) expect(read.value.help).toContain(`--${option}`);
  }
});

test('nothing, or only --help, shows all verbs', () => {
  for (const words of [[], ['--help'], ['-h']]) {
    const read = readCommand(words);
    if (!read.ok || !('help' in read.value)) throw new Error('help');
    for (const verb of verbs) expect(read.value.help).toContain(verb.name);
  }
});

test('a slip is answered with what to do', () => {
  expect(sentenceFor('organise')).toBe('There is no command "organise". See --help.');
  expect(sentenceFor('setup', '--keys', 'k')).toBe('--couchdb is needed. See --help.');
  expect(sentenceFor('setup', '--kees', 'k')).toBe('Unknown option \'--kees\'. See --help.');
  expect(sentenceFor('admit', 'file')).toContain('Unexpected argument');
});

test('a whole command is read', () => {
  const read = readCommand(['certificate', 'make', '--folder', 'tls', '--host', 'a', '--host', 'b', '--json']);
  expect(read.ok && 'verb' in read.value && read.value).toMatchObject({ json: true, values: { folder: 'tls', host: ['a', 'b'] } });
});

test('a value may begin with a dash, an option is never taken for a value', () => {
  const valuesOf = (...words: string[]) => {
    const read = readCommand(['breach-pack', '--keys', 'k', '--couchdb', 'c', ...words]);
    return read.ok && 'verb' in read.value ? read.value.values['device'] : sentenceFor('breach-pack', ...words);
  };
  expect(valuesOf('--device', '-aBc_9')).toBe('-aBc_9');
  expect(valuesOf('--device', '--Bc_9')).toBe('--Bc_9');
  expect(valuesOf('--device=-aBc')).toBe('-aBc');
  expect(valuesOf('--device', '--json')).toContain('--device');
});

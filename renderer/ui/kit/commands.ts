import { useEffect, useRef } from 'react';
import { commands, type Command } from '../../../electron/preload/bridge.ts';

/** Returns `false` when it does nothing with the command here, so that the one before it may. */
export type CommandHandler = () => void | boolean | Promise<void>;

interface Entry {
  readonly run: () => void | boolean | Promise<void>;
}

const stacks = new Map<Command, Entry[]>();

/**
 * Answers a command of the menu, the palette or the keyboard while the component is there. The
 * latest to come answers first.
 */
export function useCommand(name: Command, handler: CommandHandler, options: { readonly enabled?: boolean } = {}): void {
  const enabled = options.enabled ?? true;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const entry: Entry = { run: () => latest.current() };
    stacks.set(name, [...(stacks.get(name) ?? []), entry]);
    return () => {
      stacks.set(name, (stacks.get(name) ?? []).filter((one) => one !== entry));
    };
  }, [name, enabled]);
}

/** Runs a command; `false` when nobody answers it here. */
export function runCommand(name: Command): boolean {
  const entries = stacks.get(name) ?? [];
  return [...entries].reverse().some((one) => one.run() !== false);
}

/** Whether anybody answers the command now. */
export function isAnswered(name: Command): boolean {
  return (stacks.get(name) ?? []).length > 0;
}

/** The keys, written as the shortcuts sheet shows them. `Mod` is Ctrl, or ⌘ on a Mac. */
export const keysOf: Readonly<Partial<Record<Command, string>>> = {
  commands: 'Mod+K',
  'new-note': 'Mod+N',
  'new-meeting': 'Mod+Shift+M',
  done: 'Mod+Enter',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  'find-here': 'Mod+F',
  'find-everywhere': 'Mod+Shift+F',
  export: 'Mod+Shift+E',
  deliver: 'Mod+Shift+D',
  'go-today': 'Mod+1',
  'go-cases': 'Mod+2',
  'go-notes': 'Mod+3',
  'go-meetings': 'Mod+4',
  'go-actions': 'Mod+5',
  'go-pouch': 'Mod+6',
  'go-requests': 'Mod+7',
  'go-contacts': 'Mod+8',
  'go-subjects': 'Mod+9',
  settings: 'Mod+,',
  'next-pane': 'F6',
  lock: 'Mod+L',
  shortcuts: 'F1',
};

const isMac = () => /Mac/.test(navigator.userAgent);

function fits(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  return (
    mod === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    !event.altKey &&
    (event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key}` || event.code === `Digit${key}`)
  );
}

/** The command that these keys stand for. By place too, so that a Cyrillic layout works. */
export function commandOfKeys(event: KeyboardEvent): Command | null {
  return commands.find((name) => {
    const keys = keysOf[name];
    return keys !== undefined && fits(keys, event);
  }) ?? null;
}

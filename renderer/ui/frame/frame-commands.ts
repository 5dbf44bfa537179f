import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { spotlight } from '@mantine/spotlight';
import { useLocation } from 'wouter';
import type { Command } from '../../../electron/preload/bridge.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { bridge } from '../engine-client/bridge.ts';
import { commandOfKeys, runCommand, useCommand } from '../kit/commands.ts';
import { useNewRecord } from '../kit/new-record.ts';
import { paths } from '../kit/paths.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import { undoLast } from '../kit/undo.ts';
import { catchTyping, isWriting } from './type-ahead.ts';

/** Within this time the same command from menu and keyboard is one press of the keys. */
const onePress = 80;

/** Menus and keys both end in `runCommand`. */
export function useKeyboard(): void {
  const client = useQueryClient();
  useEffect(() => {
    let last: { readonly name: Command; readonly at: number } | null = null;
    const run = (name: Command): boolean => {
      const now = performance.now();
      if (last !== null && last.name === name && now - last.at < onePress) return true;
      last = { name, at: now };
      return runCommand(name);
    };
    const press = (event: KeyboardEvent) => {
      const name = commandOfKeys(event);
      if (name === null || event.defaultPrevented) return;
      // In a field, undo is the field's own.
      if ((name === 'undo' || name === 'redo') && isWriting(event.target)) return;
      if (!run(name)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the fields: a list that is focused would keep Ctrl+Enter for itself.
    window.addEventListener('keydown', press, true);
    const stopCommands = bridge().on('command', (name) => void run(name));
    const stopChannel = bridge().on('channel', () => {
      void client.invalidateQueries({ queryKey: ['pouch'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    });
    return () => {
      window.removeEventListener('keydown', press, true);
      stopCommands();
      stopChannel();
    };
  }, [client]);
}

/** What works everywhere. Rooms answer the same commands before the frame does. */
export function useFrameCommands({ onShortcuts }: { onShortcuts: () => void }): void {
  const [, go] = useLocation();
  const newRecord = useNewRecord();
  const begin = (kind: RecordKind) => () => {
    catchTyping();
    void newRecord(kind).then((failure) => {
      if (failure !== null) tellFailure(failure);
    });
  };
  useCommand('new-note', begin('note'));
  useCommand('new-meeting', begin('meeting'));
  useCommand('new-case', begin('case'));
  useCommand('new-action', begin('action'));
  useCommand('new-request', begin('request'));
  useCommand('new-contact', begin('contact'));
  useCommand('new-subject', begin('subject'));
  useCommand('new-activity', begin('activity'));
  useCommand('new-authority', begin('authority'));
  useCommand('new-jwg', begin('jwg'));
  useCommand('new-series', begin('series'));
  useCommand('new-proceedings', begin('proceedings'));
  useCommand('new-protection', begin('protection'));
  useCommand('new-indicator', begin('indicator'));
  useCommand('commands', () => {
    catchTyping();
    spotlight.toggle();
  });
  useCommand('shortcuts', onShortcuts);
  useCommand('next-pane', focusNextPane);
  useCommand('undo', () => (isWriting(document.activeElement) ? document.execCommand('undo') : undoLast()));
  useCommand('redo', () => isWriting(document.activeElement) && document.execCommand('redo'));
  useCommand('deliver', () => go(paths.pouch));
  useCommand('go-my-actions', () => go(paths.myActions));
}

/** F6: from pane to pane, in the order in which they stand. Lands on the current row where there is one. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + 1) % panes.length];
  const inside = next?.querySelector<HTMLElement>('[aria-current="page"], [data-row], input, textarea, [contenteditable="true"]');
  (inside ?? next)?.focus();
}

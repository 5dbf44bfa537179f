import { Modal } from '@mantine/core';
import type { Command } from '../../../electron/preload/bridge.ts';
import { keysOf } from '../kit/commands.ts';
import { Kbd } from '../kit/kbd.tsx';
import { useWords } from '../words/words.ts';
import classes from './shortcuts-sheet.module.css';

/** Every key on one page. */
export function ShortcutsSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords('frame');
  const kit = useWords('kit');
  const lines: readonly (readonly [string, string])[] = [
    ...(Object.entries(keysOf) as [Command, string][]).map(([name, keys]) => [keys, say(`commands.${name}`)] as const),
    ['Escape', say('shortcuts.escape')],
    ['↑+↓', say('shortcuts.arrows')],
    ['Enter', say('shortcuts.enter')],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={say('shortcuts.title')} size="lg" closeButtonProps={{ 'aria-label': kit('close') }}>
      <dl className={classes['sheet']}>
        {lines.map(([keys, words]) => (
          <div key={words} className={classes['line']}>
            <dt>{words}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

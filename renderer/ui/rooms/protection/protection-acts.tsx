import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../../engine/api.ts';
import { ExtendDialog } from '../../kit/decisions/extend-dialog.tsx';
import { HoldDialog, HoldItem } from '../../kit/decisions/hold-dialog.tsx';
import { useWords } from '../../words/words.ts';

/** The review is put off, or the record is put on legal hold, each with its ground. */
export function ProtectionActs({ view }: { view: RecordView<'protection'> }) {
  const say = useWords('protection');
  const [open, setOpen] = useState<'extend' | 'hold' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button>{say('decide')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('extend')}>{say('extend')}</Menu.Item>
          <HoldItem view={view} onHold={() => setOpen('hold')} />
        </Menu.Dropdown>
      </Menu>
      {open === 'extend' ? <ExtendDialog view={view} onClose={close} /> : null}
      {open === 'hold' ? <HoldDialog view={view} onClose={close} /> : null}
    </>
  );
}

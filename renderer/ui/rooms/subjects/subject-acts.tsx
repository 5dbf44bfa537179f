import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../../engine/api.ts';
import { ExtendDialog } from '../../kit/decisions/extend-dialog.tsx';
import { HoldDialog, HoldItem } from '../../kit/decisions/hold-dialog.tsx';
import { useWords } from '../../words/words.ts';
import { CategoryDialog } from './category-dialog.tsx';

export interface DecisionProps {
  readonly view: RecordView<'subject'>;
  readonly onClose: () => void;
}

/** What somebody decides of a subject, each with its ground: category, review, legal hold. */
export function SubjectActs({ view }: { view: RecordView<'subject'> }) {
  const say = useWords('subjects');
  const [open, setOpen] = useState<'category' | 'extend' | 'hold' | null>(null);
  const close = () => setOpen(null);
  if (view.standing !== 'open') return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button>{say('acts.decide')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {view.value.schema === 'Person' ? <Menu.Item onClick={() => setOpen('category')}>{say('acts.category')}</Menu.Item> : null}
          <Menu.Item onClick={() => setOpen('extend')}>{say('acts.extend')}</Menu.Item>
          <HoldItem view={view} onHold={() => setOpen('hold')} />
        </Menu.Dropdown>
      </Menu>
      {open === 'category' ? <CategoryDialog view={view} onClose={close} /> : null}
      {open === 'extend' ? <ExtendDialog view={view} onClose={close} /> : null}
      {open === 'hold' ? <HoldDialog view={view} onClose={close} /> : null}
    </>
  );
}

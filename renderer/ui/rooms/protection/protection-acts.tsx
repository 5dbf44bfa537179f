import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../../engine/api.ts';
import { ExtendDialog } from '../../kit/decisions/extend-dialog.tsx';
import { useWords } from '../../words/words.ts';

/** The review is put off, with its reason. */
export function ProtectionActs({ view }: { view: RecordView<'protection'> }) {
  const say = useWords('protection');
  const [extending, setExtending] = useState(false);
  return (
    <>
      <Button onClick={() => setExtending(true)}>{say('extend')}</Button>
      {extending ? <ExtendDialog view={view} onClose={() => setExtending(false)} /> : null}
    </>
  );
}

import { Button } from '@mantine/core';
import { useNewRecord } from '../../kit/new-record.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { useWords } from '../../words/words.ts';

/** Begins a note; its draft exists before the page opens. */
export function NewNoteButton({ prominent }: { prominent?: boolean }) {
  const say = useWords('notes');
  const newRecord = useNewRecord();
  const begin = async () => {
    const failure = await newRecord('note');
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Button {...(prominent === true ? { variant: 'filled' } : {})} onClick={() => void begin()}>
      {say('new')}
    </Button>
  );
}

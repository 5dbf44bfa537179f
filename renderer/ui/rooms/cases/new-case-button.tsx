import { Button } from '@mantine/core';
import { useNewRecord } from '../../kit/new-record.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { useWords } from '../../words/words.ts';

/** Begins a case; its draft exists before the form opens. */
export function NewCaseButton({ prominent }: { prominent?: boolean }) {
  const say = useWords('cases');
  const newRecord = useNewRecord();
  const begin = async () => {
    const failure = await newRecord('case');
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Button {...(prominent === true ? { variant: 'filled' } : {})} onClick={() => void begin()}>
      {say('new')}
    </Button>
  );
}

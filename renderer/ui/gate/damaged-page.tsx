import { Button } from '@mantine/core';
import type { Failure } from '../../../core/result.ts';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { GateActs, GatePage } from './gate-page.tsx';

/** The store is there and cannot be read: it is never replaced by an empty one. */
export function DamagedPage({ failure }: { failure: Failure }) {
  const say = useWords('gate');
  return (
    <GatePage title={say('damaged.title')}>
      <ErrorSentence failure={failure} />
      <GateActs>
        <Button onClick={() => window.location.reload()}>{say('damaged.again')}</Button>
      </GateActs>
    </GatePage>
  );
}

/** The worker did not load: there is no engine to ask. */
export function NotStartedPage() {
  const say = useWords('gate');
  return (
    <GatePage title={say('not-started.title')}>
      <p>{say('not-started.about')}</p>
      <GateActs>
        <Button variant="filled" onClick={() => window.location.reload()}>
          {say('not-started.again')}
        </Button>
      </GateActs>
    </GatePage>
  );
}

import { useState } from 'react';
import type { JustMade } from './gate.tsx';
import { GatePage, GateWords } from './gate-page.tsx';
import { JoinPages } from './join-pages.tsx';
import { PersonPage } from './person-page.tsx';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import classes from './first-start.module.css';

type Way = 'none' | 'join' | 'alone';

/** The first start: two ways in, each under a minute. */
export function FirstStart({ onMade }: { onMade: (made: JustMade) => void }) {
  const say = useWords('gate');
  const engine = useEngine();
  const [way, setWay] = useState<Way>('none');
  const back = () => setWay('none');
  if (way === 'join') return <JoinPages onBack={back} onMade={onMade} />;
  if (way === 'alone') {
    return (
      <PersonPage
        title={say('person.title-alone')}
        onBack={back}
        make={async (person, passphrase) => {
          const made = await engine.vault.createAlone(person, passphrase);
          if (!made.ok) return made.failure;
          onMade({ kit: made.value, request: null });
          return null;
        }}
      />
    );
  }
  return (
    <GatePage title={say('first.title')} foot={say('purpose')}>
      <GateWords>{say('first.intro')}</GateWords>
      <ul className={classes['ways']}>
        <Way title={say('first.join')} about={say('first.join-about')} onChoose={() => setWay('join')} />
        <Way title={say('first.alone')} about={say('first.alone-about')} onChoose={() => setWay('alone')} />
      </ul>
    </GatePage>
  );
}

function Way({ title, about, onChoose }: { title: string; about: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" className={classes['way']} onClick={onChoose}>
        <span className={classes['name']}>{title}</span>
        <span className={classes['about']}>{about}</span>
      </button>
    </li>
  );
}
